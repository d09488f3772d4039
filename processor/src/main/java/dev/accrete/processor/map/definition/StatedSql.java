package dev.accrete.processor.map.definition;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQL in one spelling: words in small letters, a blank around each word, number and sign, nothing left in texts.
 *
 * @param text e.g. <code>" tinyint ( 1 ) default '' "</code>
 */
record StatedSql(String text) {

    private static final Pattern PART =
            Pattern.compile("(')(?:[^']|'')*'|(\")[^\"]*\"|[\\p{L}_][\\p{L}\\w$.]*|[\\d.]+|\\S");

    static StatedSql of(String sql) {
        return new StatedSql(
                PART.matcher(sql).results().map(StatedSql::part).collect(Collectors.joining(" ", " ", " ")));
    }

    private static String part(MatchResult part) {
        if (part.group(1) != null) {
            return "''";
        }
        return part.group(2) != null ? part.group() : part.group().toLowerCase(Locale.ROOT);
    }

    /** Words as one writes them. */
    static String readable(String words) {
        return words.replace(" ( ", "(")
                .replace(" )", ")")
                .replace(" [ ]", "[]")
                .replace(" ''", "'...'");
    }
}
