package dev.accrete.cli.database;

import dev.accrete.cli.drift.Drift;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
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
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.runtime.history.HistoryTable;
import dev.accrete.runtime.jdbc.Sql;
import dev.accrete.runtime.platform.Platform;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.schema.inspect.PhysicalTable;
import dev.accrete.schema.inspect.SchemaDifference;
import dev.accrete.schema.snapshot.Snapshot;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** One instance together with the migrations that are meant for it. Opens connections as needed and closes them. */
public final class Database {

    /** PostgreSQL: insufficient_privilege, read_only_sql_transaction. */
    private static final Set<String> NOT_PERMITTED = Set.of("42501", "25006");

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

    /** A plain name. */
    public String historyTable() {
        return historyTable;
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

    /** The names of the database's schemas, without the system's own, sorted. */
    public List<String> schemas() {
        return withConnection(connection -> {
            List<String> schemas = new ArrayList<>();
            String sql = Platform.of(connection).dialect().equals("h2")
                    ? "select schema_name from information_schema.schemata where schema_name <> 'INFORMATION_SCHEMA'"
                            + " order by 1"
                    : "select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'"
                            + " order by 1";
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    schemas.add(rows.getString(1));
                }
            }
            return schemas;
        });
    }

    /** Does what an operator wants. */
    public MigrationReport administer(MigrationSource source, Function<Accrete, MigrationReport> work) {
        return work.apply(builder(source).build());
    }

    /** What is recorded of all streams, each in version order; empty if there is no history table. */
    public List<AppliedMigration> history() {
        return withConnection(connection -> {
            HistoryTable table = new HistoryTable(historyName());
            List<AppliedMigration> rows = new ArrayList<>();
            if (table.all(connection, ResourceNames.MAIN_STREAM).isPresent()) {
                for (String[] stream :
                        Sql.rows(connection, "select distinct stream from " + historyName() + " order by stream")) {
                    rows.addAll(table.all(connection, stream[0]).orElse(List.of()));
                }
            }
            return rows;
        });
    }

    /** What is recorded of a stream, in version order; empty if there is no history table. */
    public List<AppliedMigration> history(String stream) {
        return withConnection(connection ->
                new HistoryTable(historyName()).all(connection, stream).orElse(List.of()));
    }

    private String historyName() {
        return instance.schema().map(schema -> schema + "." + historyTable).orElse(historyTable);
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
                entries.add(new TableEntry(
                        table.name(),
                        owner(table.name(), known),
                        rows(connection, table),
                        bytes(connection, dialect, table)));
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

    /** With indexes and, on PostgreSQL, with what is stored out of line. */
    private static long bytes(Connection connection, String dialect, PhysicalTable table) throws SQLException {
        String sql = dialect.equals("h2")
                ? "select coalesce(disk_space_used(?), 0)"
                : "select pg_total_relation_size(?::regclass)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, quoted(table.schema()) + "." + quoted(table.name()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /**
     * One table of the instance's schema.
     *
     * @param name upper and lower case don't count
     * @return empty if there is none
     */
    public Optional<PhysicalTable> table(String name) {
        return withConnection(connection -> DatabaseInspector.forDialect(
                        Platform.of(connection).dialect())
                .inspect(connection, InspectionScope.schemas(instance.schema().orElse(connection.getSchema())))
                .table(name));
    }

    /**
     * How many rows tables have, as the database's statistics say, which costs next to nothing.
     *
     * @return those of the tables that there are; upper and lower case don't count
     */
    public Map<String, Long> estimatedRows() {
        return withConnection(connection -> {
            Map<String, Long> rows = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            String sql = Platform.of(connection).dialect().equals("h2")
                    ? "select table_name, row_count_estimate from information_schema.tables where table_schema = schema()"
                    // -1: never analysed; the size says how many pages there are at least.
                    : "select relname, case when reltuples < 0 then pg_relation_size(oid) / 100 else reltuples end::bigint"
                            + " from pg_class where relnamespace = current_schema()::regnamespace"
                            + " and relkind in ('r', 'p')";
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    rows.put(row.getString(1), row.getLong(2));
                }
            }
            return rows;
        });
    }

    /** How the covered tables differ from a snapshot; empty if they don't. */
    public List<SchemaDifference> drift(Snapshot snapshot, Drift drift) {
        return withConnection(connection -> {
            try {
                return drift.differences(connection, snapshot);
            } catch (SQLException e) {
                if (NOT_PERMITTED.contains(String.valueOf(e.getSQLState()))) {
                    throw new CommandException(
                            CommandCode.SCRATCH,
                            instance.label(),
                            "the tables can't be compared: "
                                    + String.valueOf(e.getMessage()).strip()
                                    + "; what the snapshot means is found out by creating it in a transaction that is"
                                    + " rolled back",
                            "25006".equals(e.getSQLState())
                                    ? "compare on the primary, with a connection that may write: a read-only database or"
                                            + " replica can't"
                                    : "give the user the right with `GRANT TEMPORARY ON DATABASE … TO …` (CREATE, if the model"
                                            + " names several schemas)");
                }
                throw e;
            }
        });
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

    /** Something that is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /**
     * Does something with a connection in auto-commit mode and in the instance's schema, which is closed afterwards.
     *
     * @throws AccreteException [ACC-R001] if the database can't be reached or refuses
     */
    public <T> T withConnection(Work<T> work) {
        try (Connection connection = instance.connect()) {
            if (instance.schema().isPresent()) {
                connection.setSchema(instance.schema().get());
            }
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
