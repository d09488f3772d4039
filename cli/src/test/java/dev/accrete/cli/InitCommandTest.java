package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} and {@code completion}. */
class InitCommandTest {

    @TempDir
    Path folder;

    @Test
    void aMavenProjectIsToldWhatToAddAndThenGetsItsFirstMigration() {
        ProjectFixture.write(folder.resolve("pom.xml"), "<project/>\n");

        CommandRun first = CommandRun.in(folder, "init");
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out())
                .startsWith(
                        "created src/main/resources/db/migration\ncreated accrete.properties\nadd to pom.xml:\n\n<dependency>\n")
                .contains("    <annotationProcessorPaths>\n")
                .contains("<artifactId>accrete-processor</artifactId>")
                .doesNotContain("snake_case")
                .endsWith("then compile, and run `accrete init` again\n");
        assertThat(ProjectFixture.read(folder.resolve("accrete.properties"))).contains("dev.url=jdbc:h2:file:./dev\n");

        ProjectFixture.write(folder.resolve("pom.xml"), "<project>accrete-processor</project>\n");
        assertThat(CommandRun.in(folder, "init").out())
                .isEqualTo("next: compile the entities, and run `accrete init` again\n");

        new CompiledProject(folder).compile(CompiledProject.USER.formatted(""), CompiledProject.ORDER);
        assertThat(CommandRun.in(folder, "init").out())
                .isEqualTo("saved V0001 first\nnext: read the scripts, commit them, and `accrete migrate`\n");
        assertThat(CommandRun.in(folder, "migrate").out()).isEqualTo("applied V0001 first\n");
        assertThat(CommandRun.in(folder, "init").out()).isEqualTo("nothing to do: the project has migrations\n");
    }

    @Test
    void gradleProjectsAreToldInTheirOwnLanguage() {
        ProjectFixture.write(
                folder.resolve("build.gradle"), "plugins { id 'org.springframework.boot' } // spring-boot\n");
        assertThat(CommandRun.in(folder, "init").out())
                .contains("    annotationProcessor(\"dev.accrete:accrete-processor:")
                .contains("compileJava {\n    inputs.files(")
                .contains("[\"-Aaccrete.naming=snake_case\", \"-Aaccrete.dir=");

        Path kotlin = folder.resolve("kotlin");
        ProjectFixture.write(kotlin.resolve("build.gradle.kts"), "\n");
        assertThat(CommandRun.in(kotlin, "init").out())
                .contains("tasks.compileJava {\n    inputs.files(fileTree(\"src/main/resources/db/migration\"))\n"
                        + "    options.compilerArgs.addAll(listOf(\"-Aaccrete.dir=");
        assertThat(CommandRun.in(kotlin, "init", "--json").out())
                .startsWith("{\"build\":\"$DIR/build.gradle.kts\",\"add\":\"");
    }

    @Test
    void withoutABuildThereIsNothingToBeginWith() {
        CommandRun run = CommandRun.in(folder, "init");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).startsWith("$DIR: [ACC-C001] there is no Maven or Gradle project");
    }

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine");
        Path script = folder.resolve("completion.bash");
        ProjectFixture.write(script, CommandRun.in(folder, "completion").out());

        assertThat(completed(script, "accrete", "migr"))
                .contains("migrate", "migrate-all")
                .doesNotContain("status");
        assertThat(completed(script, "accrete", "migrate", "--ba")).contains("--backup", "--backups");
    }

    private static List<String> completed(Path script, String... words) throws Exception {
        String line = "source " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.length - 1) + "; _complete_accrete; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process process = new ProcessBuilder("/bin/bash", "-c", line).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.lines().map(String::strip).toList();
    }
}
