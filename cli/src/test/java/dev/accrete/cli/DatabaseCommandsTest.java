package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that need a database, on real ones. */
class DatabaseCommandsTest {

    @TempDir
    Path folder;

    private ProjectFixture project;

    @BeforeEach
    void twoMigrations() {
        project = ProjectFixture.maven(folder);
        for (String table : List.of("users", "orders")) {
            assertThat(project.draft(table).run("save", "add " + table).status())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void migrateAppliesWhatIsPendingAndThenNothing(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            CommandRun first = run(database, "migrate");
            CommandRun second = run(database, "migrate");

            assertThat(first)
                    .isEqualTo(new CommandRun(
                            0,
                            "applied V0001 add_users\napplied V0002 add_orders\n",
                            "applying V0001 add_users\napplying V0002 add_orders\n"));
            assertThat(second).isEqualTo(new CommandRun(0, "nothing was pending\n", ""));
            assertThat(tables(database)).containsExactly("orders", "schema_migrations", "users");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aTargetStopsEarlierAndTheRestFollowsLater(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            assertThat(run(database, "migrate", "--to", "V0001").out()).isEqualTo("applied V0001 add_users\n");
            assertThat(tables(database)).containsExactly("schema_migrations", "users");
            assertThat(run(database, "migrate").out()).isEqualTo("applied V0002 add_orders\n");

            CommandRun unknown = run(database, "migrate", "--to", "V0009");
            assertThat(unknown.status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(unknown.err())
                    .startsWith("V0009: [ACC-C020] the catalog has no such migration; its last is V0002\n");
            assertThat(run(database, "migrate", "--to", "next").err()).startsWith("next: [ACC-C020] ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void planPrintsTheStatementsAndChangesNothing(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            CommandRun run = run(database, "plan");

            String begin = dialect.equals("h2") ? "" : "BEGIN;\n";
            String commit = dialect.equals("h2") ? "" : "COMMIT;\n";
            assertThat(run.out())
                    .isEqualTo("-- V0001 add_users (compatible)  V0001__add_users.sql\n-- step 1 transaction: change\n"
                            + begin + "CREATE TABLE users (id bigint);\n" + commit
                            + "\n-- V0002 add_orders (compatible)  V0002__add_orders.sql\n"
                            + "-- step 1 transaction: change\n" + begin + "CREATE TABLE orders (id bigint);\n"
                            + commit);
            assertThat(run.status()).isZero();
            assertThat(tables(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void whatPlanWritesMakesTheSameTablesAsMigrate(String dialect) throws SQLException {
        try (TestDatabase planned = TestDatabase.create(dialect);
                TestDatabase migrated = TestDatabase.create(dialect)) {
            CommandRun run = run(planned, "plan", "--output", "plan.sql");
            planned.execute(ProjectFixture.read(folder.resolve("plan.sql")));
            run(migrated, "migrate");

            assertThat(run).isEqualTo(new CommandRun(0, "", "written to plan.sql\n"));
            TreeSet<String> expected = tables(migrated);
            expected.remove("schema_migrations");
            assertThat(tables(planned)).isEqualTo(expected).isNotEmpty();
            assertThat(run(migrated, "plan")).isEqualTo(new CommandRun(0, "", "nothing is pending\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void planOfABegunMigrationHoldsWhatIsLeft(String dialect) throws SQLException {
        edit("V0002__add_orders.sql", "\n-- accrete:step 2 transaction more\nCREATE TABLE bills (id nonsense);\n");
        try (TestDatabase database = TestDatabase.create(dialect)) {
            CommandRun failed = run(database, "migrate");
            CommandRun plan = run(database, "plan");

            assertThat(failed.status()).isEqualTo(ExitCode.DATABASE.number());
            assertThat(failed.err()).contains("[ACC-R008]").contains("V0002__add_orders.sql");
            assertThat(plan.out())
                    .startsWith("-- V0002 add_orders")
                    .contains("-- step 2 transaction: more\n")
                    .contains("CREATE TABLE bills")
                    .doesNotContain("CREATE TABLE orders");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void statusSaysWhatIsPendingByExitCodeToo(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            run(database, "migrate", "--to", "V0001");

            CommandRun pending = run(database, "status");
            assertThat(pending.out().replaceAll("(?m)^database  .*", "database  …"))
                    .isEqualTo("instance  " + database.url()
                            + "\ndatabase  …\ncurrent   V0001 add_users\nlatest    V0002 add_orders\n"
                            + "pending   V0002 add_orders (compatible)\n"
                            + "drift     not compared before all is applied\n");
            assertThat(pending.out()).contains(dialect.equals("h2") ? "database  H2 2." : "database  PostgreSQL ");
            assertThat(pending.status()).isEqualTo(ExitCode.FOUND.number());

            run(database, "migrate");
            CommandRun done = run(database, "status");
            assertThat(done.status()).isZero();
            assertThat(done.out()).doesNotContain("pending");
            assertThat(run(database, "status", "--json").out())
                    .contains("\"current\":\"V0002 add_orders\",\"latest\":\"V0002 add_orders\",\"waiting\":[],"
                            + "\"draft\":\"\",\"drift\":\"none\",\"lockHolder\":\"\",\"problems\":[],\"notes\":[]}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void historyShowsWhoAppliedWhatAndWhen(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            assertThat(run(database, "history").out()).isEqualTo("nothing has been applied yet\n");
            run(database, "migrate");

            CommandRun run = run(database, "history");

            assertThat(run.status()).isZero();
            assertThat(run.out().lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .matches("V0001  applied       \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ +\\d+ ms  "
                            + System.getProperty("user.name") + " +add_users");
            assertThat(run(database, "history", "--json").out())
                    .startsWith(
                            "{\"history\":[{\"stream\":\"main\",\"version\":\"V0001\",\"description\":\"add_users\",\"state\":\"applied\",");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aBreakingMigrationNeedsAYes(String dialect) throws SQLException {
        for (String name : ProjectFixture.tree(project.migrations()).keySet()) {
            if (name.contains("V0002")) {
                ProjectFixture.write(
                        project.migrations().resolve(name),
                        project.saved(name).replace("verdict compatible", "verdict breaking"));
            }
        }
        try (TestDatabase database = TestDatabase.create(dialect)) {
            CommandRun asked = run(database, "migrate");
            assertThat(asked.status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(asked.err())
                    .startsWith("migrate: [ACC-C019] the running version of the application stops working with V0002"
                            + " add_orders; there is no terminal to ask at; nothing was changed\n");
            assertThat(tables(database)).isEmpty();

            assertThat(run(database, "migrate", "--yes").status()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void anEditedScriptIsRefusedByEveryCommandThatWouldRunIt(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            run(database, "migrate");
            edit("V0001__add_users.sql", "CREATE TABLE more (id bigint);\n");

            assertThat(run(database, "migrate").err()).contains("[ACC-R005]");
            assertThat(run(database, "migrate").status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(run(database, "plan").status()).isEqualTo(ExitCode.REFUSED.number());
            CommandRun status = run(database, "status");
            assertThat(status.out()).contains("\nproblem   ").contains("[ACC-R005]");
            assertThat(status.status()).isEqualTo(ExitCode.FOUND.number());
            assertThat(run(database, "migrate", "--json").out()).startsWith("{\"problems\":[{\"code\":\"ACC-R005\",");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aScriptWithoutStepsIsRecordedLikeAnyOther(String dialect) throws SQLException {
        for (String each : List.of("h2", "postgresql")) {
            Path script = project.migrations().resolve(each).resolve("V0002__add_orders.sql");
            String text = ProjectFixture.read(script);
            ProjectFixture.write(script, text.substring(0, text.indexOf("-- accrete:step")));
        }
        project.run("seal");
        try (TestDatabase database = TestDatabase.create(dialect)) {
            assertThat(run(database, "migrate").out()).isEqualTo("applied V0001 add_users\napplied V0002 add_orders\n");
            assertThat(run(database, "status").out())
                    .contains("\ncurrent   V0002 add_orders\n")
                    .contains("\ndrift     1 difference, see accrete verify\n");
        }
    }

    /** Appends to the scripts of both dialects and seals the catalog. */
    private void edit(String script, String more) {
        for (String dialect : List.of("h2", "postgresql")) {
            Path file = project.migrations().resolve(dialect).resolve(script);
            ProjectFixture.write(file, ProjectFixture.read(file) + more);
        }
        assertThat(project.run("seal").status()).isZero();
    }

    private CommandRun run(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--url", database.url(), "--user", database.user()));
        return CommandRun.in(folder, Map.of("ACCRETE_PASSWORD", database.password()), all.toArray(String[]::new));
    }

    private static TreeSet<String> tables(TestDatabase database) throws SQLException {
        TreeSet<String> tables = new TreeSet<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select lower(table_name) from information_schema.tables"
                        + " where lower(table_schema) = 'public'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        // H2's lock row.
        tables.removeIf(name -> name.startsWith("schema_migrations_"));
        return tables;
    }
}
