package dev.accrete.runtime;

import static dev.accrete.runtime.TestRows.query;
import static dev.accrete.runtime.TwoTables.accrete;
import static dev.accrete.runtime.TwoTables.assertRefused;
import static dev.accrete.runtime.TwoTables.builder;
import static dev.accrete.runtime.TwoTables.twoTables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrateTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void pendingMigrationsAreAppliedAndRecordedOnce(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = twoTables(dialect);

            MigrationReport first = accrete(database, source).build().migrate();
            MigrationReport second = accrete(database, source).build().migrate();

            assertThat(first.applied())
                    .extracting(MigrationReport.Applied::version)
                    .containsExactly("V0001", "V0002");
            assertThat(second.applied()).isEmpty();
            assertThat(query(database, "select version, state, description from schema_migrations order by version"))
                    .containsExactly("1 applied first", "2 applied second");
            assertThat(accrete(database, source).build().status().get(0).isPending())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aStartWithNothingToDoCostsOneConnectionAndOneStatement(String dialect) {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = twoTables(dialect).noDraft();
            accrete(database, source).build().migrate();

            SpyDataSource spy = new SpyDataSource(database.dataSource());
            Accrete.builder()
                    .dataSource(spy.dataSource())
                    .source(source)
                    .build()
                    .migrate();

            assertThat(spy.connections).hasValue(1);
            assertThat(spy.statements).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aRunThatIsKilledAtAnyStatementEndsInTheSameSchemaWhenStartedAgain(String dialect) throws SQLException {
        int cases = 0;
        for (boolean after : new boolean[] {false, true}) {
            boolean killed = true;
            for (int at = 1; killed; at++) {
                try (TestDatabase database = TestDatabase.create(dialect)) {
                    MemorySource source = Resumable.source(dialect);
                    SpyDataSource spy = new SpyDataSource(database.dataSource(), at, after);
                    try {
                        killable(source).dataSource(spy.dataSource()).build().migrate();
                    } catch (AccreteException e) {
                        assertThat(spy.isDead()).as(e.getMessage()).isTrue();
                    }
                    killed = spy.isDead();

                    killable(source).dataSource(database.dataSource()).build().migrate();

                    Resumable.assertDone(database, "killed at " + at + ", after: " + after);
                    cases++;
                }
            }
        }
        System.out.println(dialect + ": survived " + cases + " kills");
        assertThat(cases).isGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void ofManyThatStartTogetherOneAppliesAndTheOthersWait(String dialect) throws Exception {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = Resumable.source(dialect);
            ExecutorService threads = Executors.newFixedThreadPool(16);
            List<Future<MigrationReport>> runs = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                runs.add(threads.submit(() -> accrete(database, source).build().migrate()));
            }
            int applied = 0;
            for (Future<MigrationReport> run : runs) {
                applied += run.get().applied().size();
            }
            threads.shutdown();

            assertThat(applied).isEqualTo(2);
            Resumable.assertDone(database, "16 threads");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aFailingStatementIsNamedAndTheNextStartResumesAfterItsCauseIsGone(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = twoTables(dialect).save("third", "insert into b select id from missing;");

            assertThatThrownBy(() -> accrete(database, source).build().migrate())
                    .isInstanceOfSatisfying(AccreteException.class, e -> {
                        assertThat(e.code()).isEqualTo(RuntimeCode.STATEMENT_FAILED);
                        assertThat(e.place()).isEqualTo(source.scriptPath(3) + ":3, step 1, statement 1");
                        assertThat(e.sqlState()).isPresent();
                        assertThat(e).hasMessageContaining("the migrations before V0003 are applied");
                    });

            database.execute("create table missing (id int)");
            assertThat(accrete(database, source).build().migrate().applied()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aScriptThatWasAlteredOrIsMissingIsRefused(String dialect) {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = twoTables(dialect);
            accrete(database, source).build().migrate();
            source.save("third", "create table c (id int);");
            String path = source.scriptPath(1);
            String text = source.text(path);

            assertRefused(database, source.put(path, text.replace("id int", "id bigint")), RuntimeCode.SCRIPT_ALTERED);
            assertRefused(database, source.remove(path), RuntimeCode.SCRIPT_MISSING);
            source.put(path, text);
            String third = source.scriptPath(3);
            assertRefused(
                    database,
                    source.put(third, source.text(third).replace("id int", "id bigint")),
                    RuntimeCode.CATALOG_HASH);
            assertRefused(database, source.remove(third), RuntimeCode.SCRIPT_MISSING);
            assertRefused(database, source.put("db/migration/catalog", "<<<<<<< HEAD\n"), RuntimeCode.SOURCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDatabaseAheadIsFineUnlessANewerMigrationIsBreaking(String dialect) {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource older = twoTables(dialect);
            MemorySource newer = twoTables(dialect).save("third", "create table c (id int);");
            accrete(database, newer).build().migrate();

            MigrationReport report = accrete(database, older).build().migrate();
            assertThat(report.applied()).isEmpty();
            assertThat(report.notes()).singleElement().asString().contains("ahead", "V0003 third");

            newer.saveRaw("fourth", "-- accrete:verdict breaking\ncreate table d (id int);");
            accrete(database, newer).build().migrate();
            assertRefused(database, older, RuntimeCode.DATABASE_AHEAD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void otherModesChangeNothing(String dialect) {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = twoTables(dialect);

            assertThat(accrete(database, source)
                            .mode(MigrationMode.REPORT)
                            .build()
                            .migrate()
                            .pending())
                    .containsExactly("V0001 first", "V0002 second");
            assertThatThrownBy(() -> accrete(database, source)
                            .mode(MigrationMode.VERIFY)
                            .build()
                            .migrate())
                    .hasMessageContaining("ACC-R014");
            assertThat(accrete(database, source)
                            .mode(MigrationMode.OFF)
                            .build()
                            .migrate()
                            .pending())
                    .isEmpty();
            assertThatThrownBy(() -> query(database, "select * from schema_migrations"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void scriptsForOtherEnvironmentsAreSkippedAndRecorded(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = twoTables(dialect)
                    .saveRaw("third", "-- accrete:environments test\ninsert into b values (1);")
                    .save("fourth", "insert into b values (2);");

            accrete(database, source).environment("production").build().migrate();

            assertThat(query(database, "select id from b")).containsExactly("2");
            assertThat(query(database, "select version, state from schema_migrations where version > 2 order by 1"))
                    .containsExactly("3 skipped", "4 applied");
        }
    }

    /** A lease that ends soon, since the process that holds it lives on after what is a kill here. */
    private static Accrete.Builder killable(MemorySource source) {
        return builder(source).lockLease(Duration.ofMillis(60));
    }
}
