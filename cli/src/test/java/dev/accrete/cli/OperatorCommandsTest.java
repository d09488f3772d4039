package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.format.StepMode;
import dev.accrete.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done when something failed, has to go, or was there before. */
class OperatorCommandsTest {

    @TempDir
    Path folder;

    private CompiledProject project;

    @BeforeEach
    void aSavedMigration() {
        project = CompiledProject.shop(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void rollbackTakesBackAndSaysWhatIsLost(String dialect) throws SQLException {
        addPhone();
        try (TestDatabase database = project.migrated(dialect)) {
            CommandRun asked = project.run(database, "rollback", "prev");
            assertThat(asked.status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(asked.err())
                    .startsWith("rollback: [ACC-C019] V0002 add_phone will be taken back on " + database.url()
                            + ", and this data does not come back:\n  users.phone: all values\n");
            assertThat(project.run(database, "status").status()).isZero();

            assertThat(project.run(database, "rollback", "prev", "--yes"))
                    .isEqualTo(new CommandRun(0, "taken back: V0002 add_phone\n", ""));
            assertThat(project.run(database, "info", "users").out()).doesNotContainIgnoringCase("phone");
            assertThat(project.run(database, "rollback", "V0002").err()).startsWith("V0002: [ACC-C020] ");
            assertThat(project.run(database, "rollback", "V0001").err()).isEqualTo("nothing to take back\n");

            project.run(database, "migrate");
            assertThat(project.run(database, "rollback", "none", "--yes", "--json")
                            .out())
                    .isEqualTo("{\"takenBack\":[\"V0002 add_phone\",\"V0001 first\"],\"notes\":[]}\n");
            assertThat(project.run(database, "tables").out()).doesNotContainIgnoringCase("users");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aFailedMigrationIsResumedRevertedOrGoesOnWithoutAStatement(String dialect) throws SQLException {
        addPhone();
        append(
                "-- accrete:step 2 transaction more\nINSERT INTO missing VALUES (1);\nINSERT INTO users (id, email) VALUES (7, 'x');\n");
        try (TestDatabase database = TestDatabase.create(dialect)) {
            assertThat(project.run(database, "resume").err()).startsWith("nothing to resume");
            assertThat(project.run(database, "revert").err())
                    .startsWith(database.url() + ": [ACC-C034] no migration failed or was interrupted");
            assertThat(project.run(database, "migrate").status()).isEqualTo(ExitCode.DATABASE.number());
            CommandRun status = project.run(database, "status");
            assertThat(status.out()).contains("\nfailed    V0002 add_phone (compatible): ");
            assertThat(status.status()).isEqualTo(ExitCode.FOUND.number());

            CommandRun asked = project.run(database, "skip", "V0002", "2", "1");
            assertThat(asked.err())
                    .startsWith("skip: [ACC-C019] statement 1 of step 2 of V0002 will never run on " + database.url());
            assertThat(project.run(database, "skip", "V0001", "2", "1", "--yes").err())
                    .contains("[ACC-R024]");
            assertThat(project.run(database, "revert", "--yes").out()).isEqualTo("taken back: V0002 add_phone\n");
            assertThat(project.run(database, "info", "users").out()).doesNotContainIgnoringCase("phone");

            assertThat(project.run(database, "migrate").status()).isEqualTo(ExitCode.DATABASE.number());
            assertThat(project.run(database, "skip", "V0002", "2", "1", "--yes").out())
                    .isEqualTo("without the statement: V0002 add_phone\n");
            assertThat(project.run(database, "history").out()).contains("add_phone  (");
            assertThat(count(database, "users")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void resumeGoesOnWhenTheCauseIsGone(String dialect) throws SQLException {
        addPhone();
        append("-- accrete:step 2 transaction more\nINSERT INTO users (id, email) VALUES (7, 'x');\n");
        try (TestDatabase database = TestDatabase.create(dialect)) {
            project.run(database, "migrate", "--to", "V0001");
            database.execute("INSERT INTO users (id, email) VALUES (7, 'in the way')");
            assertThat(project.run(database, "migrate").status()).isEqualTo(ExitCode.DATABASE.number());

            database.execute("DELETE FROM users");
            CommandRun resumed = project.run(database, "resume");

            assertThat(resumed.out()).as(resumed.err()).isEqualTo("applied V0002 add_phone\n");
            assertThat(count(database, "users")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void stampRecordsWhatIsThereAndRefusesWhatIsNot(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            CommandRun empty = project.run(database, "stamp");
            assertThat(empty.status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(empty.err())
                    .startsWith(database.url() + ": [ACC-C033] the covered tables differ from the snapshot")
                    .containsIgnoringCase("\n    table public.users: expected (");
            assertThat(project.run(database, "history").out()).isEqualTo("nothing has been applied yet\n");

            byHand(database, dialect);
            assertThat(project.run(database, "stamp").out()).isEqualTo("recorded: V0001 first\n");
            assertThat(project.run(database, "status").status()).isZero();
            assertThat(project.run(database, "history").out()).contains("(stamped)");
            assertThat(project.run(database, "stamp").err()).isEqualTo("everything up to V0001 is recorded already\n");
        }
        addPhone();
        try (TestDatabase database = TestDatabase.create(dialect)) {
            assertThat(project.run(database, "stamp", "V0001").err()).startsWith("V0001: [ACC-C033] ");
            assertThat(project.run(database, "stamp", "V0001", "--force").err())
                    .startsWith("stamp: [ACC-C019] migrations up to V0001 count as applied");
            assertThat(project.run(database, "stamp", "V0001", "--force", "--yes")
                            .status())
                    .isZero();
            assertThat(project.run(database, "stamp", "V0009").err()).startsWith("V0009: [ACC-C020] ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void adoptRecordsADatabaseThatFits(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            byHand(database, dialect);
            database.execute("INSERT INTO users (id, email) VALUES (1, 'a')");

            assertThat(project.run(database, "adopt")).isEqualTo(new CommandRun(0, "recorded: V0001 first\n", ""));
            assertThat(project.run(database, "migrate").out()).isEqualTo("nothing was pending\n");
            assertThat(count(database, "users")).isEqualTo(1);
        }
    }

    /** As Hibernate would have made it a while ago: other names, another type, a column and a table that are missing. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void adoptWritesWhatClosesTheDifferences(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute(
                    "CREATE SEQUENCE users_seq START WITH 1 INCREMENT BY 50",
                    "CREATE TABLE users (id bigint NOT NULL, email varchar(100), legacy varchar(10),"
                            + " CONSTRAINT pk_old PRIMARY KEY (id), CONSTRAINT uk_old UNIQUE (email))",
                    "INSERT INTO users (id, email) VALUES (1, 'a')");

            CommandRun run = project.run(database, "adopt", "--write", "closing.sql");

            assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.FOUND.number());
            assertThat(run.out().toLowerCase(Locale.ROOT))
                    .contains("table public.orders: expected (")
                    .contains("column public.users.name: expected ")
                    .contains("column public.users.email: type: expected ")
                    .contains("column public.users.legacy: expected absent");
            assertThat(run.err()).isEqualTo("written to closing.sql: read it, run it, then adopt again\n");
            String script = ProjectFixture.read(folder.resolve("closing.sql"));
            assertThat(script)
                    .startsWith("-- accrete:migration V0001 adopt " + dialect + "\n")
                    .contains("users_pkey")
                    .contains("-- What differed when this was written:\n");
            assertThat(project.run(database, "history").out()).isEqualTo("nothing has been applied yet\n");

            runByHand(database, script);
            CommandRun again = project.run(database, "adopt");
            assertThat(again.out().toLowerCase(Locale.ROOT))
                    .as(script)
                    .isEqualTo("column public.users.legacy: expected absent, found character varying(10) null\n");
            database.execute("ALTER TABLE users DROP COLUMN legacy");
            assertThat(project.run(database, "adopt").out()).isEqualTo("recorded: V0001 first\n");
            assertThat(count(database, "users")).isEqualTo(1);
        }
    }

    /** Checks that are missing, and some that say something else. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void adoptClosesWhatChecksDiffer(String dialect) throws SQLException {
        CompiledProject own = new CompiledProject(folder.resolve("own"));
        ProjectFixture.write(own.root().resolve("pom.xml"), "<project/>\n");
        own.compile(CompiledProject.USER.formatted(""), """
                package com.acme;

                import jakarta.persistence.*;

                @Entity
                @Table(name = "orders")
                public class Order {
                    public enum State { NEW, PAID, SENT }

                    @Id
                    Long id;

                    @ManyToOne(optional = false)
                    User user;

                    @Column(check = @CheckConstraint(constraint = "total >= 0"))
                    int total;

                    @Column(check = @CheckConstraint(constraint = "tax between 0 and 100"))
                    int tax;

                    @Enumerated(EnumType.STRING)
                    @Column(length = 10)
                    State state;

                    @Enumerated(EnumType.ORDINAL)
                    State next;
                }
                """);
        assertThat(own.run("save", "first").status()).isZero();
        try (TestDatabase database = own.migrated(dialect)) {
            String[] names = constraints(database);
            assertThat(names).hasSizeGreaterThan(2);
            for (String name : names) {
                database.execute("ALTER TABLE orders DROP CONSTRAINT " + name);
            }
            database.execute(
                    "ALTER TABLE orders ADD CONSTRAINT " + names[0] + " CHECK (id > -5)",
                    "ALTER TABLE orders ADD CONSTRAINT " + names[1] + " CHECK (id > -7)",
                    "DROP TABLE schema_migrations");

            assertThat(own.run(database, "adopt", "--write", "closing.sql").status())
                    .isEqualTo(ExitCode.FOUND.number());
            String script = ProjectFixture.read(own.root().resolve("closing.sql"));
            runByHand(database, script);

            CommandRun again = own.run(database, "adopt");
            assertThat(again.out()).as(script + again.out() + again.err()).isEqualTo("recorded: V0001 first\n");
        }
    }

    private static String[] constraints(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select constraint_name from information_schema.table_constraints where constraint_type = 'CHECK'"
                                + " and lower(table_name) = 'orders' and constraint_name not like '%not_null' order by 1")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names.toArray(String[]::new);
        }
    }

    /** Orders are missing; users have a column too many, a row, and lack a name. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void adoptCreatesWhatIsMissingAndTouchesNothingThatIsThere(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            CommandRun empty = project.run(database, "adopt", "--create-missing");
            assertThat(empty.status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(empty.err()).contains("[ACC-C041] none of the covered tables is there");
            database.execute(
                    "CREATE TABLE users (id bigint NOT NULL, email varchar(100), legacy varchar(10),"
                            + " CONSTRAINT users_pkey PRIMARY KEY (id))",
                    "INSERT INTO users (id, email) VALUES (1, 'a')");

            CommandRun run = project.run(database, "adopt", "--create-missing");

            assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.FOUND.number());
            assertThat(run.err()).isEqualTo("created: orders\n");
            assertThat(run.out().toLowerCase(Locale.ROOT))
                    .contains("column public.users.name: expected ")
                    .contains("column public.users.legacy: expected absent")
                    .doesNotContain("orders")
                    .doesNotContain("users_seq")
                    .endsWith("recorded: v0001 first\n");
            database.execute(
                    "INSERT INTO users (id, email, legacy) VALUES (2, 'b', 'c')",
                    "INSERT INTO orders (id, user_id, total) VALUES (1, 2, 3)");
            assertThat(count(database, "users")).isEqualTo(2);
            assertThat(project.run(database, "migrate").out()).isEqualTo("nothing was pending\n");
            assertThat(project.run(database, "adopt", "--create-missing").err())
                    .contains("[ACC-C041] migrations are recorded here");
            ProjectFixture.write(
                    folder.resolve("accrete.properties"),
                    "p.url=" + database.url() + "\np.user=" + database.user() + "\np.environment=production\n");
            assertThat(project.run("adopt", "--create-missing", "-i", "p").err())
                    .contains("[ACC-C036]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void otherNamesCanBeAccepted(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            byHand(database, dialect);
            database.execute("ALTER TABLE users RENAME CONSTRAINT users_email_key TO uk_email");

            assertThat(project.run(database, "adopt").status()).isEqualTo(ExitCode.FOUND.number());
            assertThat(project.run(database, "adopt", "--ignore-names").out()).isEqualTo("recorded: V0001 first\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void whatFlywayHasRunIsRecordedAndTheRestIsPending(String dialect) throws SQLException {
        addPhone();
        try (TestDatabase database = TestDatabase.create(dialect)) {
            byHand(database, dialect);
            database.execute(
                    "CREATE TABLE \"flyway_schema_history\" (\"installed_rank\" integer, \"version\" varchar(50),"
                            + " \"description\" varchar(200), \"script\" varchar(1000), \"installed_on\" timestamp, \"success\" boolean)");
            database.execute("INSERT INTO \"flyway_schema_history\" VALUES (1, '0001', 'first', 'V0001__first.sql',"
                    + " TIMESTAMP '2026-01-02 03:04:05', false)");
            assertThat(project.run(database, "adopt").err())
                    .contains(database.url()
                            + ": [ACC-C035] Flyway has not finished: it has failed migrations: 0001 first");
            database.execute("UPDATE \"flyway_schema_history\" SET \"success\" = true");

            CommandRun run = project.run(database, "adopt");

            assertThat(run.out()).as(run.err()).isEqualTo("recorded: V0001 first\n");
            assertThat(run.err())
                    .startsWith("Flyway has applied 1 migration, the last was 0001 first on 2026-01-02 03:04:05")
                    .endsWith("the rest is pending: `accrete migrate`\n");
            assertThat(project.run(database, "migrate").out()).isEqualTo("applied V0002 add_phone\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void liquibaseIsNamedAndItsLockRespected(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            byHand(database, dialect);
            database.execute(
                    "CREATE TABLE databasechangelog (id varchar(255), author varchar(255), filename varchar(255),"
                            + " dateexecuted timestamp, orderexecuted integer)",
                    "INSERT INTO databasechangelog VALUES ('1', 'me', 'x.xml', TIMESTAMP '2026-01-02 03:04:05', 1)",
                    "CREATE TABLE databasechangeloglock (id integer, locked boolean, lockedby varchar(255))",
                    "INSERT INTO databasechangeloglock VALUES (1, true, 'host a')");
            assertThat(project.run(database, "adopt").err())
                    .startsWith("Liquibase has applied 1 migration, the last was 1 by me on 2026-01-02")
                    .contains("[ACC-C035] Liquibase has not finished: it is locked by host a");

            database.execute("UPDATE databasechangeloglock SET locked = false");
            assertThat(project.run(database, "adopt").out()).isEqualTo("recorded: V0001 first\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void resetDropsWhatIsCoveredAndNothingElse(String dialect) throws SQLException {
        ProjectFixture.write(
                project.migrations().resolveSibling("seed").resolve("01.sql"),
                "INSERT INTO users (id, email) VALUES (10, 'semi;colon');\n-- one more\nINSERT INTO orders VALUES (1, 5, 10);\n"
                        .replace("VALUES (1, 5, 10)", "(id, total, user_id) VALUES (1, 5, 10)"));
        try (TestDatabase database = project.migrated(dialect)) {
            database.execute(
                    "INSERT INTO users (id, email) VALUES (1, 'old')",
                    "CREATE TABLE foreign_one (id integer)",
                    "INSERT INTO foreign_one VALUES (1)");
            assertThat(project.run(database, "reset").err())
                    .startsWith(database.url() + ": [ACC-C019] reset drops every covered table");
            assertThat(count(database, "users")).isEqualTo(1);

            CommandRun run = project.run(database, "reset", "--force", "--seed");

            assertThat(run.out())
                    .as(run.err())
                    .isEqualTo("dropped orders\ndropped users\napplied V0001 first\nplanted 01.sql\n");
            assertThat(count(database, "users")).isEqualTo(1);
            assertThat(count(database, "orders")).isEqualTo(1);
            assertThat(count(database, "foreign_one")).isEqualTo(1);
            assertThat(project.run(database, "verify").status()).isZero();

            CommandRun production = CommandRun.in(
                    folder,
                    Map.of("ACCRETE_PASSWORD", database.password(), "ACCRETE_ENVIRONMENT", "production"),
                    "reset",
                    "--force",
                    "--url",
                    database.url(),
                    "--user",
                    database.user());
            assertThat(production.err()).startsWith(database.url() + ": [ACC-C036] ");
            assertThat(production.status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(count(database, "users")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aForeignTableThatNeedsACoveredOneKeepsItFromBeingDropped(String dialect) throws SQLException {
        try (TestDatabase database = project.migrated(dialect)) {
            database.execute(
                    "INSERT INTO users (id, email) VALUES (1, 'old')",
                    "CREATE TABLE foreign_one (id bigint REFERENCES users (id))");

            CommandRun run = project.run(database, "reset", "--force");

            assertThat(run.err()).startsWith(database.url() + ": [ACC-C038] ");
            assertThat(count(database, "users")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aSeedThatFailsPlantsNothingOfItsFile(String dialect) throws SQLException {
        ProjectFixture.write(
                folder.resolve("seeds/01.sql"),
                "INSERT INTO users (id, email) VALUES (10, 'a');\nINSERT INTO nowhere VALUES (1);\n");
        try (TestDatabase database = project.migrated(dialect)) {
            CommandRun run = project.run(database, "seed", "--seeds", "seeds");

            assertThat(run.err()).startsWith("$DIR/seeds/01.sql:2: [ACC-C037] ");
            assertThat(count(database, "users")).isZero();
            assertThat(project.run(database, "seed", "--seeds", "none").err())
                    .startsWith("$DIR/none: [ACC-C037] there is no");
        }
    }

    private void addPhone() {
        project.compile(CompiledProject.USER.formatted("    String phone;\n"), CompiledProject.ORDER);
        assertThat(project.run("save", "add phone").status()).isZero();
    }

    /** Appends to V0002 of both dialects and seals it. */
    private void append(String step) {
        for (String dialect : List.of("h2", "postgresql")) {
            Path script = project.migrations().resolve(dialect + "/V0002__add_phone.sql");
            ProjectFixture.write(script, ProjectFixture.read(script) + "\n" + step);
        }
        assertThat(project.run("seal").status()).isZero();
    }

    /** The tables as V0001 makes them, without a history. */
    private void byHand(TestDatabase database, String dialect) throws SQLException {
        runByHand(database, ProjectFixture.read(project.migrations().resolve(dialect + "/V0001__first.sql")));
    }

    /** As a person runs a script with psql: what is not in a transaction by itself. */
    private static void runByHand(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (ScriptStep step : Script.parse(script, "by hand").steps()) {
                connection.setAutoCommit(step.mode() == StepMode.AUTOCOMMIT);
                for (ScriptStatement each : step.statements()) {
                    statement.execute(each.sql());
                }
                connection.setAutoCommit(true);
            }
        }
    }

    private static int count(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
