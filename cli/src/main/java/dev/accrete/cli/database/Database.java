package dev.accrete.cli.database;

import dev.accrete.runtime.Accrete;
import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.DraftPolicy;
import dev.accrete.runtime.FailurePolicy;
import dev.accrete.runtime.MigrationListener;
import dev.accrete.runtime.MigrationMode;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.MigrationStatus;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.runtime.history.HistoryTable;
import dev.accrete.runtime.platform.Platform;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.schema.inspect.PhysicalTable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One instance together with the migrations that are meant for it. Opens connections as needed and closes them. */
public final class Database {

    /** The stream's name that the generated class of an application has, too. */
    public static final String STREAM = "main";

    private final Instance instance;
    private final String historyTable;

    /** @param historyTable a plain name */
    public Database(Instance instance, String historyTable) {
        this.instance = instance;
        this.historyTable = historyTable;
    }

    public Instance instance() {
        return instance;
    }

    /** Product and version, e.g. {@code PostgreSQL 18.0}. */
    public String product() {
        return withConnection(connection -> {
            DatabaseMetaData data = connection.getMetaData();
            return data.getDatabaseProductName() + " " + data.getDatabaseProductVersion();
        });
    }

    /** How the database stands to the source's migrations; changes nothing. */
    public MigrationStatus status(MigrationSource source) {
        return builder(source).build().status().get(0);
    }

    /**
     * Applies what is pending.
     *
     * @throws AccreteException if migrating fails or is refused
     */
    public MigrationReport migrate(MigrationSource source, MigrationListener listener) {
        return builder(source).listener(listener).build().migrate();
    }

    /** What is recorded, in version order; empty if there is no history table. */
    public List<AppliedMigration> history() {
        String table =
                instance.schema().map(schema -> schema + "." + historyTable).orElse(historyTable);
        return withConnection(
                connection -> new HistoryTable(table).all(connection, STREAM).orElse(List.of()));
    }

    /**
     * The tables of the instance's schema, covered ones first, then by name.
     *
     * @param covered their names; upper and lower case don't count
     */
    public List<TableEntry> tables(Set<String> covered) {
        TreeSet<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(covered);
        return withConnection(connection -> {
            String schema = instance.schema().orElse(connection.getSchema());
            String dialect = Platform.of(connection).dialect();
            List<TableEntry> entries = new ArrayList<>();
            for (PhysicalTable table : DatabaseInspector.forDialect(dialect)
                    .inspect(connection, InspectionScope.schemas(schema))
                    .tables()) {
                entries.add(new TableEntry(table.name(), owner(table.name(), known), rows(connection, table)));
            }
            entries.sort(Comparator.comparing(TableEntry::owner).thenComparing(TableEntry::name));
            return entries;
        });
    }

    private TableEntry.Owner owner(String table, Set<String> covered) {
        if (table.equalsIgnoreCase(historyTable) || table.equalsIgnoreCase(historyTable + "_lock")) {
            return TableEntry.Owner.ACCRETE;
        }
        return covered.contains(table) ? TableEntry.Owner.COVERED : TableEntry.Owner.FOREIGN;
    }

    private static long rows(Connection connection, PhysicalTable table) throws SQLException {
        String sql = "select count(*) from " + quoted(table.schema()) + "." + quoted(table.name());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private Accrete.Builder builder(MigrationSource source) {
        Accrete.Builder builder = Accrete.builder()
                .dataSource(new InstanceDataSource(instance))
                .source(source)
                .mode(MigrationMode.APPLY)
                .onFailure(FailurePolicy.FAIL)
                .drafts(DraftPolicy.REFUSE)
                .historyTable(historyTable);
        instance.environment().ifPresent(builder::environment);
        instance.schema().ifPresent(builder::schema);
        return builder;
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T withConnection(Work<T> work) {
        try (Connection connection = instance.connect()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new AccreteException(
                    RuntimeCode.NO_CONNECTION,
                    instance.label(),
                    String.valueOf(e.getMessage()).strip() + " (SQL state " + e.getSQLState()
                            + "); nothing was changed",
                    "check URL, user and password, that the server runs, and that the user may read the history table",
                    e);
        }
    }
}
