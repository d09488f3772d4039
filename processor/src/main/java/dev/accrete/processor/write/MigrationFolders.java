package dev.accrete.processor.write;

import dev.accrete.runtime.format.ResourceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the migration folder of a compile. */
public final class MigrationFolders {

    private static final List<String> BUILD_FILES =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    private MigrationFolders() {}

    /**
     * The folder that an option names, else the one in the class output, where Maven's resources already are when it
     * compiles, else the one among the resources of the project that the class output lies in.
     *
     * @param dir the option's value
     */
    public static MigrationFolder find(Optional<String> dir, ClassOutput output) throws IOException {
        if (dir.isPresent()) {
            return new PathMigrationFolder(Path.of(dir.get()));
        }
        if (output.read(ResourceNames.CATALOG).isPresent()
                || output.read(ResourceNames.SNAPSHOT).isPresent()) {
            return new InClassOutput(output);
        }
        return output.folder()
                .flatMap(MigrationFolders::projectResources)
                .<MigrationFolder>map(resources ->
                        new PathMigrationFolder(resources.resolve(output.below() + ResourceNames.MIGRATIONS)))
                .orElse(new InClassOutput(output));
    }

    /**
     * {@code src/main/resources} of the Maven or Gradle project around a class output. The output of tests has their
     * resources: entities of tests are not compared with the application's snapshot.
     */
    static Optional<Path> projectResources(Path classOutput) {
        Path output = classOutput.toAbsolutePath().normalize();
        for (Path folder = output.getParent(); folder != null; folder = folder.getParent()) {
            if (isProject(folder)) {
                return Optional.of(folder.resolve("src")
                        .resolve(sourceSet(folder.relativize(output)))
                        .resolve("resources"));
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
    private static String sourceSet(Path output) {
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

    private record InClassOutput(ClassOutput output) implements MigrationFolder {

        @Override
        public String location() {
            return output.below() + ResourceNames.MIGRATIONS;
        }

        @Override
        public Optional<String> read(String path) throws IOException {
            return output.read(ResourceNames.MIGRATIONS + "/" + path);
        }
    }
}
