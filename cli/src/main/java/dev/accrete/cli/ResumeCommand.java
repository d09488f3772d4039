package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.SavedMigrations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Goes on where a migration stopped. */
@Command(
        name = "resume",
        description =
                "Takes the migration that failed or was interrupted up where it stopped, and applies what comes after it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete resume -i prod",
            "",
            "What has run already may not have been changed since; the statement that failed and what follows it may.",
            "",
            "Exit codes: 0 applied, or nothing has begun, 1 refused, 2 wrong command line, 5 the database failed or can't be reached."
        })
final class ResumeCommand implements Callable<Integer> {

    @Mixin
    private MigrateOptions migrate;

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
        if (Begun.in(database.status(saved.source())).isEmpty()) {
            spec.commandLine().getErr().println("nothing to resume: no migration failed or was interrupted");
            return ExitCode.OK.number();
        }
        return migrate.run(spec, output, database, saved, saved.source()).number();
    }
}
