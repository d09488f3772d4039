package dev.accrete.cli;

import dev.accrete.cli.project.Build;
import dev.accrete.cli.project.ProjectFolders;
import dev.accrete.cli.project.ReviewSources;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which project a command works on. */
final class ProjectOptions {

    @Option(
            names = "--classes",
            paramLabel = "FOLDER",
            description = "The class output. Default: that of the Maven or Gradle project in this folder.")
    private Path classes;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "The saved migrations. Default: src/main/resources/db/migration of the project that the class"
                    + " output lies in.")
    private Path migrations;

    private final Main.Surroundings surroundings;

    ProjectOptions(Main.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    ProjectFolders find() {
        return ProjectFolders.find(
                surroundings.workingFolder(), Optional.ofNullable(classes), Optional.ofNullable(migrations));
    }

    Path workingFolder() {
        return surroundings.workingFolder();
    }

    Optional<Build> build() {
        return Build.find(surroundings.workingFolder());
    }

    /** The folder that the user names, else this one. */
    Path migrationsOr(Path otherwise) {
        return migrations == null
                ? otherwise
                : surroundings.workingFolder().resolve(migrations).normalize();
    }

    /** The class output; empty if nothing has been compiled. */
    Optional<Path> classes() {
        return ProjectFolders.findClasses(surroundings.workingFolder(), Optional.ofNullable(classes));
    }

    Path findMigrations() {
        return ProjectFolders.findMigrations(surroundings.workingFolder(), Optional.ofNullable(migrations));
    }

    /** What can be looked at: saved migrations, and the draft if the project has been compiled. */
    ReviewSources reviewSources() {
        Optional<Path> output = ProjectFolders.findClasses(surroundings.workingFolder(), Optional.ofNullable(classes));
        Path folder = migrations == null && output.isPresent() ? find().migrations() : findMigrations();
        return new ReviewSources(folder, output);
    }

    /** A path as the user would write it: relative where it lies below the working folder. */
    String shown(Path path) {
        Path folder = surroundings.workingFolder();
        return (path.startsWith(folder) && !path.equals(folder) ? folder.relativize(path) : path).toString();
    }
}
