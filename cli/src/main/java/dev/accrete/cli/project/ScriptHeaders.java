package dev.accrete.cli.project;

import dev.accrete.runtime.format.MigrationVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites the lines of a script that say which migration it is; everything else stays as it is. */
final class ScriptHeaders {

    private static final Pattern IDENTITY =
            Pattern.compile("^-- accrete:(migration|undo)[ \t]+\\S+[ \t]+\\S+[ \t]+(\\S+)[ \t]*$", Pattern.MULTILINE);
    private static final Pattern MODEL = Pattern.compile("^-- accrete:model[ \t].*\r?\n", Pattern.MULTILINE);

    private ScriptHeaders() {}

    /** The script with another version and description in its first line. */
    static String identified(String script, MigrationVersion version, String description) {
        return IDENTITY.matcher(script)
                .replaceFirst(found -> Matcher.quoteReplacement(
                        "-- accrete:" + found.group(1) + " " + version + " " + description + " " + found.group(2)));
    }

    /** The script without the line that says which model it leads to. */
    static String withoutModel(String script) {
        return MODEL.matcher(script).replaceFirst("");
    }

    /** The script with another hash in the line that says which model it leads to; unchanged if it has no such line. */
    static String withModel(String script, String modelHash) {
        return MODEL.matcher(script).replaceFirst("-- accrete:model " + Matcher.quoteReplacement(modelHash) + "\n");
    }
}
