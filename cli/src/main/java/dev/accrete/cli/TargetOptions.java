package dev.accrete.cli;

import dev.accrete.cli.database.CatalogUpTo;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.format.Catalog;
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
        return new CatalogUpTo(saved.source(), saved.catalog(), version(version));
    }

    /** @throws CommandException [ACC-C020] if it isn't one */
    static MigrationVersion version(String text) {
        return MigrationVersion.parse(text)
                .orElseThrow(() -> new CommandException(
                        CommandCode.TARGET,
                        text,
                        "this is not a version (V and four or more digits)",
                        "name a version of the catalog, e.g. V0002"));
    }

    static CommandException unknown(String version, Catalog catalog) {
        return new CommandException(
                CommandCode.TARGET,
                version,
                "the catalog has no such migration; its last is "
                        + catalog.head().map(line -> line.version().toString()).orElse("none"),
                "name a version of the catalog, e.g. V0002");
    }
}
