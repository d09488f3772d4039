package dev.accrete.cli;

import dev.accrete.cli.backup.Backup;
import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.Instance;
import dev.accrete.cli.database.PendingScript;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.MigrationStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How migrations are applied by the commands that apply some: after a question and a backup, with progress. */
final class MigrateOptions {

    @Option(
            names = "--backup",
            negatable = true,
            description = "Make a backup first, if something is pending; one that fails stops the run. Default:"
                    + " <instance>.backup.")
    private Boolean backup;

    @Mixin
    private BackupOptions backups;

    @Mixin
    private ConfirmationOptions confirmation;

    @Mixin
    private ProgressOptions progress;

    /**
     * Applies what is pending.
     *
     * @param spec of the command, for questions and output
     */
    ExitCode run(
            CommandSpec spec, OutputOptions output, Database database, SavedMigrations saved, MigrationSource source) {
        MigrationStatus status = database.status(source);
        if (!status.problems().isEmpty()) {
            throw status.problems().get(0);
        }
        List<PendingScript> pending = PendingScript.of(status, saved, database);
        confirm(spec, pending);
        PrintWriter talk = spec.commandLine().getErr();
        if (!pending.isEmpty() && wantsBackup(database.instance())) {
            backUp(database, talk);
        }
        MigrationReport report;
        try (ProgressOptions.Bar bar =
                progress.start("migrate " + database.instance().label(), "statements")) {
            report = database.migrate(source, event -> {
                switch (event.kind()) {
                    case WAITING -> talk.println(event.text());
                    case MIGRATION_STARTED -> {
                        // A line in the middle of a bar is hard to read; the bar names the version.
                        if (!bar.isShown()) {
                            talk.println("applying " + event.text());
                        }
                    }
                    case STATEMENT_DONE -> bar.at(event.statement(), event.statements(), event.version());
                    case MIGRATION_DONE -> {}
                }
            });
        }
        print(spec, output, report);
        return ExitCode.OK;
    }

    ProgressOptions progress() {
        return progress;
    }

    boolean wantsBackup(Instance instance) {
        return backup == null ? instance.backup().beforeMigrate() : backup;
    }

    /** @throws CommandException [ACC-C019] if something breaks or goes and the user doesn't agree */
    void confirm(CommandSpec spec, List<PendingScript> pending) {
        String breaking = pending.stream()
                .filter(PendingScript::isBreaking)
                .map(PendingScript::label)
                .collect(Collectors.joining(", "));
        String destroyed =
                pending.stream().flatMap(script -> script.destroyed().stream()).collect(Collectors.joining(", "));
        if (!breaking.isEmpty() || !destroyed.isEmpty()) {
            confirmation.require(
                    spec,
                    Stream.of(
                                    breaking.isEmpty()
                                            ? ""
                                            : "the running version of the application stops working with " + breaking,
                                    destroyed.isEmpty() ? "" : "data goes: " + destroyed)
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining("; ")));
        }
    }

    /** @throws CommandException [ACC-C028], [ACC-C029] */
    void backUp(Database database, PrintWriter talk) {
        Backup made;
        try (ProgressOptions.Bar bar =
                progress.start("backup " + database.instance().label(), "kB")) {
            made = backups.make(database, OptionalInt.empty(), OptionalInt.empty(), bar, talk);
        }
        talk.println("backup in " + made.file() + " (" + Bytes.text(made.bytes()) + ")");
    }

    private static void print(CommandSpec spec, OutputOptions output, MigrationReport report) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> applied = report.applied().stream()
                .map(it -> it.version() + " " + it.description())
                .toList();
        if (output.json()) {
            out.println(Json.object("applied", Json.strings(applied), "notes", Json.strings(report.notes())));
            return;
        }
        applied.forEach(it -> out.println("applied " + it));
        if (applied.isEmpty()) {
            out.println("nothing was pending");
        }
        report.notes().forEach(out::println);
    }
}
