package dev.accrete.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.drift.Drift;
import dev.accrete.cli.project.CommandException;
import dev.accrete.cli.project.CommandProblem;
import dev.accrete.runtime.MigrationStatus;
import dev.accrete.runtime.format.ResourceNames;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
            "Exit codes: 0 up to date, 1 refused, 2 wrong command line, 4 migrations are pending or would be refused, or",
            "the covered tables differ from the snapshot, 5 an instance can't be reached."
        })
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private InstancesOptions instances;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    /** Whether one instance was printed already. */
    private boolean shown;

    @Override
    public Integer call() {
        SavedMigrations saved = instances.one().saved();
        return instances.each(spec, output, database -> show(database, saved)).number();
    }

    /** Whether a migration is behind us. */
    static boolean isDone(MigrationStatus.Entry entry) {
        return entry.state().equals("applied") || entry.state().equals("skipped");
    }

    private ExitCode show(Database database, SavedMigrations saved) {
        MigrationStatus status = database.status(saved.source());
        boolean upToDate = status.problems().isEmpty() && !status.isPending();
        DriftAtAGlance drift =
                upToDate ? drift(database, saved) : new DriftAtAGlance("not compared before all is applied", false);
        print(database, status, saved, drift, instances.one().openDraft());
        return upToDate && !drift.found() ? ExitCode.OK : ExitCode.FOUND;
    }

    /** One word or two on drift, and whether there is any. */
    private record DriftAtAGlance(String text, boolean found) {}

    private static DriftAtAGlance drift(Database database, SavedMigrations saved) {
        try {
            int differences = database.drift(saved.snapshot(), Drift.strict()).size();
            return differences == 0
                    ? new DriftAtAGlance("none", false)
                    : new DriftAtAGlance(
                            differences + (differences == 1 ? " difference" : " differences") + ", see accrete verify",
                            true);
        } catch (CommandException e) {
            return new DriftAtAGlance("unknown: " + e.problem().what(), false);
        }
    }

    private void print(
            Database database,
            MigrationStatus status,
            SavedMigrations saved,
            DriftAtAGlance drift,
            Optional<String> draft) {
        PrintWriter out = spec.commandLine().getOut();
        String now = status.entries().stream()
                .filter(StatusCommand::isDone)
                .reduce((first, second) -> second)
                .map(StatusCommand::name)
                .orElse("none");
        List<MigrationStatus.Entry> waiting =
                status.entries().stream().filter(entry -> !isDone(entry)).toList();
        String latest = saved.catalog()
                .head()
                .map(line -> line.version() + " " + line.description())
                .orElse("none");
        String environment = database.instance().environment().orElse("");
        if (output.json()) {
            out.println(Json.object(
                    "instance", database.instance().label(),
                    "stream", status.stream(),
                    "environment", environment,
                    "database", database.product(),
                    "current", now,
                    "latest", latest,
                    "waiting", waiting(waiting),
                    "draft", draft.orElse(""),
                    "drift", drift.text(),
                    "lockHolder", status.lockHolder().orElse(""),
                    "problems",
                            Json.problems(status.problems().stream()
                                    .map(CommandProblem::of)
                                    .toList()),
                    "notes", Json.strings(status.notes())));
            return;
        }
        if (shown) {
            out.println();
        }
        shown = true;
        out.println(
                "instance  " + database.instance().label() + (environment.isEmpty() ? "" : " (" + environment + ")"));
        out.println("database  " + database.product());
        if (!status.stream().equals(ResourceNames.MAIN_STREAM)) {
            out.println("stream    " + status.stream());
        }
        out.println("current   " + now);
        out.println("latest    " + latest);
        for (MigrationStatus.Entry entry : waiting) {
            out.println(String.format("%-9s %s", entry.state(), name(entry))
                    + (entry.verdict().isEmpty() ? "" : " (" + entry.verdict() + ")")
                    + (entry.note().isEmpty() ? "" : ": " + entry.note()));
        }
        draft.ifPresent(version -> out.println("draft     " + version + ", not saved"));
        out.println("drift     " + drift.text());
        status.lockHolder().ifPresent(text -> out.println("lock      " + text));
        status.problems().forEach(problem -> out.println("problem   " + problem.getMessage()));
        status.notes().forEach(note -> out.println("note      " + note));
    }

    private static JsonArray waiting(List<MigrationStatus.Entry> waiting) {
        JsonArray array = new JsonArray();
        for (MigrationStatus.Entry entry : waiting) {
            JsonObject object = new JsonObject();
            object.addProperty("version", entry.version());
            object.addProperty("description", entry.description());
            object.addProperty("state", entry.state());
            object.addProperty("verdict", entry.verdict());
            object.addProperty("note", entry.note());
            array.add(object);
        }
        return array;
    }

    private static String name(MigrationStatus.Entry entry) {
        return entry.version() + " " + entry.description();
    }
}
