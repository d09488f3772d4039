package dev.accrete.cli.backup;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.Instance;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.runtime.platform.Platform;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.schema.inspect.PhysicalSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Backs databases up and restores them. */
public final class Backups {

    private final Path root;
    private final Map<String, String> environment;

    /**
     * @param root the folder {@code backups}
     * @param environment the environment variables
     */
    public Backups(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    public BackupFolder folder(Instance instance) {
        return new BackupFolder(root, instance.label());
    }

    /** The backups of another instance. */
    public BackupFolder folder(String instance) {
        return new BackupFolder(root, instance);
    }

    /**
     * Makes a backup.
     *
     * @param bytes hears how many are written
     * @throws CommandException [ACC-C028], [ACC-C029]; then there is no file
     */
    public Backup make(Database database, LongConsumer bytes) {
        Instance instance = database.instance();
        List<AppliedMigration> history = database.history();
        Map<String, String> last = new TreeMap<>();
        history.stream()
                .filter(row -> row.state().isDone())
                .forEach(row -> last.put(
                        row.stream(),
                        (row.stream().equals(ResourceNames.MAIN_STREAM) ? "" : row.stream() + " ") + row.version()));
        String migration = last.isEmpty() ? "none" : String.join(", ", last.values());
        BackupFolder folder = folder(instance);
        try {
            String[] server = database.withConnection(connection -> new String[] {
                connection.getMetaData().getDatabaseProductName(),
                connection.getMetaData().getDatabaseProductVersion()
            });
            DatabaseCopier copier = copier(database);
            Path file = folder.begin(copier.kind());
            Thread cleaner = new Thread(() -> delete(file), "accrete-unfinished");
            Runtime.getRuntime().addShutdownHook(cleaner);
            try {
                copier.copy(instance, file, bytes);
                return folder.finish(file, server[0], server[1], migration);
            } finally {
                delete(file);
                try {
                    Runtime.getRuntime().removeShutdownHook(cleaner);
                } catch (IllegalStateException e) {
                    // The process is ending already, and the hook does its work.
                }
            }
        } catch (IOException | SQLException e) {
            throw new CommandException(
                    CommandCode.BACKUP_FAILED,
                    instance.label(),
                    String.valueOf(e.getMessage()).strip(),
                    "see to disk space and permissions of " + folder.folder() + ", then run the command again");
        }
    }

    /** What is finished has another name by now. */
    private static void delete(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            System.getLogger("dev.accrete").log(System.Logger.Level.DEBUG, "an unfinished backup stays", e);
        }
    }

    /**
     * Checks that a backup may be restored there.
     *
     * @param from the instance whose backup it is said to be
     * @return whether something would be replaced
     * @throws CommandException [ACC-C030] if it is of another database, [ACC-C031] if the database is not empty
     */
    public boolean check(Database database, Backup backup, String from, boolean force) {
        String product =
                database.withConnection(connection -> connection.getMetaData().getDatabaseProductName());
        if (!product.equals(backup.product())) {
            throw new CommandException(
                    CommandCode.BACKUP_FILE,
                    backup.file().toString(),
                    "the backup is of " + backup.product() + ", the instance is " + product,
                    "name a backup of " + product);
        }
        if (!backup.instance().equals(from)) {
            throw new CommandException(
                    CommandCode.BACKUP_FILE,
                    backup.file().toString(),
                    "the backup is of the instance " + backup.instance() + ", not of " + from,
                    "say that it is meant with --of " + backup.instance());
        }
        boolean empty = isEmpty(database);
        if (!empty && !force) {
            throw new CommandException(
                    CommandCode.NOT_EMPTY,
                    database.instance().label(),
                    "the database has tables already; nothing was changed",
                    "use --force to replace everything in it, or restore into an empty database");
        }
        return !empty;
    }

    /**
     * Restores a backup that has been checked.
     *
     * @throws CommandException [ACC-C028], [ACC-C032]; then the database is as it was
     */
    public void restore(Database database, Backup backup, boolean privileges) {
        try {
            copier(database).restore(database.instance(), backup.file(), isEmpty(database), privileges);
        } catch (IOException | SQLException e) {
            throw new CommandException(
                    CommandCode.RESTORE_FAILED,
                    database.instance().label(),
                    String.valueOf(e.getMessage()).strip() + "; the old data stays",
                    "stop whoever else uses the database, see to disk space, then run the command again");
        }
    }

    private static boolean isEmpty(Database database) {
        return database.withConnection(connection -> {
            PhysicalSchema all = DatabaseInspector.forDialect(
                            Platform.of(connection).dialect())
                    .inspect(connection, scope(database.instance(), connection));
            return all.tables().isEmpty()
                    && all.sequences().isEmpty()
                    && all.views().isEmpty()
                    && all.types().isEmpty();
        });
    }

    private static InspectionScope scope(Instance instance, Connection connection) throws SQLException {
        return instance.schema().isPresent()
                        && Platform.of(connection).dialect().equals("postgresql")
                ? InspectionScope.schemas(instance.schema().get())
                : InspectionScope.everything();
    }

    private DatabaseCopier copier(Database database) {
        String dialect =
                database.withConnection(connection -> Platform.of(connection).dialect());
        return dialect.equals("h2") ? new H2Copier() : new PostgresCopier(new PostgresTools(environment));
    }
}
