package dev.accrete.cli.project;

import dev.accrete.runtime.format.ResourceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The places that a command works on.
 *
 * @param classes the class output, where compiling leaves the draft
 * @param resources where the running application finds its resources: the class output itself, but for Gradle
 * @param migrations the folder of the saved migrations in the source tree; need not exist yet
 */
public record ProjectFolders(Path classes, Path resources, Path migrations) {

    private static final List<String> BUILD_FILES =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");
    private static final List<String> CLASS_OUTPUTS = List.of(
            "target/classes", "build/classes/java/main", "build/classes/kotlin/main", "build/tmp/kapt3/classes/main");
    private static final String MIGRATION_SOURCES = "src/main/resources/" + ResourceNames.MIGRATIONS;
    private static final int DEEPEST_MODULE = 3;

    /**
     * Finds the places.
     *
     * @param workingFolder absolute; the project is the nearest folder at or above it that has a build file, or the one
     *     module below it that has been compiled
     * @param classes the class output, if the user names it
     * @param migrations the migration folder, if the user names it
     * @throws CommandException [ACC-C001] if a place that isn't named can't be found
     */
    public static ProjectFolders find(Path workingFolder, Optional<Path> classes, Optional<Path> migrations) {
        Path classOutput =
                classes.map(it -> workingFolder.resolve(it).normalize()).orElseGet(() -> classOutput(workingFolder));
        Path folder = migrations
                .map(it -> workingFolder.resolve(it).normalize())
                .orElseGet(() -> project(classOutput)
                        .orElseThrow(() -> new CommandException(
                                CommandCode.NO_PROJECT,
                                classOutput.toString(),
                                "the class output lies in no Maven or Gradle project, so the folder of the saved"
                                        + " migrations can't be found",
                                "name it with --dir, e.g. --dir " + MIGRATION_SOURCES))
                        .resolve(MIGRATION_SOURCES));
        return new ProjectFolders(classOutput, resources(classOutput), folder);
    }

    /**
     * The migration folder alone, for commands that need no compiled classes.
     *
     * @throws CommandException [ACC-C001] if it isn't named and there is no project
     */
    public static Path findMigrations(Path workingFolder, Optional<Path> migrations) {
        return migrations
                .map(it -> workingFolder.resolve(it).normalize())
                .orElseGet(() -> project(workingFolder)
                        .map(it -> it.resolve(MIGRATION_SOURCES))
                        .filter(Files::isDirectory)
                        .orElseThrow(() -> new CommandException(
                                CommandCode.NO_PROJECT,
                                workingFolder.toString(),
                                "no Maven or Gradle project at or above this folder has saved migrations in "
                                        + MIGRATION_SOURCES,
                                "run the command in the project's folder, or name the folder with --dir")));
    }

    /** The class output; empty if none is named and the project has not been compiled. */
    public static Optional<Path> findClasses(Path workingFolder, Optional<Path> classes) {
        return classes.map(it -> workingFolder.resolve(it).normalize())
                .or(() -> project(workingFolder)
                        .flatMap(project -> compiled(project).or(() -> {
                            List<Path> modules = compiledModules(project);
                            return modules.size() == 1 ? Optional.of(modules.get(0)) : Optional.empty();
                        })));
    }

    private static Path classOutput(Path workingFolder) {
        Optional<Path> project = project(workingFolder);
        Optional<Path> own = project.flatMap(ProjectFolders::compiled);
        if (own.isPresent()) {
            return own.get();
        }
        List<Path> modules = project.map(ProjectFolders::compiledModules).orElse(List.of());
        if (modules.size() > 1) {
            throw new CommandException(
                    CommandCode.NO_PROJECT,
                    workingFolder.toString(),
                    "several modules have entities: "
                            + String.join(
                                    ", ",
                                    modules.stream()
                                            .map(it ->
                                                    workingFolder.relativize(it).toString())
                                            .toList()),
                    "run the command in the module's folder, or name the class output with --classes");
        }
        return modules.stream()
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        CommandCode.NO_PROJECT,
                        workingFolder.toString(),
                        project.isEmpty()
                                ? "there is no Maven or Gradle project at or above this folder"
                                : "no class output of this project holds a compiled model",
                        "compile the entities with Accrete's processor first, or name the class output with --classes"
                                + " and the migration folder with --dir"));
    }

    private static Optional<Path> compiled(Path project) {
        return CLASS_OUTPUTS.stream()
                .map(project::resolve)
                .filter(output -> Files.isRegularFile(output.resolve(ResourceNames.COMPILED_MODEL)))
                .findFirst();
    }

    private static List<Path> compiledModules(Path project) {
        List<Path> found = new ArrayList<>();
        collectModules(project, DEEPEST_MODULE, found);
        return found;
    }

    private static void collectModules(Path folder, int depth, List<Path> found) {
        if (depth == 0) {
            return;
        }
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.filter(Files::isDirectory).sorted().toList()) {
                if (isProject(child)) {
                    compiled(child).ifPresent(found::add);
                }
                if (!child.getFileName().toString().startsWith(".")) {
                    collectModules(child, depth - 1, found);
                }
            }
        } catch (IOException e) {
            throw FileAccess.failed(folder, "can't be read", e);
        }
    }

    /** The nearest folder at or above this one that has a build file. */
    private static Optional<Path> project(Path folder) {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (isProject(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static boolean isProject(Path folder) {
        return BUILD_FILES.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /** Gradle keeps resources apart: {@code build/classes/java/main} has {@code build/resources/main} beside it. */
    private static Path resources(Path classes) {
        Path languages = classes.getParent();
        Path outputs = languages == null ? null : languages.getParent();
        if (outputs != null && outputs.endsWith("build/classes")) {
            return outputs.resolveSibling("resources").resolve(classes.getFileName());
        }
        return classes;
    }
}
