package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.drift.Drift;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.MigrationVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records migrations without running them. */
@Command(
        name = "stamp",
        description =
                "Records migrations as applied without running them, after a look whether the database is what they make.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete stamp -i legacy",
            "  accrete stamp V0003 -i legacy --force",
            "",
            "The database is compared with the snapshot, which is that of the last migration; an earlier version can't be compared",
            "and needs --force.",
            "",
            "Exit codes: 0 recorded, or was recorded, 1 refused, or the database differs, 2 wrong command line, 5 the instance",
            "can't be reached."
        })
final class StampCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "VERSION",
            arity = "0..1",
            description = "The last migration to record. Default: the last one of the catalog.")
    private String version;

    @Option(names = "--force", description = "Don't compare.")
    private boolean force;

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
        Catalog catalog = saved.catalog();
        MigrationVersion upTo = version == null
                ? catalog.head()
                        .map(CatalogLine::version)
                        .orElseThrow(() -> TargetOptions.unknown("the last one", catalog))
                : TargetOptions.version(version);
        if (catalog.line(upTo).isEmpty()) {
            throw TargetOptions.unknown(upTo.toString(), catalog);
        }
        boolean last =
                catalog.head().filter(line -> line.version().equals(upTo)).isPresent();
        if (!force && !last) {
            throw new CommandException(
                    CommandCode.DIFFERS,
                    upTo.toString(),
                    "the snapshot is that of the last migration, so that the database can't be compared with " + upTo
                            + "; nothing was changed",
                    "compare by hand and use --force, or apply the rest by hand and stamp all");
        }
        if (force) {
            confirmation.require(
                    spec,
                    "migrations up to " + upTo + " count as applied on "
                            + database.instance().label() + " whatever is there");
        }
        MigrationReport report = database.administer(
                saved.source(),
                accrete -> accrete.stamp(saved.source().name(), upTo.number(), (connection, stream, number) -> {
                    if (!force) {
                        new Comparison(database, saved).require(Drift.strict());
                    }
                }));
        Reports.print(spec, output, "recorded", "recorded", report);
        if (report.applied().isEmpty()) {
            spec.commandLine().getErr().println("everything up to " + upTo + " is recorded already");
        }
        return ExitCode.OK.number();
    }
}
