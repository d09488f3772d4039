package dev.accrete.cli;

import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.format.MigrationVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a migration without one of its statements. */
@Command(
        name = "skip",
        description = "Runs the migration that failed without one of its statements, and notes that in the history.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete skip V0003 1 2 -i prod",
            "",
            "Version, step and statement are those of the message of the failure. Asks first. What comes after the migration is",
            "left to migrate or resume.",
            "",
            "Exit codes: 0 applied without the statement, 1 refused, 2 wrong command line, 5 the database failed or can't be",
            "reached."
        })
final class SkipCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "VERSION", description = "The migration that failed, e.g. V0003.")
    private String version;

    @Parameters(index = "1", paramLabel = "STEP", description = "The step of the statement, from 1.")
    private int step;

    @Parameters(index = "2", paramLabel = "STATEMENT", description = "The statement within the step, from 1.")
    private int statement;

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
        MigrationVersion parsed = TargetOptions.version(version);
        SavedMigrations saved = instance.saved();
        confirmation.require(
                spec,
                "statement " + statement + " of step " + step + " of " + parsed + " will never run on "
                        + instance.instance().label());
        MigrationReport report = instance.database()
                .administer(
                        saved.source(),
                        accrete -> accrete.skip(saved.source().name(), parsed.number(), step, statement));
        Reports.print(spec, output, "applied", "without the statement", report);
        return ExitCode.OK.number();
    }
}
