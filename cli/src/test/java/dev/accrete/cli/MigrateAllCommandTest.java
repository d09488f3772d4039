package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrateAllCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aSavedMigration() {
        CompiledProject.shop(folder);
    }

    /** Two hundred on PostgreSQL; the schemas of one H2 database take turns, so that fewer say the same. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void oneOfManyTenantsFailsAndResumeDoesThatOne(String dialect) throws SQLException {
        int tenants = dialect.equals("h2") ? 12 : 200;
        try (TestDatabase database = TestDatabase.create(dialect)) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                for (int i = 1; i <= tenants; i++) {
                    statement.execute("CREATE SCHEMA tenant_" + i);
                }
                statement.execute("CREATE SCHEMA other");
                statement.execute("CREATE TABLE tenant_7.users (id integer)");
            }
            instances("prod", database, "prod.schemas=tenant_*\n");

            CommandRun run = run(database, "migrate-all", "--parallel", "8");

            System.out.print(dialect + ", " + tenants + " schemas: " + run.err());
            assertThat(run.err())
                    .as(run.out()
                            .lines()
                            .filter(line -> line.startsWith("failed"))
                            .toList()
                            .toString())
                    .isEqualTo(tenants - 1 + " done, 1 failed; when the cause is gone: accrete migrate-all --resume\n");
            assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(run.out().lines().filter(line -> !line.startsWith("  "))).hasSize(tenants);
            assertThat(run.out().toLowerCase(java.util.Locale.ROOT))
                    .contains("done     prod/tenant_1  v0001 first\n")
                    .containsPattern("failed   prod/tenant_7  .*\\[acc-r011\\]")
                    .doesNotContain("prod/other");

            database.execute("DROP TABLE tenant_7.users");
            CommandRun resumed = run(database, "migrate-all", "--resume");
            assertThat(resumed.out().toLowerCase(java.util.Locale.ROOT))
                    .isEqualTo("done     prod/tenant_7  v0001 first\n");
            assertThat(resumed.status()).isZero();
            assertThat(run(database, "migrate-all", "--resume").err()).isEqualTo("nothing to do\n");
            CommandRun all = run(database, "migrate-all", "--dry-run", "--parallel", "8");
            assertThat(all.err()).isEqualTo(tenants + " current\n");
            assertThat(all.status()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDryRunSaysWhatIsPendingAndChangesNothing(String dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            database.execute("CREATE SCHEMA tenant_1", "CREATE SCHEMA tenant_2");
            instances("prod", database, "");

            CommandRun run = run(database, "migrate-all", "--dry-run", "--schemas", "tenant_?");

            assertThat(run.out().toLowerCase(java.util.Locale.ROOT))
                    .isEqualTo("pending  prod/tenant_1  v0001 first\npending  prod/tenant_2  v0001 first\n");
            assertThat(run.err()).isEqualTo("2 pending\n");
            assertThat(Files.exists(folder.resolve(".accrete"))).isFalse();
            assertThat(run(database, "tables", "-i", "prod", "--schema", "tenant_1")
                            .status())
                    .isZero();
        }
    }

    @Test
    void aCanaryThatFailsKeepsTheOthersFromBeginning() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            database.execute(
                    "CREATE SCHEMA tenant_1", "CREATE SCHEMA tenant_2", "CREATE TABLE tenant_2.users (id integer)");
            instances("prod", database, "prod.schemas=tenant_*\n");

            CommandRun run = run(database, "migrate-all", "--canary", "prod/tenant_2");

            assertThat(run.out())
                    .startsWith(
                            "open     prod/tenant_1  not begun: prod/tenant_2 went first and failed\nfailed   prod/tenant_2  ");
            assertThat(run.err()).startsWith("1 failed, 1 open; ");
            assertThat(run(database, "migrate-all", "--canary", "prod/none").err())
                    .startsWith("--canary prod/none: [ACC-C039] ");
            database.execute("DROP TABLE tenant_2.users");
            assertThat(run(database, "migrate-all", "--resume", "--json").out())
                    .isEqualTo(
                            "{\"results\":[{\"target\":\"prod/tenant_1\",\"state\":\"done\",\"migrations\":[\"V0001 first\"],"
                                    + "\"message\":\"\"},{\"target\":\"prod/tenant_2\",\"state\":\"done\",\"migrations\":[\"V0001 first\"],"
                                    + "\"message\":\"\"}]}\n");
        }
    }

    @Test
    void instancesAreChosenByAPatternAndOneThatCannotBeReachedIsOneResult() {
        try (TestDatabase one = TestDatabase.create("h2");
                TestDatabase two = TestDatabase.create("h2")) {
            ProjectFixture.write(
                    folder.resolve("accrete.properties"),
                    "shop-a.url=" + one.url() + "\nshop-a.user=sa\nshop-b.url=" + two.url() + "\nshop-b.user=sa\n"
                            + "shop-c.url=jdbc:h2:tcp://localhost:1/none\nother.url=jdbc:h2:tcp://localhost:1/other\n");

            CommandRun run = CommandRun.in(folder, "migrate-all", "shop-*");

            assertThat(run.out())
                    .startsWith("done     shop-a  V0001 first\ndone     shop-b  V0001 first\nfailed   shop-c  ")
                    .contains("[ACC-R001]")
                    .doesNotContain("prod/other");
            assertThat(run.status()).isEqualTo(ExitCode.DATABASE.number());
            assertThat(CommandRun.in(folder, "migrate-all", "nothing-*").err())
                    .startsWith("nothing-*: [ACC-C039] no instance or schema has such a name");
            Path elsewhere = folder.resolve("elsewhere");
            ProjectFixture.write(elsewhere.resolve("accrete.properties"), "a.url=" + one.url() + "\na.user=sa\n");
            assertThat(CommandRun.in(
                                    elsewhere, "migrate-all", "--resume", "--dir", "../src/main/resources/db/migration")
                            .err())
                    .startsWith("--resume: [ACC-C039] there is no record of a run");
        }
    }

    @Test
    void questionsComeBeforeAnythingIsChanged() throws SQLException {
        for (String dialect : new String[] {"h2", "postgresql"}) {
            Path script = folder.resolve("src/main/resources/db/migration/" + dialect + "/V0001__first.sql");
            ProjectFixture.write(script, ProjectFixture.read(script).replace("verdict compatible", "verdict breaking"));
        }
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            database.execute("CREATE SCHEMA tenant_1", "CREATE SCHEMA tenant_2");
            instances("prod", database, "prod.schemas=tenant_*\n");

            assertThat(run(database, "migrate-all").err())
                    .startsWith(
                            "migrate-all: [ACC-C019] the running version of the application stops working with V0001");
            assertThat(run(database, "migrate-all", "--dry-run").err()).isEqualTo("2 pending\n");
            assertThat(run(database, "migrate-all", "--yes").status()).isZero();
        }
    }

    private void instances(String name, TestDatabase database, String more) {
        ProjectFixture.write(
                folder.resolve("accrete.properties"),
                name + ".url=" + database.url() + "\n" + name + ".user=" + database.user() + "\n" + more);
    }

    private CommandRun run(TestDatabase database, String... arguments) {
        return CommandRun.in(folder, Map.of("ACCRETE_PASSWORD", database.password()), arguments);
    }
}
