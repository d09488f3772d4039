package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceOptionsTest {

    private static final String PASSWORD = "correct-horse";

    @TempDir
    Path folder;

    @BeforeEach
    void aProjectWithOneMigration() {
        ProjectFixture.maven(folder).draft("users").run("save", "add users");
    }

    @Test
    void anInstanceOfThePropertiesIsFoundByName() {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            properties("prod.url=" + database.url() + "\nprod.user=" + database.user()
                    + "\nprod.environment=production\n");

            CommandRun run = CommandRun.in(
                    folder, Map.of("ACCRETE_PASSWORD_PROD", database.password()), "migrate", "-i", "prod");

            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.out()).isEqualTo("applied V0001 add_users\n");
        }
    }

    @Test
    void anUnknownInstanceIsToldTheKnownOnes() {
        properties("dev.url=jdbc:h2:mem:x\nprod.url=jdbc:h2:mem:y\n");

        CommandRun run = CommandRun.in(folder, "status", "-i", "pord");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err())
                .startsWith("$DIR/accrete.properties: [ACC-C016] there is no instance pord; known are dev, prod\n");
    }

    @Test
    void withoutPropertiesAndUrlTheWaysOutAreNamed() {
        CommandRun run = CommandRun.in(folder, "status");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err())
                .startsWith("$DIR: [ACC-C016] no instance is given")
                .contains("--url jdbc:");
    }

    @Test
    void aMisspelledKeyIsNotPassedOver() {
        properties("dev.url=jdbc:h2:mem:x\ndev.usr=sa\n");

        assertThat(CommandRun.in(folder, "status").err()).contains("[ACC-C016] the key dev.usr is not known");
    }

    @Test
    void passwordsInUrlsAndPropertiesAreRefusedAndNeverShown() {
        String parameter = "jdbc:postgresql://db/shop?user=me&password=" + PASSWORD;
        String authority = "jdbc:postgresql://me:" + PASSWORD + "@db/shop";
        for (String url : new String[] {parameter, authority, "jdbc:h2:mem:x;PASSWORD=" + PASSWORD}) {
            CommandRun run = CommandRun.in(folder, "status", "--url", url);
            assertThat(run.err()).startsWith("--url: [ACC-C017] the URL holds a password");
            assertThat(run.err() + run.out()).doesNotContain(PASSWORD);
        }
        properties("dev.url=jdbc:h2:mem:x\ndev.password=" + PASSWORD + "\n");
        CommandRun run = CommandRun.in(folder, "status");
        assertThat(run.err())
                .contains("[ACC-C017] the file holds a password (dev.password)")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aPasswordFileMustBeForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, "\n");
        try (TestDatabase database = TestDatabase.create("h2")) {
            String[] arguments = {"status", "--url", database.url(), "--user", "sa", "--password-file", "secret"};
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(CommandRun.in(folder, arguments).err())
                    .startsWith("$DIR/secret: [ACC-C018] others can read or write the password file\n");

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(CommandRun.in(folder, arguments).status()).isEqualTo(ExitCode.FOUND.number());
        }
    }

    @Test
    void oneUnreachableInstanceDoesNotHideTheOthers() {
        try (TestDatabase database = TestDatabase.create("h2")) {
            properties("a.url=jdbc:h2:tcp://localhost:1/none\nb.url=" + database.url() + "\nb.user=sa\n");

            CommandRun run = CommandRun.in(folder, "status", "--all");

            assertThat(run.err()).startsWith("a: the database: [ACC-R001] ");
            assertThat(run.out()).startsWith("instance  b\n").contains("\npending   V0001 add_users (compatible)\n");
            assertThat(run.status()).isEqualTo(ExitCode.DATABASE.number());
        }
    }

    @Test
    void aWrongPasswordIsAConnectionProblem() throws SQLException {
        try (TestDatabase database = TestDatabase.create("h2")) {
            // H2 creates a database with the first user and password that come.
            database.execute("SELECT 1");

            CommandRun run = CommandRun.in(
                    folder, Map.of("ACCRETE_PASSWORD", PASSWORD), "migrate", "--url", database.url(), "--user", "sa");

            assertThat(run.status()).isEqualTo(ExitCode.DATABASE.number());
            assertThat(run.err()).contains("[ACC-R001]").doesNotContain(PASSWORD);
        }
    }

    private void properties(String text) {
        ProjectFixture.write(folder.resolve("accrete.properties"), text);
    }
}
