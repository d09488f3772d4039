package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.history.AppliedMigration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes migrations back. */
@Command(
        name = "rollback",
        description = "Takes migrations back with their undo scripts, the last one first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete rollback prev -i dev",
            "  accrete rollback V0002 -i dev",
            "  accrete rollback none -i dev --yes",
            "",
            "Asks first, and says what data is lost. A rollback that stops is taken up by the same command.",
            "",
            "Exit codes: 0 taken back, or nothing was to do, 1 refused, 2 wrong command line, 5 the database failed or can't be",
            "reached."
        })
final class RollbackCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TARGET",
            description = "The last migration that stays: a version, none, or prev for the one before the current one.")
    private String target;

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
        return new Rollback(spec, output, confirmation, saved)
                .run(database, downTo(database.history(saved.source().name())))
                .number();
    }

    private int downTo(List<AppliedMigration> history) {
        int current =
                history.stream().mapToInt(row -> row.version().number()).max().orElse(0);
        if (target.equals("prev")) {
            return Rollback.before(history, current);
        }
        if (target.equals("none")) {
            return 0;
        }
        MigrationVersion version = TargetOptions.version(target);
        if (version.number() > current) {
            throw new CommandException(
                    CommandCode.TARGET,
                    target,
                    "the database is at " + (current == 0 ? "no migration" : new MigrationVersion(current).toString())
                            + ", which comes before it; nothing was changed",
                    "name an earlier version, prev or none");
        }
        return version.number();
    }
}
