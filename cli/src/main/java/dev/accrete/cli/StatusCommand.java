package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.Instance;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.MigrationStatus;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how databases stand to the saved migrations. */
@Command(
        name = "status",
        description = "Shows how one or all instances stand to the saved migrations. Changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete status --url jdbc:h2:file:./app --user sa",
            "  accrete status -i prod",
            "  accrete status --all --json",
            "",
            "Exit codes: 0 up to date, 1 refused, 2 wrong command line, 4 migrations are pending or would be refused,",
            "5 an instance can't be reached."
        })
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--all", description = "All instances of accrete.properties.")
    private boolean all;

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SavedMigrations saved = instance.saved();
        List<Database> databases = new ArrayList<>();
        if (all) {
            for (Instance each : instance.instances().all()) {
                databases.add(instance.database(each));
            }
        } else {
            databases.add(instance.database());
        }
        ExitCode worst = ExitCode.OK;
        for (Database database : databases) {
            ExitCode result = show(database, saved);
            worst = result.compareTo(worst) > 0 ? result : worst;
        }
        return worst.number();
    }

    /** One that can't be reached is no reason not to look at the others. */
    private ExitCode show(Database database, SavedMigrations saved) {
        try {
            MigrationStatus status = database.status(saved.source());
            print(database, status, saved);
            return status.problems().isEmpty() && !status.isPending() ? ExitCode.OK : ExitCode.FOUND;
        } catch (AccreteException e) {
            if (!all) {
                throw e;
            }
            spec.commandLine().getErr().println(database.instance().label() + ": " + e.getMessage());
            return ErrorMapper.exitCode(e);
        }
    }

    private void print(Database database, MigrationStatus status, SavedMigrations saved) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<MigrationStatus.Entry> current = status.entries().stream()
                .filter(entry ->
                        entry.state().equals("applied") || entry.state().equals("skipped"))
                .reduce((first, second) -> second);
        List<MigrationStatus.Entry> waiting = status.entries().stream()
                .filter(entry ->
                        !entry.state().equals("applied") && !entry.state().equals("skipped"))
                .toList();
        String now = current.map(StatusCommand::name).orElse("none");
        String latest = saved.catalog()
                .head()
                .map(line -> line.version() + " " + line.description())
                .orElse("none");
        if (output.json()) {
            out.println(Json.object(
                    "instance", database.instance().label(),
                    "database", database.product(),
                    "current", now,
                    "latest", latest,
                    "waiting",
                            Json.strings(waiting.stream()
                                    .map(entry -> name(entry) + " " + entry.state())
                                    .toList()),
                    "problems",
                            Json.strings(status.problems().stream()
                                    .map(AccreteException::getMessage)
                                    .toList()),
                    "notes", Json.strings(status.notes())));
            return;
        }
        out.println("instance  " + database.instance().label());
        out.println("database  " + database.product());
        out.println("current   " + now);
        out.println("latest    " + latest);
        waiting.forEach(entry -> out.println(String.format("%-9s %s", entry.state(), name(entry))));
        status.problems().forEach(problem -> out.println("problem   " + problem.getMessage()));
        status.notes().forEach(note -> out.println("note      " + note));
    }

    private static String name(MigrationStatus.Entry entry) {
        return entry.version() + " " + entry.description();
    }
}
