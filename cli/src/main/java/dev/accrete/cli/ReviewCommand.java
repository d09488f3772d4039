package dev.accrete.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.accrete.cli.review.ReviewWriter;
import dev.accrete.cli.review.ReviewedMigration;
import dev.accrete.cli.review.ScriptChange;
import dev.accrete.cli.review.ScriptSummary;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Puts together what a reviewer wants to see. */
@Command(
        name = "review",
        description = "Writes Markdown for a pull request: changes, verdict, hazards, locks, SQL and a diagram.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete review",
            "  accrete review V0007 --output review.md",
            "  accrete review --since origin/main --output review.md",
            "",
            "Without a migration: the draft, or if there is none the last saved one.",
            "",
            "Exit codes: 0 written, or nothing is to be reviewed, 1 refused (the message says why), 2 wrong command line."
        })
final class ReviewCommand implements Callable<Integer> {

    @Mixin
    private ReviewOptions review;

    @Mixin
    private OutputFile file;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<ReviewedMigration> migrations = review.isGiven()
                ? review.named()
                : Stream.concat(review.sources().draft().stream(), review.sources().last().stream())
                        .limit(1)
                        .toList();
        if (output.json()) {
            file.write(spec, json(migrations) + System.lineSeparator());
        } else if (migrations.isEmpty()) {
            spec.commandLine().getErr().println("there is no migration to review");
        } else {
            file.write(
                    spec,
                    ReviewWriter.write(
                            migrations,
                            review.dialect().name(),
                            review.diagram(migrations).touched("review")));
        }
        return ExitCode.OK.number();
    }

    private String json(List<ReviewedMigration> migrations) {
        JsonArray array = new JsonArray();
        for (ReviewedMigration migration : migrations) {
            ScriptSummary summary = migration.summary(review.dialect().name());
            JsonObject object = new JsonObject();
            object.addProperty("version", migration.version());
            object.addProperty("description", migration.description());
            summary.verdict().ifPresent(word -> object.addProperty("verdict", word));
            JsonArray changes = new JsonArray();
            for (ScriptChange change : summary.changes()) {
                JsonObject each = new JsonObject();
                each.addProperty("subject", change.subject());
                each.addProperty("change", change.text());
                each.addProperty("origin", change.origin());
                changes.add(each);
            }
            object.add("changes", changes);
            object.add("hazards", Json.strings(summary.hazards()));
            object.add("locks", Json.strings(summary.locks()));
            array.add(object);
        }
        return Json.object("migrations", array);
    }
}
