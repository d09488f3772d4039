package dev.accrete.cli.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what a reviewer of a pull request wants to see as Markdown. */
public final class ReviewWriter {

    private final String dialect;
    private final StringBuilder text = new StringBuilder();

    private ReviewWriter(String dialect) {
        this.dialect = dialect;
    }

    /**
     * One section per migration, then the diagram of them all.
     *
     * @param dialect whose locks and hazards are told first
     */
    public static String write(List<ReviewedMigration> migrations, String dialect, Diagram diagram) {
        ReviewWriter writer = new ReviewWriter(dialect);
        migrations.forEach(writer::migration);
        writer.text
                .append("## Diagram\n\n```mermaid\n")
                .append(MermaidWriter.write(diagram))
                .append("```\n");
        return writer.text.toString();
    }

    private void migration(ReviewedMigration migration) {
        ScriptSummary summary = migration.summary(dialect);
        text.append("## ").append(code(migration.label())).append("\n\n");
        text.append(verdict(summary)).append("\n\n");
        changes(summary);
        hazards(migration);
        locks(summary);
        lost(migration);
        migration.scripts().forEach((name, sql) -> sql("SQL for " + name, sql));
        migration.undoScripts().forEach((name, sql) -> sql("Undo for " + name, sql));
    }

    private static String verdict(ScriptSummary summary) {
        return switch (summary.verdict().orElse("")) {
            case "compatible" ->
                "**compatible**: the previous application version keeps working while and after this runs"
                        + (addsConstraints(summary) ? ", as long as it writes only what new constraints allow." : ".");
            case "breaking" ->
                "**breaking**: the previous application version stops working; stop it before this runs.";
            default -> "The script does not say whether the previous application version keeps working.";
        };
    }

    private static boolean addsConstraints(ScriptSummary summary) {
        return summary.hazards().stream().anyMatch(hazard -> hazard.startsWith("[ACC-H205]"));
    }

    private void changes(ScriptSummary summary) {
        if (summary.changes().isEmpty()) {
            text.append("The header names no change.\n\n");
            return;
        }
        text.append("| what | change | from |\n| --- | --- | --- |\n");
        for (ScriptChange change : summary.changes()) {
            text.append("| ")
                    .append(cell(change.subject()))
                    .append(" | ")
                    .append(cell(change.text()))
                    .append(" | ")
                    .append(cell(change.origin()))
                    .append(" |\n");
        }
        text.append('\n');
    }

    /** Those of all dialects: a hazard on one of them is a hazard. */
    private void hazards(ReviewedMigration migration) {
        Set<String> hazards = new LinkedHashSet<>(migration.summary(dialect).hazards());
        migration
                .scripts()
                .keySet()
                .forEach(name -> hazards.addAll(migration.summary(name).hazards()));
        text.append("### Hazards\n\n");
        list(new ArrayList<>(hazards));
    }

    private void locks(ScriptSummary summary) {
        text.append("### Locks (").append(dialect).append(")\n\n");
        list(summary.locks().stream()
                .map(lock -> lock.replaceAll(" {2,}", ": "))
                .toList());
    }

    private void lost(ReviewedMigration migration) {
        Set<String> lost = new LinkedHashSet<>();
        for (Map.Entry<String, String> undo : migration.undoScripts().entrySet()) {
            lost.addAll(
                    ScriptSummary.of(undo.getValue(), undo.getKey() + "/undo").lost());
        }
        if (!lost.isEmpty()) {
            text.append("### What undoing it would lose\n\n");
            list(new ArrayList<>(lost));
        }
    }

    private void list(List<String> entries) {
        if (entries.isEmpty()) {
            text.append("none\n\n");
            return;
        }
        entries.forEach(
                entry -> text.append("- ").append(entry.replace("\n", "\n  ")).append('\n'));
        text.append('\n');
    }

    /** The fence is longer than any in the text. */
    private void sql(String title, String sql) {
        String fence = "```";
        while (sql.contains(fence)) {
            fence += "`";
        }
        text.append("<details><summary>").append(title).append("</summary>\n\n");
        text.append(fence)
                .append("sql\n")
                .append(sql.stripTrailing())
                .append('\n')
                .append(fence);
        text.append("\n\n</details>\n\n");
    }

    private static String code(String value) {
        return "`" + value + "`";
    }

    private static String cell(String value) {
        return value.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
    }
}
