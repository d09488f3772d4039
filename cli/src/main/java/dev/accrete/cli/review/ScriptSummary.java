package dev.accrete.cli.review;

import dev.accrete.runtime.format.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the header of a script tells people, see {@code docs/formats.md}.
 *
 * @param verdict {@code compatible} or {@code breaking}; empty if the script doesn't say
 * @param changes in the order of the header
 * @param locks one line each
 * @param hazards each with its code; may span lines
 * @param lost data that does not come back, of undo scripts
 */
public record ScriptSummary(
        Optional<String> verdict,
        List<ScriptChange> changes,
        List<String> locks,
        List<String> hazards,
        List<String> lost) {

    private static final String ENTRY = "--   ";
    private static final String CONTINUATION = "--     ";

    public ScriptSummary {
        changes = List.copyOf(changes);
        locks = List.copyOf(locks);
        hazards = List.copyOf(hazards);
        lost = List.copyOf(lost);
    }

    /**
     * Reads a header. Sections that a hand-written script lacks are empty.
     *
     * @param fileName for messages
     */
    public static ScriptSummary of(String script, String fileName) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> entries = new ArrayList<>();
        for (String line : script.lines().toList()) {
            if (line.startsWith("-- accrete:step") || !line.startsWith("--")) {
                break;
            }
            if (line.startsWith(CONTINUATION) && !entries.isEmpty()) {
                entries.set(entries.size() - 1, entries.get(entries.size() - 1) + "\n" + line.substring(7));
            } else if (line.startsWith(ENTRY)) {
                entries.add(line.substring(ENTRY.length()));
            } else if (line.startsWith("-- ") && !line.startsWith("-- accrete:")) {
                entries = new ArrayList<>();
                sections.put(line.substring(3), entries);
            }
        }
        return new ScriptSummary(
                Script.parse(script, fileName).verdict().map(verdict -> verdict.word()),
                entries(sections, "Changes").stream().map(ScriptChange::parse).toList(),
                entries(sections, "Locks"),
                entries(sections, "Hazards"),
                entries(sections, "Data that does not come back"));
    }

    private static List<String> entries(Map<String, List<String>> sections, String title) {
        List<String> entries = sections.getOrDefault(title, List.of());
        return entries.equals(List.of("none")) ? List.of() : entries;
    }
}
