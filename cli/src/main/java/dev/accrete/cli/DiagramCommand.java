package dev.accrete.cli;

import dev.accrete.cli.review.Diagram;
import dev.accrete.cli.review.DiagramBuilder;
import dev.accrete.cli.review.HtmlWriter;
import dev.accrete.cli.review.MermaidWriter;
import dev.accrete.cli.review.ReviewedMigration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws the schema. */
@Command(
        name = "diagram",
        description = "Draws the schema, or what migrations change in it, as Mermaid or as an HTML page of its own.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete diagram",
            "  accrete diagram --output schema.html",
            "  accrete diagram draft --output changes.html",
            "  accrete diagram V0007 --whole",
            "  accrete diagram --since origin/main --output changes.md",
            "",
            "Without a migration, all tables are drawn, and what the draft changes stands out. With migrations, the tables",
            "that they change and their neighbours. The file's name decides: .html for a page, .md for Mermaid in Markdown.",
            "",
            "Exit codes: 0 drawn, 1 refused (the message says why), 2 wrong command line."
        })
final class DiagramCommand implements Callable<Integer> {

    /** What is written. */
    enum Format {
        MERMAID,
        HTML;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES}. Default: by the name of the file, else mermaid.")
    private Format format;

    @Option(names = "--whole", description = "All tables, also with migrations.")
    private boolean whole;

    @Mixin
    private ReviewOptions review;

    @Mixin
    private OutputFile output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean all = whole || !review.isGiven();
        List<ReviewedMigration> migrations = review.isGiven()
                ? review.named()
                : review.sources().draft().stream().toList();
        String title = migrations.isEmpty()
                ? "schema"
                : migrations.stream().map(ReviewedMigration::label).collect(Collectors.joining(", "));
        DiagramBuilder builder = review.diagram(migrations);
        Diagram diagram = all ? builder.whole(title) : builder.touched(title);
        output.write(spec, text(diagram, migrations));
        return ExitCode.OK.number();
    }

    private String text(Diagram diagram, List<ReviewedMigration> migrations) {
        if (format == Format.HTML || format == null && output.endsWith(".html")) {
            return HtmlWriter.write(diagram, review.changes(migrations));
        }
        String mermaid = MermaidWriter.write(diagram);
        return output.endsWith(".md") ? "```mermaid\n" + mermaid + "```\n" : mermaid;
    }
}
