package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.Seeds;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where seeds are. */
final class SeedOptions {

    @Option(
            names = "--seeds",
            paramLabel = "FOLDER",
            description = "The seeds. Default: the folder seed beside that of the migrations.")
    private Path folder;

    /** Runs them, and returns the files' names. */
    List<String> plant(Database database, InstanceOptions instance) {
        Path seeds = folder == null ? instance.migrationFolder().resolveSibling("seed") : instance.resolve(folder);
        return database.withConnection(new Seeds(seeds)::plant);
    }

    /** @throws CommandException [ACC-C036] if the instance's environment is production */
    static void refuseProduction(Database database, String command) {
        if (database.instance().isProduction()) {
            throw new CommandException(
                    CommandCode.PRODUCTION,
                    database.instance().label(),
                    "the environment of this instance is production, where `" + command + "` never runs; nothing was"
                            + " changed",
                    "name another instance");
        }
    }
}
