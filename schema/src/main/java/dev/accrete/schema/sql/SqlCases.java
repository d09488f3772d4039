package dev.accrete.schema.sql;

import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conversion that says value by value what becomes of a column: {@code case a when 'x' then 'y' else a end}, or {@code case
 * when a in ('x', 'z') then 'y' end}.
 *
 * @param values literals by literals
 * @param otherwise what others become, as a literal; empty for NULL, or where they stay
 * @param othersStay whether others stay what they are
 */
public record SqlCases(Map<String, String> values, Optional<String> otherwise, boolean othersStay) {

    /** Reads SQL; empty if it says something else, or says it in another way. */
    public static Optional<SqlCases> of(String sql, Name column) {
        return new Reader(SqlToken.of(sql), column).cases();
    }

    /** What a value becomes. */
    public Optional<String> of(String value) {
        String found = values.get(value);
        if (found != null) {
            return Optional.of(found);
        }
        return othersStay ? Optional.of(value) : otherwise;
    }

    /** Goes from token to token; whatever is not of the form ends it. */
    private static final class Reader {

        private final List<SqlToken> tokens;
        private final Name column;
        private int next;

        private Reader(List<SqlToken> tokens, Name column) {
            this.tokens = tokens;
            this.column = column;
        }

        private Optional<SqlCases> cases() {
            if (!isWord("case")) {
                return Optional.empty();
            }
            boolean simple = isColumn();
            Map<String, String> values = new LinkedHashMap<>();
            while (isWord("when")) {
                List<String> from = simple ? values() : condition();
                List<String> to = isWord("then") ? literal() : List.of();
                if (from.isEmpty() || to.isEmpty()) {
                    return Optional.empty();
                }
                from.forEach(value -> values.putIfAbsent(value, to.get(0)));
            }
            List<String> otherwise = List.of();
            boolean othersStay = false;
            if (isWord("else")) {
                othersStay = isColumn();
                otherwise = othersStay || isWord("null") ? List.of() : literal();
                if (!othersStay && otherwise.isEmpty() && !tokens.get(next - 1).isWord("null")) {
                    return Optional.empty();
                }
            }
            return isWord("end") && next == tokens.size() && !values.isEmpty()
                    ? Optional.of(new SqlCases(values, otherwise.stream().findFirst(), othersStay))
                    : Optional.empty();
        }

        private List<String> condition() {
            if (!isColumn()) {
                return List.of();
            } else if (isWord("in") && isSign("(")) {
                List<String> values = values();
                return isSign(")") ? values : List.of();
            }
            return isSign("=") ? literal() : List.of();
        }

        private List<String> values() {
            List<String> values = new ArrayList<>(literal());
            while (!values.isEmpty() && isSign(",")) {
                List<String> more = literal();
                if (more.isEmpty()) {
                    return List.of();
                }
                values.addAll(more);
            }
            return values;
        }

        /** One or none. */
        private List<String> literal() {
            String sign = isSign("-") ? "-" : "";
            if (next < tokens.size() && tokens.get(next).kind() == SqlToken.Kind.LITERAL) {
                return List.of(sign + tokens.get(next++).text());
            }
            return List.of();
        }

        private boolean isColumn() {
            return pass(next < tokens.size()
                    && !tokens.get(next).isWord("when")
                    && tokens.get(next).names(column));
        }

        private boolean isWord(String word) {
            return pass(next < tokens.size() && tokens.get(next).isWord(word));
        }

        private boolean isSign(String sign) {
            return pass(next < tokens.size() && tokens.get(next).isSign(sign));
        }

        private boolean pass(boolean found) {
            if (found) {
                next++;
            }
            return found;
        }
    }
}
