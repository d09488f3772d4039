package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Fills a database for development. */
@Command(
        name = "seed",
        description = "Runs the SQL files of the seed folder, for development and tests. Refuses production.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete seed -i dev",
            "  accrete seed -i dev --seeds src/test/resources/seed",
            "",
            "Files run in the order of their names, then those of the folder h2 or postgresql in it; each is one transaction.",
            "",
            "Exit codes: 0 planted, 1 refused or failed, 2 wrong command line, 5 the instance can't be reached."
        })
final class SeedCommand implements Callable<Integer> {

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private SeedOptions seeds;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Database database = instance.database();
        SeedOptions.refuseProduction(database, "seed");
        List<String> planted = seeds.plant(database, instance);
        if (output.json()) {
            spec.commandLine().getOut().println(Json.object("planted", Json.strings(planted)));
        } else {
            planted.forEach(file -> spec.commandLine().getOut().println("planted " + file));
        }
        return ExitCode.OK.number();
    }
}
