package dev.accrete.cli;

import dev.accrete.cli.database.SavedMigrations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Applies pending migrations. */
@Command(
        name = "migrate",
        description = "Applies pending migrations to an instance.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete migrate -i dev",
            "  accrete migrate --url jdbc:h2:file:./app --user sa --to V0007",
            "  accrete migrate -i prod --backup --yes",
            "",
            "Asks before a migration that breaks the running version of the application, or that drops data.",
            "",
            "Exit codes: 0 applied, or nothing was pending, 1 refused, 2 wrong command line, 5 the database failed or"
                    + " can't be reached."
        })
final class MigrateCommand implements Callable<Integer> {

    @Mixin
    private TargetOptions target;

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private MigrateOptions migrate;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SavedMigrations saved = instance.saved();
        return migrate.run(spec, output, instance.database(), saved, target.source(saved))
                .number();
    }
}
