package dev.accrete.runtime;

import static dev.accrete.runtime.TestRows.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrateTest {

    private static final String[] TWO_TABLES = {"create table a (id int primary key)", "create table b (id int)"};

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
    void aHistoryTableOfAnotherToolIsRefusedAndAnotherNameHelps(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute("create table schema_migrations (version varchar(255) primary key)");

            assertRefused(database, twoTables(dialect), RuntimeCode.FOREIGN_HISTORY_TABLE);
            MigrationReport report = accrete(database, twoTables(dialect))
                    .historyTable("accrete_migrations")
                    .build()
                    .migrate();

            assertThat(report.applied()).hasSize(2);
            assertThat(query(database, "select count(*) from schema_migrations"))
                    .containsExactly("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aTableThatExistsAndIsForeignStopsTheRunBeforeAnythingRuns(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute("create table b (other int)");

            assertRefused(database, twoTables(dialect), RuntimeCode.TABLE_EXISTS);
            assertThatThrownBy(() -> query(database, "select * from a")).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aScriptThatReachesForAForeignTableIsRefusedUnlessItSaysSo(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute("create table theirs (id int primary key)");
            MemorySource source = twoTables(dialect).save("third", "alter table theirs add column mine int;");

            assertRefused(database, source, RuntimeCode.FOREIGN_OBJECT);
            assertThatThrownBy(() -> query(database, "select mine from theirs")).isInstanceOf(SQLException.class);

            MemorySource stated = twoTables(dialect)
                    .saveRaw("third", "-- accrete:foreign theirs\nalter table theirs add column mine int;");
            accrete(database, stated).build().migrate();
            assertThat(query(database, "select mine from theirs")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aForeignKeyToAForeignTableIsNoChangeOfIt(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute("create table theirs (id int primary key)");
            MemorySource source = new MemorySource(dialect)
                    .save("first", "create table mine (id int primary key, their_id int references theirs (id));");

            assertThat(accrete(database, source).build().migrate().applied()).hasSize(1);
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

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void draftsAreAppliedTakenBackAndBecomeTheSavedMigration(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = twoTables(dialect).draft("create table c (id int);", "drop table if exists c;");
            assertRefused(database, source, RuntimeCode.UNSAVED_MODEL);

            drafts(database, source);
            assertThat(query(database, "select id from c")).isEmpty();

            source.draft("create table c (id int, n int);", "drop table if exists c;");
            drafts(database, source);
            assertThat(query(database, "select n from c")).isEmpty();

            database.execute("insert into c values (1, 2)");
            source.save("third", "create table c (id int, n int);").noDraft();
            accrete(database, source).build().migrate();
            assertThat(query(database, "select n from c")).containsExactly("2");
            assertThat(query(database, "select state, description from schema_migrations where version = 3"))
                    .containsExactly("applied third");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDraftThatIsGoneIsTakenBackAndNeverInProduction(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = twoTables(dialect)
                    .draft(
                            "create table c (id bigint generated by default as identity primary key);",
                            "drop table if exists c;");
            assertThatThrownBy(() -> accrete(database, source)
                            .drafts(DraftPolicy.APPLY)
                            .environment("prod")
                            .build()
                            .migrate())
                    .hasMessageContaining("ACC-R017");
            drafts(database, source);
            source.noDraft();

            assertRefused(database, source, RuntimeCode.DRAFT_IN_DATABASE);
            drafts(database, source);

            assertThatThrownBy(() -> query(database, "select * from c")).isInstanceOf(SQLException.class);
            assertThat(query(database, "select count(*) from schema_migrations"))
                    .containsExactly("2");
        }
    }

    @Test
    void anOnlineIndexBuildThatFailedIsDroppedAndBuiltAnew() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            MemorySource source = new MemorySource("postgresql")
                    .save("first", "create table a (id int);insert into a values (1), (1);")
                    .saveRaw(
                            "index",
                            "-- accrete:step 1 autocommit index=a_id\n"
                                    + "create unique index concurrently if not exists a_id on a (id);");

            assertRefused(database, source, RuntimeCode.STATEMENT_FAILED);
            assertThat(query(database, "select indisvalid from pg_index where indexrelid = 'a_id'::regclass"))
                    .containsExactly("f");
            database.execute("delete from a where ctid = (select min(ctid) from a)");
            accrete(database, source).build().migrate();

            assertThat(query(database, "select indisvalid from pg_index where indexrelid = 'a_id'::regclass"))
                    .containsExactly("t");
        }
    }

    @Test
    void timeoutsOfTheSessionDoNotEndOnlineBuildsAndAreGivenBack() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql");
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = '200ms'");
            List<Connection> connections = new ArrayList<>(List.of(TestDataSources.withoutClose(connection)));
            DataSource pool =
                    TestDataSources.of(() -> connections.isEmpty() ? database.connect() : connections.remove(0));
            MemorySource source = new MemorySource("postgresql")
                    .saveRaw("first", "-- accrete:step 1 autocommit\nselect pg_sleep(0.4);");

            builder(source).dataSource(pool).build().migrate();

            try (ResultSet row = statement.executeQuery("show statement_timeout")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("200ms");
            }
        }
    }

    @Test
    void aStepThatMeetsALockOfTheApplicationIsTriedAgain() throws Exception {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            MemorySource source = twoTables("postgresql");
            accrete(database, source).build().migrate();
            source.saveRaw(
                    "third", "-- accrete:step 1 transaction locks=a add column\nalter table a add column n int;");
            List<String> waits = new ArrayList<>();
            try (Connection reader = database.connect();
                    var statement = reader.createStatement()) {
                reader.setAutoCommit(false);
                statement.executeQuery("select * from a").close();
                accrete(database, source)
                        .listener(event -> {
                            if (event.kind() == MigrationListener.Kind.WAITING) {
                                waits.add(event.text());
                                rollback(reader);
                            }
                        })
                        .build()
                        .migrate();
            }
            assertThat(waits).isNotEmpty();
            assertThat(query(database, "select n from a")).isEmpty();
        }
    }

    @Test
    void namesInMarkersMayBeKeyWordsAndHoldSpaces() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            MemorySource source = new MemorySource("postgresql")
                    .save(
                            "first",
                            "create table \"order\" (id int); create table \"My table\" (id int);"
                                    + "create sequence numbers;")
                    .saveRaw(
                            "second",
                            "-- accrete:step 1 transaction locks=numbers,order,\"My%20table\" x\n"
                                    + "alter table \"order\" add n int; alter table \"My table\" add n int;\n"
                                    + "-- accrete:step 2 autocommit index=\"Order%20index\" x\n"
                                    + "create index concurrently \"Order index\" on \"order\" (n);");

            accrete(database, source).build().migrate();

            assertThat(query(database, "select n from \"My table\"")).isEmpty();
        }
    }

    @Test
    void theLockNamesItsHolderWhenTheWaitEnds() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            MemorySource source = twoTables("postgresql");
            List<AccreteException> refused = new ArrayList<>();
            accrete(database, source)
                    .listener(event -> {
                        if (event.kind() == MigrationListener.Kind.MIGRATION_STARTED && refused.isEmpty()) {
                            try {
                                accrete(database, source)
                                        .lockWait(Duration.ofMillis(300))
                                        .build()
                                        .migrate();
                            } catch (AccreteException e) {
                                refused.add(e);
                            }
                        }
                    })
                    .build()
                    .migrate();

            assertThat(refused).singleElement().satisfies(e -> {
                assertThat(e.code()).isEqualTo(RuntimeCode.LOCK_TIMEOUT);
                assertThat(e).hasMessageContainingAll("pid ", "user postgres", "since ");
            });
        }
    }

    @Test
    void aTransactionPoolerIsDetectedAndRefused() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql");
                Connection only = database.connect()) {
            DataSource pooled = TestDataSources.of(() -> TestDataSources.withoutClose(only));

            assertThatThrownBy(() -> builder(twoTables("postgresql"))
                            .dataSource(pooled)
                            .build()
                            .migrate())
                    .hasMessageContaining("ACC-R010");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDatabaseThatCannotBeReachedIsOneMessageWithoutSecrets(String dialect) {
        String url =
                dialect.equals("h2") ? "jdbc:h2:tcp://localhost:1/x;PASSWORD=geheim" : "jdbc:nothing:x?password=geheim";
        DataSource broken = TestDataSources.of(() -> DriverManager.getConnection(url));

        assertThatThrownBy(() ->
                        builder(twoTables(dialect)).dataSource(broken).build().migrate())
                .isInstanceOfSatisfying(AccreteException.class, e -> {
                    assertThat(e.code()).isEqualTo(RuntimeCode.NO_CONNECTION);
                    assertThat(e).message().doesNotContain("geheim");
                    assertThat(e.getCause()).message().doesNotContain("geheim");
                });
        MigrationReport report = builder(twoTables(dialect))
                .dataSource(broken)
                .onFailure(FailurePolicy.KEEP_GOING)
                .build()
                .migrate();
        assertThat(report.failure()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void severalSourcesHaveStreamsOfTheirOwnAndStillOneQuery(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource shop = new MemorySource("shop", dialect).save("first", "create table s (id int);");
            MemorySource users = new MemorySource("users", dialect).save("first", "create table u (id int);");
            SpyDataSource spy = new SpyDataSource(database.dataSource());

            accrete(database, shop).source(users).build().migrate();
            accrete(database, shop)
                    .source(users)
                    .dataSource(spy.dataSource())
                    .build()
                    .migrate();

            assertThat(spy.statements).hasValue(1);
            assertThat(query(database, "select stream, version from schema_migrations order by stream"))
                    .containsExactly("shop 1", "users 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void connectionsAreHandedBackAsTheyCame(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect);
                Connection first = database.connect()) {
            first.setAutoCommit(false);
            List<Connection> connections = new ArrayList<>(List.of(TestDataSources.withoutClose(first)));
            DataSource pool =
                    TestDataSources.of(() -> connections.isEmpty() ? database.connect() : connections.remove(0));

            builder(twoTables(dialect)).dataSource(pool).build().migrate();

            assertThat(first.getAutoCommit()).isFalse();
            assertThat(query(database, "select count(*) from schema_migrations"))
                    .containsExactly("2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aSchemaCanBeNamed(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            String schema = dialect.equals("h2") ? "APP" : "app";
            database.execute("create schema " + schema);

            accrete(database, twoTables(dialect)).schema(schema).build().migrate();
            accrete(database, twoTables(dialect)).schema(schema).build().migrate();

            assertThat(query(database, "select count(*) from app.schema_migrations"))
                    .containsExactly("2");
            assertThat(query(database, "select * from app.b")).isEmpty();
        }
    }

    @Test
    void missingRightsAreOneMessageAndChangeNothing() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            String user = "weak" + System.nanoTime();
            database.execute(
                    "create role " + user + " login password 'x'", "revoke create on schema public from public");
            DataSource weak = TestDataSources.of(() -> DriverManager.getConnection(database.url(), user, "x"));

            assertThatThrownBy(() -> builder(twoTables("postgresql"))
                            .dataSource(weak)
                            .build()
                            .migrate())
                    .hasMessageContainingAll("42501", "fix:");
            assertThatThrownBy(() -> query(database, "select * from schema_migrations"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void twoSourcesOfOneNameAreRefused() {
        Accrete.Builder both =
                builder(twoTables("h2")).source(twoTables("h2")).dataSource(TestDataSources.of(() -> null));

        assertThatThrownBy(both::build).hasMessageContainingAll("ACC-R018", "name main");
    }

    @Test
    void noSourceAtAllIsNoSilentSuccess() {
        assertThatThrownBy(() -> Accrete.migrate(TestDataSources.of(() -> null)))
                .hasMessageContainingAll("ACC-R018", "accrete-processor");
    }

    @Test
    void aSettingThatCannotBeReadIsNamed() {
        System.setProperty("accrete.mode", "sometimes");
        try {
            assertThatThrownBy(Accrete::builder).hasMessageContainingAll("ACC-R017", "accrete.mode", "sometimes");
        } finally {
            System.clearProperty("accrete.mode");
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void drafts(TestDatabase database, MemorySource source) {
        accrete(database, source).drafts(DraftPolicy.APPLY).build().migrate();
    }

    private static void assertRefused(TestDatabase database, MemorySource source, RuntimeCode code) {
        assertThatThrownBy(() -> accrete(database, source).build().migrate())
                .isInstanceOfSatisfying(
                        AccreteException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    private static MemorySource twoTables(String dialect) {
        return new MemorySource(dialect).save("first", TWO_TABLES[0] + ";").save("second", TWO_TABLES[1] + ";");
    }

    private static Accrete.Builder accrete(TestDatabase database, MemorySource source) {
        return builder(source).dataSource(database.dataSource());
    }

    private static Accrete.Builder builder(MemorySource source) {
        return Accrete.builder().source(source).lockWait(Duration.ofSeconds(60)).lockLease(Duration.ofSeconds(5));
    }

    /** A lease that ends soon, since the process that holds it lives on after what is a kill here. */
    private static Accrete.Builder killable(MemorySource source) {
        return builder(source).lockLease(Duration.ofMillis(60));
    }
}
