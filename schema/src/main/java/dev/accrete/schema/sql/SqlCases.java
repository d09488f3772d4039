package dev.accrete.schema.sql;

import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversion that says value by value what becomes of a column: {@code case a when 'x' then 'y' else a end}, or {@code case
 * when a in ('x', 'z') then 'y' end}.
 *
 * @param values literals by literals
 * @param otherwise what others become, as a literal; empty for NULL, or where they stay
 * @param othersStay whether others stay what they are
 */
public record SqlCases(Map<String, String> values, Optional<String> otherwise, boolean othersStay) {

    /** Cases of the values that are there. */
    private static final Pattern OF_THOSE_THERE = Pattern.compile("(?is)\\s*case\\s+when\\s+(" + Name.PATTERN
            + ")\\s+is\\s+not\\s+null\\s+then\\s+(case\\b.*\\bend)\\s+end\\s*");

    /** Reads SQL; empty if it says something else, or says it in another way. */
    public static Optional<SqlCases> of(String sql, Name column) {
        Matcher there = OF_THOSE_THERE.matcher(sql);
        boolean apart = there.matches() && Name.parse(there.group(1)).equals(column);
        return new Reader(apart ? there.group(2) : sql, column).cases();
    }

    /** What a value becomes. */
    public Optional<String> of(String value) {
        String found = values.get(value);
        if (found != null) {
            return Optional.of(found);
        }
        return othersStay ? Optional.of(value) : otherwise;
    }

    /** Whatever is not of the form ends it. */
    private static final class Reader {

        private final SqlCursor sql;
        private final Name column;

        private Reader(String sql, Name column) {
            this.sql = new SqlCursor(sql);
            this.column = column;
        }

        private Optional<SqlCases> cases() {
            if (!sql.passWords("case")) {
                return Optional.empty();
            }
            boolean simple = sql.passName(column);
            Map<String, String> values = new LinkedHashMap<>();
            while (sql.passWords("when")) {
                List<String> from = simple ? values() : condition();
                Optional<String> to = sql.passWords("then") ? sql.literal() : Optional.empty();
                if (from.isEmpty() || to.isEmpty()) {
                    return Optional.empty();
                }
                from.forEach(value -> values.putIfAbsent(value, to.get()));
            }
            Optional<String> otherwise = Optional.empty();
            boolean othersStay = false;
            if (sql.passWords("else")) {
                othersStay = sql.passName(column);
                boolean stated = othersStay || sql.passWords("null");
                otherwise = stated ? Optional.empty() : sql.literal();
                if (!stated && otherwise.isEmpty()) {
                    return Optional.empty();
                }
            }
            return sql.passWords("end") && sql.isAtEnd() && !values.isEmpty()
                    ? Optional.of(new SqlCases(values, otherwise, othersStay))
                    : Optional.empty();
        }

        private List<String> condition() {
            if (!sql.passName(column)) {
                return List.of();
            } else if (sql.passWords("in") && sql.passSign("(")) {
                List<String> values = values();
                return sql.passSign(")") ? values : List.of();
            }
            return sql.passSign("=") ? sql.literal().stream().toList() : List.of();
        }

        private List<String> values() {
            List<String> values = new ArrayList<>();
            do {
                Optional<String> literal = sql.literal();
                if (literal.isEmpty()) {
                    return List.of();
                }
                values.add(literal.get());
            } while (sql.passSign(","));
            return values;
        }
    }
}
