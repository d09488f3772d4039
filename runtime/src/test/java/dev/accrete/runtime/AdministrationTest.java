package dev.accrete.runtime;

import static dev.accrete.runtime.TestRows.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators do when a migration failed, must go, or was done by hand. */
class AdministrationTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aMigrationThatFailedIsShownWithItsReasonAndGoesOnAfterACorrection(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = failing(dialect);
            assertFails(database, source);

            MigrationStatus status = accrete(database, source).status().get(0);
            MigrationStatus.Entry failed = status.entries().get(1);
            assertThat(failed.state()).isEqualTo("failed");
            assertThat(failed.note()).contains("ACC-R008", "step 1, statement 2", "missing");
            assertThat(failed.statement()).isEqualTo(1);
            assertThat(status.lockHolder()).isEmpty();
            assertThat(status.isPending()).isTrue();

            source.correct("missing", "a");
            accrete(database, source).migrate();

            assertThat(ids(database)).containsExactly("1", "2", "3");
            assertThat(rows(database)).containsExactly("1 applied ", "2 applied ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void thePartThatHasRunMayNotBeCorrected(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = failing(dialect);
            assertFails(database, source);

            source.correct("values (2)", "values (7)");

            assertThatThrownBy(() -> accrete(database, source).migrate())
                    .hasMessageContainingAll("ACC-R005", "0 steps, then 1 statements");
            assertThat(ids(database)).containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aFailingStatementIsLeftOutOnPurposeAndTheHistorySaysSo(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = failing(dialect);
            assertFails(database, source);

            Accrete accrete = accrete(database, source);
            assertThatThrownBy(() -> accrete.skip("main", 1, 1, 1)).hasMessageContaining("ACC-R024");
            assertThatThrownBy(() -> accrete.skip("main", 2, 1, 9)).hasMessageContaining("ACC-R024");
            assertThatThrownBy(() -> accrete.skip("other", 2, 1, 2)).hasMessageContaining("ACC-R024");
            accrete.skip("main", 2, 1, 2);

            assertThat(ids(database)).containsExactly("1", "2", "3");
            assertThat(rows(database)).containsExactly("1 applied ", "2 applied without step 1, statement 2");
            assertThat(accrete.migrate().applied()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aMigrationThatFailedHalfWayIsTakenBack(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = failing(dialect).undo("delete from a where id in (2, 3);");
            assertFails(database, source);

            MigrationReport report = accrete(database, source).rollback("main", 1);

            assertThat(report.applied())
                    .extracting(MigrationReport.Applied::version)
                    .containsExactly("V0002");
            assertThat(ids(database)).containsExactly("1");
            assertThat(rows(database)).containsExactly("1 applied ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void migrationsAreTakenBackLastFirstAndAppliedAgain(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = three(dialect);
            Accrete accrete = accrete(database, source);
            accrete.migrate();

            assertThat(accrete.rollback("main", 1).applied())
                    .extracting(MigrationReport.Applied::version)
                    .containsExactly("V0003", "V0002");
            assertThat(rows(database)).containsExactly("1 applied ");
            assertThatThrownBy(() -> query(database, "select n from a")).isInstanceOf(SQLException.class);

            assertThat(accrete.migrate().applied()).hasSize(2);
            assertThat(accrete.rollback("main", 0).applied()).hasSize(3);
            assertThat(rows(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void withoutAnUndoScriptNothingIsTakenBack(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = new MemorySource(dialect)
                    .save("first", "create table a (id int primary key);")
                    .save("second", "create table b (id int);")
                    .undo("drop table if exists b;");
            accrete(database, source).migrate();

            assertThatThrownBy(() -> accrete(database, source).rollback("main", 0))
                    .hasMessageContainingAll("ACC-R022", "U0001__first.sql");
            assertThat(query(database, "select id from b")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aRollbackThatStopsIsTakenUpWhereItStoppedAndNothingElseRunsBefore(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            String undo = "-- accrete:undo V0002 second " + dialect + "\n-- accrete:step 1 autocommit\n"
                    + "delete from a where id = 2;\ninsert into missing values (1);";
            MemorySource source = three(dialect).put("db/migration/" + dialect + "/U0002__second.sql", undo);
            Accrete accrete = accrete(database, source);
            accrete.migrate();

            assertThatThrownBy(() -> accrete.rollback("main", 0)).hasMessageContaining("ACC-R008");
            assertThat(accrete.status().get(0).entries().get(1).state()).isEqualTo("reverting");
            assertThatThrownBy(accrete::migrate).hasMessageContaining("ACC-R025");

            accrete.skip("main", 2, 1, 2);
            assertThat(rows(database)).containsExactly("1 applied ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void whatWasDoneByHandIsRecordedIfTheCheckAgrees(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = three(dialect);
            Accrete accrete = accrete(database, source);
            database.execute("create table a (id int primary key, n int)");

            assertThatThrownBy(() -> accrete.stamp("main", 3, (connection, stream, upTo) -> {
                        throw new AccreteException(RuntimeCode.PENDING, stream, "differs", "correct it", null);
                    }))
                    .hasMessageContaining("differs");
            assertThatThrownBy(() -> rows(database)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> accrete.stamp("main", 4, (connection, stream, upTo) -> {}))
                    .hasMessageContaining("ACC-R024");
            accrete.stamp("main", 2, (connection, stream, upTo) -> {});

            assertThat(rows(database)).containsExactly("1 applied stamped", "2 applied stamped");
            assertThat(accrete.migrate().applied())
                    .extracting(MigrationReport.Applied::version)
                    .containsExactly("V0003");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void statusTellsVerdictsAndWhoHoldsTheLock(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            MemorySource source = three(dialect).saveRaw("fourth", "-- accrete:verdict breaking\nselect 1;");
            MigrationStatus[] during = new MigrationStatus[1];

            builder(database, source)
                    .listener(event -> {
                        if (event.kind() == MigrationListener.Kind.STATEMENT_DONE && during[0] == null) {
                            during[0] = accrete(database, source).status().get(0);
                        }
                    })
                    .build()
                    .migrate();

            assertThat(during[0].lockHolder()).get().asString().contains("since ");
            assertThat(during[0].entries())
                    .extracting(MigrationStatus.Entry::verdict)
                    .contains("breaking");
            assertThat(accrete(database, source).status().get(0).lockHolder()).isEmpty();
        }
    }

    /** The second migration puts one row into {@code a}, fails, and would put another. */
    private static MemorySource failing(String dialect) {
        return new MemorySource(dialect)
                .save("first", "create table a (id int primary key); insert into a values (1);")
                .saveRaw(
                        "second",
                        "-- accrete:step 1 autocommit\ninsert into a values (2);\n"
                                + "delete from missing where id = 99;\ninsert into a values (3);");
    }

    private static MemorySource three(String dialect) {
        return new MemorySource(dialect)
                .save("first", "create table a (id int primary key);")
                .undo("drop table if exists a;")
                .save("second", "insert into a values (2);")
                .undo("delete from a where id = 2;")
                .save("third", "alter table a add column if not exists n int;")
                .undo("alter table a drop column if exists n;");
    }

    private static void assertFails(TestDatabase database, MemorySource source) {
        assertThatThrownBy(() -> accrete(database, source).migrate()).hasMessageContaining("ACC-R008");
    }

    private static List<String> ids(TestDatabase database) throws SQLException {
        return query(database, "select id from a order by id");
    }

    private static List<String> rows(TestDatabase database) throws SQLException {
        return query(database, "select version || ' ' || state || ' ' || note from schema_migrations order by version");
    }

    private static Accrete accrete(TestDatabase database, MemorySource source) {
        return builder(database, source).build();
    }

    private static Accrete.Builder builder(TestDatabase database, MemorySource source) {
        return Accrete.builder()
                .dataSource(database.dataSource())
                .source(source)
                .lockWait(Duration.ofSeconds(20));
    }
}
