package dev.accrete.cli;

import dev.accrete.cli.database.CatalogUpTo;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.format.MigrationVersion;
import picocli.CommandLine.Option;

/** Up to which migration. */
final class TargetOptions {

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description = "The last migration to apply, e.g. V0007. Default: all.")
    private String version;

    /** @throws CommandException [ACC-C020] if there is no such migration */
    MigrationSource source(SavedMigrations saved) {
        if (version == null) {
            saved.catalog();
            return saved.source();
        }
        MigrationVersion last = MigrationVersion.parse(version)
                .orElseThrow(() -> new CommandException(
                        CommandCode.TARGET,
                        "--to " + version,
                        "this is not a version (V and four or more digits)",
                        "name a version of the catalog, e.g. --to V0002"));
        return new CatalogUpTo(saved.source(), saved.catalog(), last);
    }
}
