package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.drift.Drift;
import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.MigrationStatus;
import dev.accrete.schema.inspect.SchemaDifference;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether somebody has changed covered tables behind the migrations' back. */
@Command(
        name = "verify",
        description = "Compares the covered tables of one or all instances with the snapshot. Changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete verify -i prod",
            "  accrete verify --all --json",
            "",
            "Tables, columns, types, defaults, keys, indexes, checks, sequences and views of the model are compared;",
            "foreign tables are not looked at. On PostgreSQL the user must be allowed to create a schema, which is done",
            "in a transaction that is rolled back.",
            "",
            "Exit codes: 0 as the snapshot says, 1 refused, 2 wrong command line, 4 differences, or migrations are pending,",
            "5 an instance can't be reached."
        })
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private InstancesOptions instances;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SavedMigrations saved = instances.one().saved();
        return instances.each(spec, output, database -> verify(database, saved)).number();
    }

    private ExitCode verify(Database database, SavedMigrations saved) {
        MigrationStatus status = database.status(saved.source());
        // The snapshot is that of the last migration, and can be compared with no earlier state.
        List<String> unready =
                status.problems().stream().map(AccreteException::getMessage).toList();
        if (unready.isEmpty()) {
            unready = status.entries().stream()
                    .filter(entry -> !StatusCommand.isDone(entry))
                    .map(entry -> entry.version() + " " + entry.description() + " is not applied (" + entry.state()
                            + "): migrate first, the snapshot is that of the last migration")
                    .toList();
        }
        List<SchemaDifference> differences =
                unready.isEmpty() ? database.drift(saved.snapshot(), Drift.strict()) : List.of();
        print(database, unready, differences);
        return unready.isEmpty() && differences.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
    }

    private void print(Database database, List<String> unready, List<SchemaDifference> differences) {
        PrintWriter out = spec.commandLine().getOut();
        String label = database.instance().label();
        if (output.json()) {
            out.println(Json.object(
                    "instance", label,
                    "notCompared", Json.strings(unready),
                    "differences", Json.differences(differences)));
            return;
        }
        unready.forEach(reason -> out.println(label + ": not compared: " + reason));
        differences.forEach(difference -> out.println(label + ": " + difference));
        if (unready.isEmpty() && differences.isEmpty()) {
            out.println(label + ": the covered tables are what the snapshot says");
        }
    }
}
