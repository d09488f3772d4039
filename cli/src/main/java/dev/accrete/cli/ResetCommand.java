package dev.accrete.cli;

import dev.accrete.cli.database.CoveredTables;
import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.PendingScript;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.MigrationReport;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a development database new. */
@Command(
        name = "reset",
        description = "Drops the covered tables with all their rows, and migrates anew. Refuses production.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete reset -i dev --force",
            "  accrete reset -i dev --force --seed",
            "",
            "Foreign tables stay as they are; if one of them refers to a covered table, nothing is dropped.",
            "",
            "Exit codes: 0 reset, 1 refused, 2 wrong command line, 5 the database failed or can't be reached."
        })
final class ResetCommand implements Callable<Integer> {

    @Option(names = "--force", description = "Yes, drop the covered tables with all their rows.")
    private boolean force;

    @Option(names = "--seed", description = "Then run the seeds.")
    private boolean seed;

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
        SavedMigrations saved = instance.saved();
        Database database = instance.database();
        SeedOptions.refuseProduction(database, "reset");
        if (!force) {
            throw new CommandException(
                    CommandCode.NOT_CONFIRMED,
                    database.instance().label(),
                    "reset drops every covered table with all its rows; nothing was changed",
                    "run the command with --force if that is meant");
        }
        List<String> dropped = drop(database, saved);
        MigrationReport report = database.migrate(saved.source(), event -> {});
        List<String> applied = report.applied().stream()
                .map(it -> it.version() + " " + it.description())
                .toList();
        List<String> planted = seed ? seeds.plant(database, instance) : List.of();
        if (output.json()) {
            spec.commandLine()
                    .getOut()
                    .println(Json.object(
                            "dropped", Json.strings(dropped),
                            "applied", Json.strings(applied),
                            "planted", Json.strings(planted)));
        } else {
            dropped.forEach(table -> spec.commandLine().getOut().println("dropped " + table));
            applied.forEach(it -> spec.commandLine().getOut().println("applied " + it));
            planted.forEach(file -> spec.commandLine().getOut().println("planted " + file));
        }
        return ExitCode.OK.number();
    }

    private List<String> drop(Database database, SavedMigrations saved) {
        // What pending migrations drop or rename is still there under its old name.
        List<String> older = PendingScript.of(database.status(saved.source()), saved, database).stream()
                .flatMap(script -> script.summary().changes().stream())
                .flatMap(change -> change.text().equals("drop table")
                        ? Stream.of(change.subject())
                        : change.text().startsWith("rename table from ")
                                ? Stream.of(change.text().substring("rename table from ".length()))
                                : Stream.empty())
                .toList();
        return database.withConnection(connection -> {
            try {
                return new CoveredTables(saved.snapshot(), older).drop(connection, database.historyTable());
            } catch (SQLException e) {
                throw new CommandException(
                        CommandCode.RESET,
                        database.instance().label(),
                        String.valueOf(e.getMessage()).strip(),
                        "drop by hand what refers to covered tables, or end the sessions that hold locks, then run the"
                                + " command again");
            }
        });
    }
}
