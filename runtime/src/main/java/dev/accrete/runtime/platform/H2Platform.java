package dev.accrete.runtime.platform;

import dev.accrete.runtime.Settings;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** H2: a lock row, DDL that commits. */
final class H2Platform implements Platform {

    private static final String[] DEFINITIONS = {
        "select table_schema, table_name, table_type || coalesce(remarks, '') from information_schema.tables",
        "select table_schema, table_name, ordinal_position || column_name || data_type ||"
                + " coalesce(character_maximum_length, 0) || coalesce(numeric_precision, 0) || coalesce(numeric_scale, 0)"
                + " || coalesce(column_default, '') || is_nullable || is_identity || is_generated"
                + " from information_schema.columns",
        "select table_schema, table_name, constraint_name || constraint_type, constraint_schema || constraint_name"
                + " from information_schema.table_constraints",
        "select table_schema, table_name, constraint_name || column_name from information_schema.key_column_usage",
        "select table_schema, table_name, index_name || column_name || is_unique from information_schema.index_columns",
        "select table_schema, table_name, view_definition from information_schema.views",
        "select sequence_schema, sequence_name, data_type || increment || minimum_value || maximum_value || cycle_option"
                + " from information_schema.sequences"
    };

    @Override
    public String dialect() {
        return "h2";
    }

    @Override
    public boolean hasTransactionalDdl() {
        return false;
    }

    @Override
    public String fold(String unquoted) {
        return unquoted.toUpperCase(Locale.ROOT);
    }

    @Override
    public MigrationLock lock(DataSource dataSource, Connection worker, Settings settings, Consumer<String> waiting)
            throws SQLException {
        return H2Lock.acquire(dataSource, settings, waiting);
    }

    @Override
    public String lockHolder(Connection connection, Settings settings) {
        return H2Lock.holder(connection, settings);
    }

    /** H2 has no time-out per transaction; its default is a second or two. */
    @Override
    public void takeLocks(Connection connection, ScriptStep step) {}

    @Override
    public List<String> liftTimeouts(Connection connection) {
        return List.of();
    }

    @Override
    public void restoreTimeouts(Connection connection, List<String> before) {}

    /** LOCK_TIMEOUT_1 and DEADLOCK_1. */
    @Override
    public boolean isLockFailure(SQLException error) {
        return isLocked(error);
    }

    static boolean isLocked(SQLException error) {
        return error.getErrorCode() == 50200 || error.getErrorCode() == 40001;
    }

    /**
     * TABLE_OR_VIEW_ALREADY_EXISTS, INDEX_ALREADY_EXISTS, DUPLICATE_COLUMN_NAME, and SCHEMA_, SEQUENCE_, CONSTRAINT_,
     * VIEW_ and DOMAIN_ALREADY_EXISTS; then the same with NOT_FOUND.
     */
    @Override
    public boolean saysDone(SQLException error) {
        String known = " 42101 42111 42121 90078 90035 90045 90038 90119"
                + " 42102 42103 42104 42112 42122 90079 90036 90057 90037 90120 ";
        return known.contains(" " + error.getErrorCode() + " ");
    }

    /** An index is built at once or not at all. */
    @Override
    public boolean isIndex(Connection connection, String index, boolean valid) {
        return false;
    }

    @Override
    public void dropFreeIndex(Connection connection, String index) {}

    @Override
    public Map<DatabaseObject, String> definitions(Connection connection) throws SQLException {
        String currentSchema = connection.getSchema();
        // Joined here: among ten thousand tables H2 takes half a minute for it.
        Map<String, String> checks = new HashMap<>();
        for (String[] row : Sql.rows(
                connection,
                "select constraint_schema || constraint_name, check_clause from information_schema.check_constraints")) {
            checks.put(row[0], row[1]);
        }
        Map<DatabaseObject, Integer> definitions = new HashMap<>();
        for (String query : DEFINITIONS) {
            for (String[] row : Sql.rows(connection, query)) {
                if (!row[0].equals("INFORMATION_SCHEMA")) {
                    DatabaseObject object = new DatabaseObject(row[0], row[1], row[0].equals(currentSchema), "");
                    // A sum: the order of rows has no meaning.
                    Integer before = definitions.get(object);
                    int hash = (row[2] + (row.length > 3 ? checks.get(row[3]) : "")).hashCode();
                    definitions.put(object, before == null ? hash : before + hash);
                }
            }
        }
        Map<DatabaseObject, String> texts = new HashMap<>();
        for (Map.Entry<DatabaseObject, Integer> entry : definitions.entrySet()) {
            texts.put(entry.getKey(), entry.getValue().toString());
        }
        return texts;
    }
}
