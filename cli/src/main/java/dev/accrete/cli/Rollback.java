package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.review.ScriptSummary;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.history.AppliedMigration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Takes migrations back, for the commands that do. */
final class Rollback {

    private final CommandSpec spec;
    private final OutputOptions output;
    private final ConfirmationOptions confirmation;
    private final SavedMigrations saved;

    Rollback(CommandSpec spec, OutputOptions output, ConfirmationOptions confirmation, SavedMigrations saved) {
        this.spec = spec;
        this.output = output;
        this.confirmation = confirmation;
        this.saved = saved;
    }

    /** @param downTo the number of the last migration that stays */
    ExitCode run(Database database, int downTo) {
        List<AppliedMigration> going = database.history(saved.source().name()).stream()
                .filter(row -> row.version().number() > downTo)
                .toList();
        if (going.isEmpty()) {
            spec.commandLine().getErr().println("nothing to take back");
            return ExitCode.OK;
        }
        String dialect = database.status(saved.source()).dialect();
        String lost = going.stream()
                .flatMap(row -> undo(dialect, row).stream())
                .flatMap(undo -> ScriptSummary.of(undo, "undo").lost().stream())
                .map(line -> "\n  " + line)
                .collect(Collectors.joining());
        confirmation.require(
                spec,
                going.stream().map(AppliedMigration::label).collect(Collectors.joining(", "))
                        + " will be taken back on "
                        + database.instance().label()
                        + (lost.isEmpty() ? "" : ", and this data does not come back:" + lost));
        MigrationReport report = database.administer(
                saved.source(), accrete -> accrete.rollback(saved.source().name(), downTo));
        Reports.print(spec, output, "takenBack", "taken back", report);
        return ExitCode.OK;
    }

    /** The version before one, as the database has it; 0 if there is none. */
    static int before(List<AppliedMigration> history, int version) {
        return history.stream()
                .mapToInt(row -> row.version().number())
                .filter(number -> number < version)
                .max()
                .orElse(0);
    }

    /** As it was recorded, else as it is saved; that it is missing is for the runtime to say. */
    private Optional<String> undo(String dialect, AppliedMigration row) {
        if (!row.undo().isEmpty()) {
            return Optional.of(row.undo());
        }
        // A squash has another description than the last of the migrations for which it stands.
        String description = saved.catalog()
                .line(row.version())
                .map(CatalogLine::description)
                .orElse(row.description());
        return saved.undoText(dialect, row.version(), description);
    }
}
