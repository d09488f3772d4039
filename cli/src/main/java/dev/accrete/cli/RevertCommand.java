package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.format.MigrationVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes back what a failed migration has done. */
@Command(
        name = "revert",
        description =
                "Takes back what the migration that failed or was interrupted has done so far, with its undo script.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete revert -i prod",
            "  accrete revert -i dev --yes",
            "",
            "Asks first, and says what data is lost. Migrations before it stay.",
            "",
            "Exit codes: 0 taken back, 1 refused, or nothing has begun, 2 wrong command line, 5 the database failed or can't be",
            "reached."
        })
final class RevertCommand implements Callable<Integer> {

    @Mixin
    private ConfirmationOptions confirmation;

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SavedMigrations saved = instance.saved();
        Database database = instance.database();
        MigrationVersion begun = Begun.in(database.status(saved.source()))
                .map(Begun::version)
                .orElseThrow(() -> new CommandException(
                        CommandCode.NOTHING_BEGUN,
                        database.instance().label(),
                        "no migration failed or was interrupted; nothing was changed",
                        "take applied migrations back with `accrete rollback prev`"));
        return new Rollback(spec, output, confirmation, saved)
                .run(database, Rollback.before(database.history(saved.source().name()), begun.number()))
                .number();
    }
}
