package dev.accrete.sample;

import dev.accrete.runtime.format.CompiledModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/** Lists the tables of the database, and to whom they belong. */
final class TableList {

    private static final String MODEL = "META-INF/accrete/model";
    private static final Set<String> HISTORY_TABLES = Set.of("schema_migrations", "schema_migrations_lock");

    private final DataSource dataSource;

    TableList(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Who answers for a table. */
    enum Owner {
        /** A model declares it. */
        COVERED,
        /** Accrete's own: the record of what was applied and, on H2, the lock. */
        ACCRETE,
        /** Somebody else's. */
        FOREIGN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Entry(Owner owner, String name, long rows) {}

    /** Covered tables first, by name. */
    List<Entry> read() throws SQLException {
        Set<String> covered = coveredTables();
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String table : tables(connection)) {
                String name = table.toLowerCase(Locale.ROOT);
                Owner owner = covered.contains(name)
                        ? Owner.COVERED
                        : HISTORY_TABLES.contains(name) ? Owner.ACCRETE : Owner.FOREIGN;
                entries.add(new Entry(owner, name, rows(connection, table)));
            }
        }
        entries.sort(Comparator.comparing(Entry::owner).thenComparing(Entry::name));
        return entries;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("select table_name from information_schema.tables"
                        + " where table_schema = current_schema and table_type = 'BASE TABLE'")) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }

    private static long rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from \"" + table + '"')) {
            count.next();
            return count.getLong(1);
        }
    }

    private static Set<String> coveredTables() {
        try (InputStream model = TableList.class.getClassLoader().getResourceAsStream(MODEL)) {
            String text = new String(model.readAllBytes(), StandardCharsets.UTF_8);
            return new HashSet<>(CompiledModel.parse(text, MODEL).tables());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
