package dev.accrete.processor.evolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One release of an application.
 *
 * @param options of the processor
 * @param sources by file name, all of them
 * @param rows statements
 * @param checks queries, with the answer behind an arrow
 */
public record Release(List<String> options, Map<String, String> sources, List<String> rows, List<String> checks) {

    public Release {
        options = List.copyOf(options);
        rows = List.copyOf(rows);
        checks = List.copyOf(checks);
    }

    /** A release that states no rows. */
    public Release(List<String> options, Map<String, String> sources) {
        this(options, sources, List.of(), List.of());
    }

    /** The releases in a text of the form that {@code resources/histories/README.md} tells. */
    public static List<Release> in(String history) {
        List<Release> releases = new ArrayList<>();
        List<String> options = List.of("-Aaccrete.naming=snake_case");
        Map<String, String> sources = new LinkedHashMap<>();
        for (String part : history.split("(?m)^== \\d+\\n")) {
            if (part.isBlank()) {
                continue;
            }
            List<String> rows = new ArrayList<>();
            List<String> checks = new ArrayList<>();
            for (String file : part.split("(?m)^-- (?=\\S+\\.(java|sql|txt)$)")) {
                int end = file.indexOf('\n');
                String body = end < 0 ? "" : file.substring(end + 1);
                String fileName = end < 0 ? file : file.substring(0, end);
                if (fileName.equals("options.txt")) {
                    options = body.lines().toList();
                } else if (fileName.equals("rows.sql")) {
                    body.lines().map(line -> line.replaceFirst(";$", "")).forEach(rows::add);
                } else if (fileName.equals("check.sql")) {
                    body.lines().forEach(checks::add);
                } else if (body.isBlank()) {
                    sources.remove(fileName);
                } else {
                    sources.put(fileName, body);
                }
            }
            releases.add(new Release(options, Map.copyOf(sources), rows, checks));
        }
        return releases;
    }
}
