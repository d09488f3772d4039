package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.HealthCheck;
import dev.accrete.cli.database.HealthFinding;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.project.CommandProblem;
import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.MigrationStatus;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks for what goes wrong later. */
@Command(
        name = "health",
        description = "Checks connection, history, indexes, constraints and sequences of one or all instances. Changes"
                + " nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete health -i prod",
            "  accrete health --all --json",
            "",
            "Exit codes: 0 healthy, 1 refused, 2 wrong command line, 4 something was found, 5 an instance can't be reached."
        })
final class HealthCommand implements Callable<Integer> {

    @Mixin
    private InstancesOptions instances;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SavedMigrations saved = instances.one().saved();
        return instances.each(spec, output, database -> check(database, saved)).number();
    }

    private ExitCode check(Database database, SavedMigrations saved) {
        MigrationStatus status = database.status(saved.source());
        List<HealthFinding> findings = new ArrayList<>();
        for (AccreteException problem : status.problems()) {
            CommandProblem parts = CommandProblem.of(problem);
            findings.add(new HealthFinding("history", "[" + parts.code() + "]", parts.what(), parts.fix()));
        }
        findings.addAll(database.withConnection(
                new HealthCheck(saved.snapshot(), Begun.in(status).isPresent())::check));
        PrintWriter out = spec.commandLine().getOut();
        String label = database.instance().label();
        if (output.json()) {
            out.println(Json.object("instance", label, "findings", Json.findings(findings)));
        } else if (findings.isEmpty()) {
            out.println(label + ": healthy (" + database.product() + ")");
        } else {
            findings.forEach(finding -> out.println(label + ": " + finding.text()));
        }
        return findings.isEmpty() ? ExitCode.OK : ExitCode.FOUND;
    }
}
