package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a shell starts it. */
class ProcessTest {

    @TempDir
    Path folder;

    @Test
    void aProcessSavesMigratesAndEndsWithTheExitCode() throws Exception {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        String url = "jdbc:h2:file:" + folder.resolve("app");

        CommandRun saved = run("save", "Größe der Nutzer");
        CommandRun again = run("save", "again");
        CommandRun migrated = run("migrate", "--url", url, "--user", "sa");
        CommandRun status = run("status", "--url", url, "--user", "sa");

        assertThat(saved.out()).startsWith("saved V0001 gro_e_der_nutzer in src/main/resources/db/migration\n");
        assertThat(saved.status()).isZero();
        assertThat(again.status()).isEqualTo(ExitCode.NOTHING_TO_SAVE.number());
        assertThat(again.out()).isEmpty();
        assertThat(migrated.out()).isEqualTo("applied V0001 gro_e_der_nutzer\n");
        assertThat(status.status()).isZero();
        assertThat(project.catalog().lines()).hasSize(1);
    }

    @Test
    void outputIsUtf8WithoutColoursWhereThereIsNoTerminal() throws Exception {
        CommandRun help = run("save", "--help");
        CommandRun wrong = run("save", "x", "--größe");

        assertThat(help.status()).isZero();
        assertThat(help.out()).startsWith("Usage: accrete save ").doesNotContain("\u001b");
        assertThat(wrong.status()).isEqualTo(ExitCode.USAGE.number());
        assertThat(wrong.err()).doesNotContain("\u001b").contains("Usage: accrete save ");
        assertThat(wrong.out()).isEmpty();
    }

    private CommandRun run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.accrete.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectError(folder.resolve("err").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return new CommandRun(status, out, ProjectFixture.read(folder.resolve("err")));
    }
}
