package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.runtime.history.AppliedMigration;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says who applied what, when, and how long it took. */
@Command(
        name = "history",
        description = "Shows what was applied to an instance: by whom, when, and how long it took. Changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete history -i prod",
            "  accrete history --url jdbc:h2:file:./app --user sa --json",
            "",
            "Where several modules have migrations, all streams are shown, or that of --stream.",
            "",
            "Exit codes: 0 shown, 1 refused, 2 wrong command line, 5 the instance can't be reached."
        })
final class HistoryCommand implements Callable<Integer> {

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Database database = instance.database();
        List<AppliedMigration> history =
                instance.stream().map(database::history).orElseGet(database::history);
        PrintWriter out = spec.commandLine().getOut();
        if (output.json()) {
            out.println(Json.object("history", Json.history(history)));
        } else if (history.isEmpty()) {
            out.println("nothing has been applied yet");
        } else {
            boolean several =
                    history.stream().map(AppliedMigration::stream).distinct().count() > 1;
            for (AppliedMigration row : history) {
                out.println(String.format(
                        "%s%s  %-13s %s  %8d ms  %-10s %s",
                        several ? String.format("%-10s ", row.stream()) : "",
                        row.version(),
                        row.state().word(),
                        row.appliedAt().truncatedTo(ChronoUnit.SECONDS),
                        row.durationMillis(),
                        row.appliedBy(),
                        row.description() + note(row)));
            }
        }
        return ExitCode.OK.number();
    }

    /** Its first line; `status` and JSON have the whole. */
    private static String note(AppliedMigration row) {
        return row.note().lines().findFirst().map(line -> "  (" + line + ")").orElse("");
    }
}
