package dev.accrete.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationFoldersTest {

    @TempDir
    Path project;

    @Test
    void mavensClassOutputHasTheResourcesOfItsProject() throws IOException {
        Files.createFile(project.resolve("pom.xml"));

        assertThat(MigrationFolders.projectResources(project.resolve("target/classes")))
                .contains(project.resolve("src/main/resources"));
        assertThat(MigrationFolders.projectResources(project.resolve("target/test-classes")))
                .contains(project.resolve("src/test/resources"));
    }

    @Test
    void gradlesClassOutputNamesItsSourceSet() throws IOException {
        Files.createFile(project.resolve("build.gradle.kts"));

        assertThat(MigrationFolders.projectResources(project.resolve("build/classes/java/main")))
                .contains(project.resolve("src/main/resources"));
        assertThat(MigrationFolders.projectResources(project.resolve("build/classes/kotlin/integration")))
                .contains(project.resolve("src/integration/resources"));
        assertThat(MigrationFolders.projectResources(project.resolve("build/tmp/kapt3/classes/test")))
                .contains(project.resolve("src/test/resources"));
        assertThat(MigrationFolders.projectResources(project.resolve("bin/test")))
                .contains(project.resolve("src/test/resources"));
    }

    @Test
    void theInnermostProjectCounts() throws IOException {
        Files.createFile(project.resolve("pom.xml"));
        Path module = Files.createDirectories(project.resolve("shop"));
        Files.createFile(module.resolve("pom.xml"));

        assertThat(MigrationFolders.projectResources(module.resolve("target/classes")))
                .contains(module.resolve("src/main/resources"));
    }
}
