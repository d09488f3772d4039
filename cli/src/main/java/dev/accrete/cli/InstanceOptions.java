package dev.accrete.cli;

import dev.accrete.cli.database.ClassPath;
import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.Drivers;
import dev.accrete.cli.database.Instance;
import dev.accrete.cli.database.Instances;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.project.ProjectFolders;
import dev.accrete.cli.project.ReviewSources;
import dev.accrete.cli.review.ReviewedMigration;
import dev.accrete.runtime.format.ResourceNames;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which database a command works on, and with which migrations. */
final class InstanceOptions {

    private static final String HISTORY_TABLE = "schema_migrations";

    @Option(
            names = {"-i", "--instance"},
            paramLabel = "NAME",
            description = "An instance of accrete.properties.")
    private String name;

    @Option(names = "--url", paramLabel = "JDBC-URL", description = "The database, without a password.")
    private String url;

    @Option(names = "--user", description = "The database user. The password is in the environment: ACCRETE_PASSWORD.")
    private String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file with the password, which only you can read.")
    private Path passwordFile;

    @Option(names = "--schema", description = "The schema to work in. Default: the connection's.")
    private String schema;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "The saved migrations. Default: src/main/resources/db/migration of the project.")
    private Path migrations;

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            description = "Jars and folders: further JDBC drivers, and the migrations if --dir doesn't name them.")
    private String classPath;

    @Option(
            names = "--stream",
            paramLabel = "NAME",
            description = "The stream, where several modules have migrations. Default: as the folder's place says, else"
                    + " main.")
    private String stream;

    private final Main.Surroundings surroundings;
    private Optional<ClassPath> opened = Optional.empty();

    InstanceOptions(Main.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Database database() {
        return database(instance());
    }

    Database database(Instance instance) {
        String table = surroundings.environment().getOrDefault("ACCRETE_HISTORY_TABLE", HISTORY_TABLE);
        return new Database(instance, table);
    }

    Instances instances() {
        Drivers drivers = classPath().map(path -> Drivers.of(path.loader())).orElse(Drivers.own());
        return new Instances(surroundings.workingFolder(), surroundings.environment(), drivers);
    }

    /** Whether one is named, by URL or by name. */
    boolean isGiven() {
        return url != null || name != null;
    }

    Instance instance() {
        if (url != null) {
            return instances()
                    .given(
                            url,
                            Optional.ofNullable(user),
                            Optional.ofNullable(passwordFile),
                            Optional.ofNullable(schema));
        }
        return instances().named(name == null ? "dev" : name);
    }

    /** The one that is named. */
    Optional<String> stream() {
        return Optional.ofNullable(stream);
    }

    /** Those of {@code --dir}, else of {@code --classpath}, else of the project. */
    SavedMigrations saved() {
        Optional<ClassPath> path = migrations == null ? classPath() : Optional.empty();
        Optional<String> named = Optional.ofNullable(stream);
        return path.flatMap(it -> it.migrations(named.orElse(ResourceNames.MAIN_STREAM)))
                .orElseGet(() -> SavedMigrations.in(migrationFolder(), named));
    }

    /** Where saved migrations are written. */
    Path migrationFolder() {
        Path folder = ProjectFolders.findMigrations(surroundings.workingFolder(), Optional.ofNullable(migrations));
        return migrations != null || stream == null ? folder : SavedMigrations.folderOf(folder, stream);
    }

    /** The version of the project's unsaved draft; empty if there is none, or the migrations aren't a project's. */
    Optional<String> openDraft() {
        boolean ofPath = classPath()
                .flatMap(path -> path.migrations(ResourceNames.MAIN_STREAM))
                .isPresent();
        if (migrations != null || stream != null || ofPath) {
            return Optional.empty();
        }
        return new ReviewSources(
                        migrationFolder(), ProjectFolders.findClasses(surroundings.workingFolder(), Optional.empty()))
                .draft()
                .map(ReviewedMigration::version);
    }

    private Optional<ClassPath> classPath() {
        if (classPath != null && opened.isEmpty()) {
            opened = Optional.of(ClassPath.open(surroundings.workingFolder(), classPath));
        }
        return opened;
    }

    Path resolve(Path path) {
        return surroundings.workingFolder().resolve(path);
    }
}
