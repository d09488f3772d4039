package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.PendingScript;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.MigrationStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what {@code migrate} would execute. */
@Command(
        name = "plan",
        description = "Prints exactly the statements that migrate would execute. Changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete plan -i prod",
            "  accrete plan -i prod --to V0007 --output plan.sql",
            "",
            "Comments name locks, hazards and about how many rows the tables have, from the database's statistics.",
            "",
            "Exit codes: 0 printed, or nothing is pending, 1 migrate would be refused, 2 wrong command line,",
            "5 the instance can't be reached."
        })
final class PlanCommand implements Callable<Integer> {

    @Mixin
    private TargetOptions target;

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private OutputFile file;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SavedMigrations saved = instance.saved();
        Database database = instance.database();
        MigrationSource source = target.source(saved);
        MigrationStatus status = database.status(source);
        if (!status.problems().isEmpty()) {
            throw status.problems().get(0);
        }
        List<PendingScript> pending = PendingScript.of(status, saved, database);
        Map<String, Long> rows = pending.isEmpty() ? Map.of() : database.estimatedRows();
        if (output.json()) {
            spec.commandLine().getOut().println(Json.object("pending", Json.pending(pending, rows)));
            return ExitCode.OK.number();
        }
        if (pending.isEmpty()) {
            spec.commandLine().getErr().println("nothing is pending");
        }
        file.write(spec, pending.stream().map(script -> script.sql(rows)).collect(Collectors.joining("\n")));
        return ExitCode.OK.number();
    }
}
