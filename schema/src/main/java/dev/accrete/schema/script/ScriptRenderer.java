package dev.accrete.schema.script;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Step;
import dev.accrete.schema.dialect.StepMode;
import dev.accrete.schema.dialect.TableLock;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.plan.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes scripts as {@code docs/formats.md} says: a header for people and tools, then the steps, each under its marker.
 *
 * <p>Equal input gives equal text; lines end with a line feed.
 */
public final class ScriptRenderer {

    /** Between the columns of the header. */
    private static final int SPACE = 3;

    /** A change whose text is longer, with SQL in it, does not move the origins of the others. */
    private static final int LONG = 100;

    private ScriptRenderer() {}

    /**
     * A script or undo script.
     *
     * @param steps in the order in which they run; may be empty, if another dialect alone has something to do
     */
    public static String render(ScriptHeader header, List<Step> steps) {
        return render(header, steps, List.of());
    }

    /**
     * A script with steps in Java.
     *
     * @param steps in the order in which they run; may be empty
     * @param javaSteps what comes after these
     */
    public static String render(ScriptHeader header, List<Step> steps, List<JavaStep> javaSteps) {
        StringBuilder text = new StringBuilder();
        headerLines(header).forEach(line -> text.append(line).append('\n'));
        boolean ownTransactions = steps.size() + javaSteps.size() > 1;
        if (!ownTransactions && steps.size() == 1 && steps.get(0).mode() == StepMode.TRANSACTION) {
            text.append("-- The statements share one transaction, which whoever runs them begins.\n");
        }
        for (int i = 0; i < steps.size(); i++) {
            text.append('\n').append(marker(i + 1, steps.get(i))).append('\n');
            text.append(body(steps.get(i), ownTransactions));
        }
        int number = steps.size();
        for (JavaStep step : javaSteps) {
            number++;
            text.append("\n-- accrete:step ")
                    .append(number)
                    .append(" java class=")
                    .append(step.className());
            if (!step.environments().isEmpty()) {
                text.append(" environments=").append(String.join(",", step.environments()));
            }
            text.append((' ' + oneLine(step.text())).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /**
     * The statements that make a whole schema from nothing.
     *
     * @param dialect the dialect's name
     * @param statements without semicolons
     */
    public static String wholeSchema(String dialect, String modelHash, List<String> statements) {
        return "-- The whole schema for " + dialect + ", from nothing. For reading; migrations make it step by step.\n"
                + "-- accrete:model " + modelHash + "\n\n" + terminated(statements);
    }

    /**
     * Whether a tool that wraps a script in a transaction must not do so: a script with several steps holds its own
     * transactions, and a step outside transactions fails in one.
     */
    public static boolean runsOutsideTransaction(Dialect dialect, List<Step> steps) {
        return dialect.transactionalDdl()
                && (steps.size() > 1 || steps.stream().anyMatch(step -> step.mode() == StepMode.AUTOCOMMIT));
    }

    private static List<String> headerLines(ScriptHeader header) {
        List<String> lines = new ArrayList<>();
        String kind = header.kind() == ScriptHeader.Kind.MIGRATION ? "migration" : "undo";
        lines.add("-- accrete:" + kind + " " + header.version() + " " + header.description() + " " + header.dialect());
        lines.add("-- accrete:model " + header.modelHash());
        lines.add("-- accrete:verdict " + header.verdict().word());
        header.squashes()
                .ifPresent(squashes -> lines.add(
                        "-- accrete:squashes " + squashes.first() + " " + squashes.last() + " " + squashes.lastHash()));
        lines.add("--");
        int width = subjectWidth(header);
        section(lines, "Changes", changeLines(header, width));
        section(lines, "Locks", lockLines(header, width));
        section(lines, "Hazards", hazardLines(header));
        if (header.kind() == ScriptHeader.Kind.UNDO) {
            section(lines, "Data that does not come back", header.lost());
        }
        if (!header.obstacles().isEmpty()) {
            section(lines, "Rows that stop this", obstacleLines(header));
        }
        lines.add("-- " + verdictSentence(header));
        return lines;
    }

    private static void section(List<String> lines, String title, List<String> entries) {
        lines.add("-- " + title);
        if (entries.isEmpty()) {
            lines.add("--   none");
        }
        entries.forEach(entry -> lines.add("--   " + entry));
    }

    private static int subjectWidth(ScriptHeader header) {
        int changes = header.changes().stream()
                .mapToInt(change -> change.subject().length())
                .max()
                .orElse(0);
        int locks = header.locks().stream()
                .mapToInt(lock -> lock.table().toString().length())
                .max()
                .orElse(0);
        return Math.max(changes, locks) + SPACE;
    }

    private static List<String> changeLines(ScriptHeader header, int width) {
        int textWidth = header.changes().stream()
                        .mapToInt(change -> change.text().length())
                        .filter(length -> length <= LONG)
                        .max()
                        .orElse(0)
                + SPACE;
        return header.changes().stream()
                .map(change -> (padded(change.subject(), width) + padded(change.text(), textWidth) + change.origin())
                        .stripTrailing())
                .toList();
    }

    /** The strongest lock and the longest time per table; a long weak lock and a short strong one are two lines. */
    private static List<String> lockLines(ScriptHeader header, int width) {
        TreeMap<QualifiedName, TreeMap<TableLock.Strength, TableLock.Length>> byTable = new TreeMap<>();
        for (TableLock lock : header.locks()) {
            byTable.computeIfAbsent(lock.table(), table -> new TreeMap<>())
                    .merge(lock.strength(), lock.length(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
        List<String> lines = new ArrayList<>();
        byTable.forEach((table, locks) -> {
            TableLock.Strength strongest = locks.lastKey();
            locks.descendingMap().forEach((strength, length) -> {
                if (strength == strongest || length.compareTo(locks.get(strongest)) > 0) {
                    lines.add(padded(table.toString(), width) + strength.words() + ", " + length.word());
                }
            });
        });
        return lines;
    }

    private static List<String> hazardLines(ScriptHeader header) {
        return header.hazards().stream()
                .map(hazard -> "[" + hazard.code().id() + "] " + hazard.subject() + ": " + hazard.message())
                .map(line -> line.replace("\n", "\n--     "))
                .toList();
    }

    private static List<String> obstacleLines(ScriptHeader header) {
        return header.obstacles().stream()
                .map(obstacle -> obstacle.subject() + ": " + obstacle.what()
                        + obstacle.query().map(query -> "\n" + query + ";").orElse(" (no query finds them before)"))
                .map(line -> line.replace("\n", "\n--     "))
                .toList();
    }

    private static String verdictSentence(ScriptHeader header) {
        if (header.squashes().isPresent() && header.kind() == ScriptHeader.Kind.MIGRATION) {
            return "For new databases alone: one that has "
                    + header.squashes().get().last() + " already does not run this.";
        }
        String version = header.kind() == ScriptHeader.Kind.UNDO
                ? "The application version of this migration"
                : "The previous application version";
        if (header.verdict() != Verdict.COMPATIBLE) {
            return header.kind() == ScriptHeader.Kind.UNDO
                    ? "Stop the application version of this migration before this runs."
                    : version + " does not keep working: stop it before this runs.";
        }
        boolean constrained =
                header.hazards().stream().anyMatch(hazard -> hazard.code() == HazardCode.CONSTRAINT_ON_ROWS);
        return version + " keeps working while and after this runs"
                + (constrained ? ", as long as it writes only what new constraints allow (ACC-H205)." : ".");
    }

    private static String marker(int number, Step step) {
        StringBuilder line = new StringBuilder(
                "-- accrete:step " + number + " " + step.mode().word());
        List<QualifiedName> locked = step.stronglyLocked();
        if (!locked.isEmpty()) {
            line.append(" locks=")
                    .append(locked.stream().map(ScriptRenderer::key).collect(Collectors.joining(",")));
        }
        step.index().ifPresent(index -> line.append(" index=").append(key(index)));
        return line.append(' ').append(oneLine(step.text())).toString();
    }

    /** A name as a value in a marker line, where white space and commas separate. */
    private static String key(QualifiedName name) {
        return name.toString().replace("%", "%25").replace(" ", "%20").replace(",", "%2C");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String body(Step step, boolean ownTransactions) {
        String statements = terminated(step.statements());
        return ownTransactions && step.mode() == StepMode.TRANSACTION
                ? "BEGIN;\n" + statements + "COMMIT;\n"
                : statements;
    }

    /** Each statement with its semicolon; one that spans lines stands apart. */
    private static String terminated(List<String> statements) {
        StringBuilder text = new StringBuilder();
        boolean blankBefore = false;
        for (String statement : statements) {
            boolean spansLines = statement.contains("\n");
            if (text.length() > 0 && (spansLines || blankBefore)) {
                text.append('\n');
            }
            text.append(statement).append(";\n");
            blankBefore = spansLines;
        }
        return text.toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(SPACE, width - text.length()));
    }
}
