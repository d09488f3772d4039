package dev.accrete.cli.review;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A migration that is looked at, saved or not.
 *
 * @param version e.g. {@code V0007}
 * @param description {@code draft} if it isn't saved
 * @param scripts by dialect, as text
 * @param undoScripts by dialect, as text; may lack dialects
 */
public record ReviewedMigration(
        String version, String description, SortedMap<String, String> scripts, SortedMap<String, String> undoScripts) {

    public ReviewedMigration {
        scripts = Collections.unmodifiableSortedMap(new TreeMap<>(scripts));
        undoScripts = Collections.unmodifiableSortedMap(new TreeMap<>(undoScripts));
    }

    public static ReviewedMigration of(
            String version, String description, Map<String, String> scripts, Map<String, String> undoScripts) {
        return new ReviewedMigration(version, description, new TreeMap<>(scripts), new TreeMap<>(undoScripts));
    }

    /** {@code V0007 add_avatar}. */
    public String label() {
        return version + " " + description;
    }

    /** What the header of a dialect's script says; of the first dialect if it has none for this one. */
    public ScriptSummary summary(String dialect) {
        String used = scripts.containsKey(dialect) ? dialect : scripts.firstKey();
        return ScriptSummary.of(scripts.get(used), used + "/" + version);
    }
}
