package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type wrong, or are not allowed: a message with a code and what to do, an exit code, and nothing lost. */
class BadInputTest {

    private static final String SECRET = "correct-horse";

    @TempDir
    Path folder;

    private CompiledProject project;

    @BeforeEach
    void aSavedMigration() {
        project = CompiledProject.shop(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "history",
                "plan",
                "migrate",
                "tables",
                "verify",
                "health",
                "backup",
                "restore",
                "stamp",
                "adopt",
                "resume",
                "revert",
                "reset --force",
                "seed",
                "info users",
                "rollback prev",
                "skip V0001 1 1",
                "migrate-all --dry-run"
            })
    void everyCommandSaysThatADatabaseCannotBeReached(String command) {
        CommandRun run = CommandRun.in(
                folder,
                Map.of("ACCRETE_PASSWORD", SECRET),
                (command + " --url jdbc:postgresql://localhost:1/shop --user me"
                                + (command.startsWith("skip") ? " --yes" : ""))
                        .split(" "));

        String text = run.err() + run.out();
        if (command.equals("restore")) {
            // There is no backup of that database, which is said first.
            assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(text).contains("[ACC-C030]");
        } else {
            assertThat(run.status()).as(text).isEqualTo(ExitCode.DATABASE.number());
            assertThat(text).contains("[ACC-R001]").contains("fix: ");
        }
        assertThat(text).doesNotContain(SECRET).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "migrate", "verify", "backup", "migrate-all", "restore", "adopt"})
    void everyCommandKnowsItsInstances(String command) {
        ProjectFixture.write(folder.resolve("accrete.properties"), "dev.url=jdbc:h2:mem:x\nprod.url=jdbc:h2:mem:y\n");

        CommandRun run = project.run(command, "-i", "pord");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err())
                .startsWith(
                        "$DIR/accrete.properties: [ACC-C016] there is no instance pord; known are dev, prod\n  fix: ");
    }

    @Test
    void aWrongUserOnPostgresqlIsAConnectionProblem() {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            CommandRun run = project.runAs(database, "nobody_here", SECRET, "migrate");

            assertThat(run.status()).isEqualTo(ExitCode.DATABASE.number());
            assertThat(run.err()).contains("[ACC-R001]").contains("nobody_here").doesNotContain(SECRET);
        }
    }

    @Test
    void aUserWithoutPrivilegesIsToldWhichAreMissing() throws SQLException {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            database.execute("CREATE ROLE guest LOGIN PASSWORD 'guest'", "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            try {
                CommandRun migrate = project.runAs(database, "guest", "guest", "migrate");
                assertThat(migrate.status()).isEqualTo(ExitCode.DATABASE.number());
                assertThat(migrate.err())
                        .contains("permission denied for schema public")
                        .contains("\n  fix: ");
                assertThat(project.run(database, "tables").out()).isEqualTo("there are no tables\n");
                assertThat(project.run(database, "migrate").status()).isZero();

                CommandRun reset = project.runAs(database, "guest", "guest", "reset", "--force");
                assertThat(reset.status()).isNotZero();
                assertThat(project.run(database, "verify").status())
                        .as("nothing was dropped")
                        .isZero();
            } finally {
                database.execute("DROP OWNED BY guest", "DROP ROLE guest");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "migrate --to V0009",
                "plan --to V0009",
                "rollback V0009",
                "stamp V0009 --force --yes",
                "diagram V0009",
                "review V0009",
                "migrate-all --to V0009"
            })
    void aTargetThatDoesNotExistIsNamed(String command) {
        try (TestDatabase database = TestDatabase.create("h2")) {
            ProjectFixture.write(folder.resolve("accrete.properties"), "dev.url=" + database.url() + "\ndev.user=sa\n");

            CommandRun run = project.run(command.split(" "));

            assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(run.err()).startsWith("V0009: [ACC-C020] ").contains("\n  fix: name ");
            assertThat(project.run("history").out()).isEqualTo("nothing has been applied yet\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "save",
                "nothing-like-this",
                "migrate --to",
                "backup --keep many",
                "skip V0001",
                "diagram --format png"
            })
    void aWrongCommandLineIsShownTheRightOne(String command) {
        CommandRun run = project.run(command.split(" "));

        assertThat(run.status()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.err()).containsAnyOf("Usage: accrete ", "Did you mean: accrete ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anEmptyFolderIsNoProject() {
        Path empty = folder.resolve("empty");
        assertThat(empty.toFile().mkdir()).isTrue();
        CommandRun run = CommandRun.in(empty, "status", "--url", "jdbc:h2:mem:x", "--dir", "nowhere");

        assertThat(run.err()).contains("[ACC-C001] there is no catalog in this folder");
        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
    }
}
