package dev.accrete.cli;

import dev.accrete.cli.backup.Backup;
import dev.accrete.cli.backup.Backups;
import dev.accrete.cli.database.Database;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a database what a backup says. */
@Command(
        name = "restore",
        description = "Restores a backup into an empty database, or with --force in place of everything that is there.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete restore -i dev",
            "  accrete restore 2026-11-21T07-53-15.120Z.pg.dump -i prod --force",
            "  accrete restore -i dev --of prod --force --yes",
            "",
            "Whenever and however it ends, the database is as it was or as the backup says: PostgreSQL restores in one",
            "transaction, for H2 a new file takes the old one's place.",
            "",
            "Exit codes: 0 restored, 1 refused or failed, and the old data stays, 2 wrong command line, 5 the instance",
            "can't be reached."
        })
final class RestoreCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "BACKUP",
            arity = "0..1",
            description = "A name from `backup --list`, or a path. Default: the newest backup.")
    private String name;

    @Option(names = "--force", description = "Replace everything that is in the database.")
    private boolean force;

    @Option(
            names = "--of",
            paramLabel = "INSTANCE",
            description = "The instance whose backup is meant. Default: the same.")
    private String of;

    @Option(
            names = "--no-privileges",
            description = "Leave out grants (PostgreSQL), e.g. where their roles don't exist.")
    private boolean noPrivileges;

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private BackupOptions options;

    @Mixin
    private ConfirmationOptions confirmation;

    @Mixin
    private ProgressOptions progress;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Database database = instance.database();
        String label = database.instance().label();
        String from = of == null ? label : of;
        Backups backups = options.backups();
        Backup backup = backups.folder(from).find(options.workingFolder(), Optional.ofNullable(name));
        boolean replaces = backups.check(database, backup, from, force);
        if (replaces || database.instance().isProduction()) {
            confirmation.require(
                    spec,
                    "everything in " + label + " is replaced by the backup of " + backup.createdAt() + " (migration "
                            + backup.migration() + ")");
        }
        try (ProgressOptions.Bar bar = progress.start("restore " + label, "")) {
            bar.at(0, -1, backup.name());
            backups.restore(database, backup, !noPrivileges);
        }
        if (output.json()) {
            spec.commandLine()
                    .getOut()
                    .println(Json.object(
                            "instance", label, "restored", backup.file().toString(), "migration", backup.migration()));
        } else {
            spec.commandLine()
                    .getOut()
                    .println(label + ": restored " + backup.name() + ", the last migration is " + backup.migration());
        }
        return ExitCode.OK.number();
    }
}
