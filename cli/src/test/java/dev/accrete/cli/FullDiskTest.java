package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of H2 that may not grow any more, as on a full disk: the shell limits what a process may write into one file. */
class FullDiskTest {

    @TempDir
    Path folder;

    @Test
    void whatDoesNotFitIsSaidAndTheNextRunGoesOn() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell");
        CompiledProject project = CompiledProject.shop(folder);
        Path script = project.migrations().resolve("h2/V0001__first.sql");
        ProjectFixture.write(
                script,
                ProjectFixture.read(script) + "\n-- accrete:step 2 autocommit rows\n"
                        + "INSERT INTO users (id, email) SELECT x, rpad(x, 200, 'y') FROM system_range(1, 20000);\n");
        assertThat(project.run("seal").status()).isZero();
        String where = " --url jdbc:h2:file:./app --user sa";
        Process process = new ProcessBuilder(List.of(
                        "/bin/sh",
                        "-c",
                        "ulimit -f 1000; exec " + Path.of(System.getProperty("java.home"), "bin", "java") + " -cp '"
                                + System.getProperty("java.class.path") + "' dev.accrete.cli.Main migrate" + where))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isEqualTo(ExitCode.DATABASE.number());
        assertThat(output).contains("[ACC-R008]", "step 2, statement 1", "\n  fix: ");

        CommandRun again = project.run(("migrate" + where).split(" "));
        assertThat(again.out()).as(again.err()).isEqualTo("applied V0001 first\n");
        assertThat(project.run(("verify" + where).split(" ")).status()).isZero();
        assertThat(project.run(("tables" + where).split(" ")).out()).containsPattern("20000 .*USERS");
    }
}
