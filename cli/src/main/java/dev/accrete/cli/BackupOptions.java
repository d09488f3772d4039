package dev.accrete.cli;

import dev.accrete.cli.backup.Backup;
import dev.accrete.cli.backup.Backups;
import dev.accrete.cli.database.BackupPolicy;
import dev.accrete.cli.database.Database;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Where backups are. */
final class BackupOptions {

    @Option(names = "--backups", paramLabel = "FOLDER", description = "Where backups are. Default: backups.")
    private Path folder = Path.of("backups");

    private final Main.Surroundings surroundings;

    BackupOptions(Main.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Backups backups() {
        return new Backups(surroundings.workingFolder().resolve(folder), surroundings.environment());
    }

    Path workingFolder() {
        return surroundings.workingFolder();
    }

    /**
     * Makes a backup and then deletes those that are too many or too old.
     *
     * @param talk gets a line per deleted backup
     */
    Backup make(Database database, OptionalInt keep, OptionalInt days, ProgressOptions.Bar progress, PrintWriter talk) {
        BackupPolicy policy = database.instance().backup();
        Backup backup = backups().make(database, bytes -> progress.at(bytes / 1024, -1, ""));
        prune(database, keep.isPresent() ? keep : policy.keep(), days.isPresent() ? days : policy.days())
                .forEach(gone -> talk.println("deleted " + gone.name()));
        return backup;
    }

    List<Backup> prune(Database database, OptionalInt keep, OptionalInt days) {
        return backups().folder(database.instance()).prune(keep, days);
    }
}
