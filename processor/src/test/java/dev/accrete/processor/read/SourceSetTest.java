package dev.accrete.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSetTest {

    @TempDir
    Path project;

    @Test
    void mavensClassOutputHasTheResourcesOfItsProject() throws IOException {
        Files.createFile(project.resolve("pom.xml"));

        assertThat(SourceSet.of(project.resolve("target/classes")).map(SourceSet::resources))
                .contains(project.resolve("src/main/resources"));
        assertThat(SourceSet.of(project.resolve("target/test-classes")).map(SourceSet::resources))
                .contains(project.resolve("src/test/resources"));
    }

    @Test
    void gradlesClassOutputNamesItsSourceSet() throws IOException {
        Files.createFile(project.resolve("build.gradle.kts"));

        assertThat(SourceSet.of(project.resolve("build/classes/java/main")).map(SourceSet::resources))
                .contains(project.resolve("src/main/resources"));
        assertThat(SourceSet.of(project.resolve("build/classes/kotlin/integration"))
                        .map(SourceSet::resources))
                .contains(project.resolve("src/integration/resources"));
        assertThat(SourceSet.of(project.resolve("build/tmp/kapt3/classes/test")).map(SourceSet::resources))
                .contains(project.resolve("src/test/resources"));
        assertThat(SourceSet.of(project.resolve("bin/test")).map(SourceSet::resources))
                .contains(project.resolve("src/test/resources"));
    }

    @Test
    void theInnermostProjectCounts() throws IOException {
        Files.createFile(project.resolve("pom.xml"));
        Path module = Files.createDirectories(project.resolve("shop"));
        Files.createFile(module.resolve("pom.xml"));

        assertThat(SourceSet.of(module.resolve("target/classes")).map(SourceSet::resources))
                .contains(module.resolve("src/main/resources"));
    }
}
