package dev.accrete.runtime.platform;

import dev.accrete.runtime.Settings;
import dev.accrete.runtime.format.ScriptStep;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
        "select table_schema, table_name, constraint_name || constraint_type from information_schema.table_constraints",
        "select c.table_schema, c.table_name, k.constraint_name || k.check_clause"
                + " from information_schema.check_constraints k join information_schema.table_constraints c"
                + " on c.constraint_schema = k.constraint_schema and c.constraint_name = k.constraint_name",
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
        return error.getErrorCode() == 50200 || error.getErrorCode() == 40001;
    }

    /** An index is built at once or not at all. */
    @Override
    public IndexState indexState(Connection connection, String index) {
        return IndexState.ABSENT;
    }

    @Override
    public void dropInvalidIndex(Connection connection, String index) {}

    @Override
    public Map<DatabaseObject, String> definitions(Connection connection) throws SQLException {
        String currentSchema = connection.getSchema();
        Map<DatabaseObject, Integer> definitions = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String query : DEFINITIONS) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        String schema = rows.getString(1);
                        if (!schema.equals("INFORMATION_SCHEMA")) {
                            var object =
                                    new DatabaseObject(schema, rows.getString(2), schema.equals(currentSchema), "");
                            // A sum: the order of rows has no meaning.
                            definitions.merge(
                                    object, String.valueOf(rows.getString(3)).hashCode(), Integer::sum);
                        }
                    }
                }
            }
        }
        Map<DatabaseObject, String> texts = new HashMap<>();
        definitions.forEach((object, hash) -> texts.put(object, Integer.toHexString(hash)));
        return texts;
    }
}
