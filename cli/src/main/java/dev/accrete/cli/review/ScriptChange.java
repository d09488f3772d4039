package dev.accrete.cli.review;

/**
 * One line of a header's changes.
 *
 * @param subject table, column, sequence or type: {@code users.avatar_url}
 * @param text what happens to it
 * @param origin class and attribute it comes from; may be empty
 */
public record ScriptChange(String subject, String text, String origin) {

    /** Columns of a header are at least three spaces apart. */
    static ScriptChange parse(String line) {
        String[] parts = line.strip().split(" {3,}");
        return new ScriptChange(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    /** How the subject stands out in a diagram. */
    Mark mark() {
        if (text.startsWith("create ") || text.startsWith("add column") || text.startsWith("map kept")) {
            return Mark.ADDED;
        }
        return text.equals("drop column") || text.equals("drop table") ? Mark.REMOVED : Mark.CHANGED;
    }
}
