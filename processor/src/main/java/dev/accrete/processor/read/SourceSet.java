package dev.accrete.processor.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a class output is compiled from, by the layouts of Maven and Gradle.
 *
 * @param project the folder of the build file
 * @param name {@code main}, {@code test} or what else Gradle has
 */
public record SourceSet(Path project, String name) {

    private static final List<String> BUILD_FILES =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    /**
     * The source set of a class output, or of a jar that a build made of it.
     *
     * @return empty for one that no project is around
     */
    public static Optional<SourceSet> of(Path classOutput) {
        Path output = classOutput.toAbsolutePath().normalize();
        for (Path folder = output.getParent(); folder != null; folder = folder.getParent()) {
            if (isProject(folder)) {
                return Optional.of(new SourceSet(folder, name(folder.relativize(output))));
            }
        }
        return Optional.empty();
    }

    private static boolean isProject(Path folder) {
        return BUILD_FILES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /**
     * Maven: {@code target/test-classes}; Gradle: {@code build/classes/java/<source set>}, and kapt's {@code
     * build/tmp/kapt3/classes/<source set>}; Eclipse for Gradle: {@code bin/<source set>}.
     */
    private static String name(Path output) {
        String last = output.getFileName().toString();
        boolean gradle = output.startsWith("build")
                && output.getNameCount() > 2
                && output.getParent().toString().contains("classes");
        boolean eclipse = output.startsWith("bin") && output.getNameCount() == 2;
        if (gradle || eclipse) {
            return last;
        }
        return last.equals("test-classes") ? "test" : "main";
    }

    /** The folder of its resources. */
    public Path resources() {
        return folder().resolve("resources");
    }

    /** The folder of its Java sources. */
    public Path java() {
        return folder().resolve("java");
    }

    private Path folder() {
        return project.resolve("src").resolve(name);
    }
}
