package dev.accrete.cli;

import dev.accrete.cli.adopt.ClosingScript;
import dev.accrete.cli.adopt.MissingTables;
import dev.accrete.cli.adopt.OtherHistory;
import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.drift.Drift;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.schema.inspect.SchemaDifference;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings an existing database under Accrete. */
@Command(
        name = "adopt",
        description =
                "Brings a database that has its tables already under Accrete: compares, and records the migrations if all is there.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete adopt -i legacy",
            "  accrete adopt -i legacy --write closing.sql",
            "  accrete adopt -i legacy --ignore-names",
            "  accrete adopt -i dev --create-missing",
            "",
            "If the covered tables are what the last migration makes, all migrations are recorded and nothing runs. If not, the",
            "differences are listed, and --write writes the script that closes them for you to read and run; then adopt again.",
            "For development, --create-missing creates the tables that are not there, touches none that is, says how those differ and",
            "records the migrations all the same.",
            "If Flyway has run the scripts of the catalog, as many as it has run are recorded, and migrate applies the rest.",
            "",
            "Exit codes: 0 adopted, 1 refused, 2 wrong command line, 4 the database differs, 5 the instance can't be reached."
        })
final class AdoptCommand implements Callable<Integer> {

    @Option(names = "--write", paramLabel = "FILE", description = "Write the script that closes the differences.")
    private Path file;

    @Option(
            names = "--ignore-names",
            description =
                    "Keys, indexes and checks may have other names. A later migration that drops one by name fails.")
    private boolean ignoreNames;

    @Option(
            names = "--create-missing",
            description =
                    "Create the tables that are not there, and record whatever the others are like. Not in production.")
    private boolean createMissing;

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
        CatalogLine head = catalog.head().orElseThrow(() -> TargetOptions.unknown("the last one", catalog));
        Optional<OtherHistory> other = database.withConnection(OtherHistory::find);
        other.ifPresent(history -> spec.commandLine().getErr().println(history.text()));
        other.flatMap(OtherHistory::problem).ifPresent(problem -> {
            throw new CommandException(
                    CommandCode.OTHER_TOOL,
                    database.instance().label(),
                    other.get().tool() + " has not finished: " + problem + "; nothing was changed",
                    "repair that with " + other.get().tool() + " first");
        });
        int shared = other.map(history -> history.shared(catalog)).orElse(0);
        if (shared > 0 && shared < catalog.lines().size()) {
            record(database, saved, catalog.lines().get(shared - 1).version().number());
            spec.commandLine().getErr().println("the rest is pending: `accrete migrate`");
            return ExitCode.OK.number();
        }
        List<String> created = createMissing ? createMissing(database, saved) : List.of();
        Drift drift = ignoreNames ? Drift.ignoringNames() : Drift.strict();
        List<SchemaDifference> differences = database.drift(saved.snapshot(), drift);
        if (differences.isEmpty()) {
            record(database, saved, head.version().number());
            return ExitCode.OK.number();
        }
        print(database, differences, created);
        if (createMissing) {
            record(database, saved, head.version().number());
            return ExitCode.FOUND.number();
        }
        if (file != null) {
            String script = database.withConnection(connection -> ClosingScript.write(
                    connection, saved.snapshot(), head.version().number(), differences));
            OutputFile.write(instance.resolve(file), script);
            spec.commandLine().getErr().println("written to " + file + ": read it, run it, then adopt again");
        }
        return ExitCode.FOUND.number();
    }

    private List<String> createMissing(Database database, SavedMigrations saved) {
        SeedOptions.refuseProduction(database, "adopt --create-missing");
        String stream = saved.source().name();
        if (!database.history(stream).isEmpty()) {
            throw new CommandException(
                    CommandCode.HISTORY_THERE,
                    database.instance().label(),
                    "migrations are recorded here, and they say what is created; nothing was changed",
                    "run `accrete migrate`");
        }
        List<String> created = database.withConnection(connection -> {
            MissingTables missing = MissingTables.of(connection, saved.snapshot());
            if (missing.isAll()) {
                throw new CommandException(
                        CommandCode.HISTORY_THERE,
                        database.instance().label(),
                        "none of the covered tables is there; nothing was changed",
                        "run `accrete migrate`");
            }
            missing.create(connection);
            return missing.names();
        });
        if (!output.json()) {
            created.forEach(name -> spec.commandLine().getErr().println("created: " + name));
        }
        return created;
    }

    private void record(Database database, SavedMigrations saved, int upTo) {
        MigrationReport report = database.administer(
                saved.source(),
                accrete -> accrete.stamp(saved.source().name(), upTo, (connection, stream, number) -> {}));
        Reports.print(spec, output, "recorded", "recorded", report);
        if (report.applied().isEmpty()) {
            spec.commandLine().getErr().println("everything is recorded already");
        }
    }

    private void print(Database database, List<SchemaDifference> differences, List<String> created) {
        PrintWriter out = spec.commandLine().getOut();
        if (output.json()) {
            out.println(Json.object(
                    "instance",
                    database.instance().label(),
                    "created",
                    Json.strings(created),
                    "differences",
                    Json.differences(differences)));
            return;
        }
        differences.forEach(out::println);
        if (file == null && !createMissing) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "nothing was recorded; `accrete adopt --write closing.sql` writes what closes the differences");
        }
    }
}
