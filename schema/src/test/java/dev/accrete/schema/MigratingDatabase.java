package dev.accrete.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.diff.CaseIntents;
import dev.accrete.schema.diff.DiffResult;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.diff.SchemaDiff;
import dev.accrete.schema.finding.Severity;
import dev.accrete.schema.inspect.ComparisonOptions;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalSchemaComparison;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.plan.Verdict;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A real database that goes from model to model: there, back, and there again. Each time it must have the schema of the
 * model made from nothing, what is kept included, and every value that no change speaks of.
 */
public final class MigratingDatabase implements AutoCloseable {

    private static final Pattern LONG_LOCK = Pattern.compile("(?m)^-- .*ACCESS EXCLUSIVE, (scan|rewrite)$");

    private final Dialect dialect;
    private final TestDatabase database;
    private final Connection connection;
    private Snapshot snapshot;

    private MigratingDatabase(Dialect dialect, TestDatabase database, Connection connection) {
        this.dialect = dialect;
        this.database = database;
        this.connection = connection;
    }

    /** Rows that there are stop a script, and its header finds them before. */
    public static final class RowsStop extends AssertionError {

        private static final long serialVersionUID = 1;

        private final transient List<String> queries;

        private RowsStop(List<String> queries, String script) {
            super(queries + "\nfind rows that stop\n" + script);
            this.queries = List.copyOf(queries);
        }

        /** Those of the header that find rows. */
        public List<String> queries() {
            return queries;
        }
    }

    /** A database as it is at a snapshot. */
    public static MigratingDatabase at(Dialect dialect, Snapshot snapshot) throws SQLException {
        TestDatabase database = TestDatabase.create(dialect.name());
        MigratingDatabase migrating = new MigratingDatabase(dialect, database, database.connect());
        migrating.snapshot = snapshot;
        createSchemas(migrating.connection, snapshot.model());
        Scripts.run(migrating.connection, fromNothing(migrating.physical(snapshot), dialect));
        return migrating;
    }

    /** Makes the tables that a case adopts. */
    void haveAlready(Intents intents, Schema after) throws SQLException {
        List<Table> adopted = intents.adoptions().stream()
                .map(adoption -> after.table(adoption.table()).orElseThrow())
                .toList();
        Scripts.run(connection, fromNothing(Schema.of(adopted), dialect));
    }

    void insertRows() throws SQLException {
        SampleRows.insert(connection, physical(snapshot));
    }

    /** Rows for those tables that have none, with what later models mapped. */
    public void insertRowsWhereNone() throws SQLException {
        SampleRows.insertWhereNone(connection, physical(snapshot));
    }

    /** Migrates and stays at the new model; fails if anything is not as it must be. */
    public void migrate(Schema after, Intents intents) throws SQLException {
        Draft draft = draft(snapshot, after, intents, List.of(dialect));
        createSchemas(connection, after);
        DraftScript script = draft.scripts().get(dialect.name());
        if (draft.empty()) {
            snapshot = draft.after();
            return;
        }
        assertThat(script).as(() -> draft.findings().toString()).isNotNull();
        DiffResult diff = SchemaDiff.between(
                snapshot.model().on(dialect.name()),
                snapshot.kept().on(dialect.name()),
                after.on(dialect.name()),
                intents,
                dialect,
                CaseIntents.origins(after));
        List<Change> changes = diff.changes();
        PhysicalSchema start = inspect(connection);
        Contents rows = Contents.of(connection, physical(snapshot));
        FormerVersion former = FormerVersion.at(connection, snapshot.model().on(dialect.name()));

        if (LONG_LOCK.matcher(script.script()).find()) {
            assertThat(script.script()).as("what the header says of long locks").contains("-- ", "[ACC-H10");
        }

        // Nobody can save what is undecided.
        if (draft.findings().stream().noneMatch(finding -> finding.code().severity() == Severity.UNDECIDED)) {
            Scripts.keep(dialect, script.script(), script.undo());
        }

        List<String> stops = Scripts.rowsThatStop(connection, script.script());
        if (!stops.isEmpty()) {
            throw new RowsStop(stops, script.script());
        }
        Scripts.runDyingEverywhere(connection, script.script());
        Schema physical = physical(draft.after());
        PhysicalSchema wanted = fresh(physical);
        same(wanted, inspect(connection), "the schema that this leads to", script.script());
        assertThat(rows.lost(Contents.of(connection, physical), changes, false))
                .as(() -> "lost by\n" + script.script())
                .isEmpty();

        assertThat(Scripts.rowsThatStop(connection, script.undo())).isEmpty();
        Scripts.runDyingEverywhere(connection, script.undo());
        same(start, inspect(connection), "the schema that this leads back to", script.undo());
        Contents returned = Contents.of(connection, physical(snapshot));
        assertThat(rows.lost(returned, changes, true))
                .as(() -> "lost by\n" + script.script() + "and back\n" + script.undo())
                .isEmpty();

        List<String> again = Scripts.rowsThatStop(connection, script.script());
        if (!again.isEmpty()) {
            // The values in place of those that do not come back.
            throw new RowsStop(again, script.script());
        }
        Scripts.run(connection, script.script());
        same(wanted, inspect(connection), "the schema that this leads to the second time", script.script());
        if (script.verdict() == Verdict.COMPATIBLE) {
            assertThat(former.stoppedIn(connection, script.script().contains("[ACC-H205]")))
                    .as(() -> "what the former version does no longer after\n" + script.script())
                    .isEmpty();
        }
        snapshot = draft.after();
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    static Draft draft(Snapshot before, Schema after, Intents intents, List<Dialect> dialects) {
        return MigrationPipeline.draft(new DraftRequest(
                before,
                after,
                new TreeMap<>(),
                new TreeSet<>(),
                CaseIntents.origins(after),
                intents,
                dialects,
                2,
                "case"));
    }

    /** No script creates them. */
    private static void createSchemas(Connection any, Schema model) throws SQLException {
        try (Statement statement = any.createStatement()) {
            for (Table table : model.tables()) {
                if (table.name().schema().isPresent()) {
                    statement.execute("CREATE SCHEMA IF NOT EXISTS "
                            + table.name().schema().get());
                }
            }
        }
    }

    private Schema physical(Snapshot any) {
        return any.kept().on(dialect.name()).with(any.model().on(dialect.name()));
    }

    private PhysicalSchema fresh(Schema physical) throws SQLException {
        try (TestDatabase other = TestDatabase.create(dialect.name());
                Connection fresh = other.connect()) {
            createSchemas(fresh, physical);
            Scripts.run(fresh, fromNothing(physical, dialect));
            return inspect(fresh);
        }
    }

    private PhysicalSchema inspect(Connection any) throws SQLException {
        return DatabaseInspector.forDialect(dialect.name()).inspect(any);
    }

    static String fromNothing(Schema schema, Dialect dialect) {
        return draft(
                        new Snapshot(Schema.empty(), Kept.nothing(), new TreeMap<>(), new TreeSet<>()),
                        schema,
                        Intents.none(),
                        List.of(dialect))
                .wholeSchemas()
                .get(dialect.name());
    }

    private static void same(PhysicalSchema expected, PhysicalSchema found, String what, String script) {
        assertThat(PhysicalSchemaComparison.differences(
                        expected, found, ComparisonOptions.definitions().withNames(ComparisonOptions.Names.EXACT)))
                .as(() -> what + ":\n" + script)
                .isEmpty();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
