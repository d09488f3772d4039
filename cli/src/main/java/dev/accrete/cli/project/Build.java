package dev.accrete.cli.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A project's build file.
 *
 * @param file its path
 * @param text its content
 */
public record Build(Path file, String text) {

    private static final List<String> FILES = List.of("pom.xml", "build.gradle.kts", "build.gradle");

    /** The nearest one at or above a folder. */
    public static Optional<Build> find(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            for (String name : FILES) {
                Path file = at.resolve(name);
                if (Files.isRegularFile(file)) {
                    return FileAccess.read(file).map(text -> new Build(file, text));
                }
            }
        }
        return Optional.empty();
    }

    public boolean isMaven() {
        return file.endsWith("pom.xml");
    }

    /** Whether it names the processor already. */
    public boolean hasProcessor() {
        return text.contains("accrete-processor");
    }

    /** What to add to it. Spring Boot names tables its own way, so that a project with it is told to follow. */
    public String addition(String version) {
        boolean spring = text.contains("spring-boot");
        return isMaven() ? maven(version, spring) : gradle(version, spring);
    }

    private static String maven(String version, boolean spring) {
        return dependency("accrete-annotations", version)
                + dependency("accrete-runtime", version)
                + """
                ...
                <plugin>
                  <artifactId>maven-compiler-plugin</artifactId>
                  <configuration>
                    <annotationProcessorPaths>
                      <path>
                        <groupId>dev.accrete</groupId>
                        <artifactId>accrete-processor</artifactId>
                        <version>%s</version>
                      </path>
                    </annotationProcessorPaths>
                %s  </configuration>
                </plugin>
                """.formatted(version, spring ? """
                    <compilerArgs>
                      <arg>-Aaccrete.naming=snake_case</arg>
                    </compilerArgs>
                """.indent(0) : "");
    }

    private static String dependency(String artifact, String version) {
        return """
                <dependency>
                  <groupId>dev.accrete</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                </dependency>
                """.formatted(artifact, version);
    }

    /** In both of Gradle's languages. */
    private String gradle(String version, boolean spring) {
        boolean kotlin = file.toString().endsWith(".kts");
        String naming = spring ? "\"-Aaccrete.naming=snake_case\", " : "";
        String folder = "\"-Aaccrete.dir=$projectDir/src/main/resources/db/migration\"";
        return """
                dependencies {
                    implementation("dev.accrete:accrete-annotations:%1$s")
                    implementation("dev.accrete:accrete-runtime:%1$s")
                    annotationProcessor("dev.accrete:accrete-processor:%1$s")
                }
                """.formatted(version)
                // What is saved decides what is drafted, so that a compile is out of date when it changes.
                + (kotlin ? "tasks.compileJava {\n" : "compileJava {\n")
                + "    inputs.files(fileTree(\"src/main/resources/db/migration\"))\n"
                + (kotlin
                        ? "    options.compilerArgs.addAll(listOf(" + naming + folder + "))\n}\n"
                        : "    options.compilerArgs.addAll([" + naming + folder + "])\n}\n");
    }
}
