package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir
    Path folder;

    @Test
    void afterASaveAllIsInOrder() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        project.run("save", "first");

        CommandRun run = project.run("check");

        assertThat(run).isEqualTo(new CommandRun(0, "all in order; last migration: V0001 first\n", ""));
    }

    @Test
    void anOpenDraftFails() {
        CommandRun run = ProjectFixture.maven(folder).draft("users").run("check");

        assertThat(run.status()).isEqualTo(ExitCode.FOUND.number());
        assertThat(run.out()).isEqualTo("""
                        $DIR/target/classes: [ACC-C009] the model differs from the last saved migration (draft V0001)
                          fix: read db/draft in the class output, then `accrete save "what it does"`     (docs/codes/ACC-C009.md)
                        """);
    }

    @Test
    void allProblemsAreReportedTogether() throws IOException {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        project.run("save", "first");
        project.draft("orders", "User.java:12 [ACC-D003] open");
        Path script = project.migrations().resolve("h2/V0001__first.sql");
        Files.writeString(script, Files.readString(script).replace("bigint", "integer"));
        ProjectFixture.write(project.migrations().resolve("h2/V0007__stray.sql"), "SELECT 1;\n");
        ProjectFixture.write(project.migrations().resolve(".accrete-pending/moves"), "put catalog\n");
        var before = ProjectFixture.tree(folder);

        CommandRun run = project.run("check");

        assertThat(run.status()).isEqualTo(ExitCode.FOUND.number());
        assertThat(run.out()
                        .lines()
                        .filter(line -> line.startsWith("$DIR"))
                        .map(line -> line.replaceAll("^.*\\[(ACC-\\w+)].*$", "$1")))
                .containsExactly("ACC-C010", "ACC-C005", "ACC-C011", "ACC-C009", "ACC-C003");
        assertThat(ProjectFixture.tree(folder)).as("check changes nothing").isEqualTo(before);
    }

    @Test
    void classesCompiledBeforeTheLastMigrationAreToldSo() {
        ProjectFixture project = ProjectFixture.maven(folder).noDraft();
        Path model = project.classes().resolve("META-INF/accrete/model");
        String old = ProjectFixture.read(model);
        project.draft("users").run("save", "first");
        ProjectFixture.write(model, old);

        CommandRun run = project.run("check");

        assertThat(run.out())
                .startsWith("$DIR/target/classes: [ACC-C004] the classes were compiled after no migration, and the"
                        + " catalog ends with V0001 first 1:");
    }

    @Test
    void aCatalogWithConflictMarkersIsAProblemAmongOthers() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        ProjectFixture.write(project.migrations().resolve("catalog"), "<<<<<<< HEAD\n");

        CommandRun run = project.run("check", "--json");

        assertThat(run.status()).isEqualTo(ExitCode.FOUND.number());
        assertThat(run.out()).startsWith("{\"head\":\"none\",\"problems\":[{\"code\":\"ACC-F101\",");
    }
}
