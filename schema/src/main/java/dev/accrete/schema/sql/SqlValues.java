package dev.accrete.schema.sql;

import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Values in SQL that a mapping states. */
public final class SqlValues {

    /** A value that the database finds by looking, or in some cases. */
    private static final Pattern MAYBE_NONE =
            Pattern.compile("(?is)\\s*(\\(\\s*select\\b(?!\\s+count\\b)|case\\b(?!.*\\belse\\b)).*");

    private SqlValues() {}

    /** Whether an expression may say nothing of a row: it looks for a value, or has one in some cases, or takes the first of such. */
    public static boolean mayBeNone(String sql) {
        List<String> values = firstOf(sql);
        return values.isEmpty() ? MAYBE_NONE.matcher(sql).matches() : mayBeNone(values.get(values.size() - 1));
    }

    /** The values of which an expression takes the first that is there, in order; empty if it does no such thing. */
    public static List<String> firstOf(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql);
        int end = tokens.size() - 1;
        boolean takesFirst = end > 2
                && tokens.get(0).isWord("coalesce")
                && tokens.get(1).isSign("(")
                && tokens.get(end).isSign(")")
                && IntStream.range(2, end).allMatch(i -> tokens.get(i).parenthesis() >= 1);
        if (!takesFirst) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        int start = tokens.get(1).end();
        for (SqlToken token : tokens.subList(2, end + 1)) {
            boolean separates = token.isSign(",") && token.parenthesis() == 1;
            if (separates || token == tokens.get(end)) {
                values.add(sql.substring(start, token.start()));
                start = token.end();
            }
        }
        return values;
    }

    /** Whether a conversion casts a column as it is. */
    public static boolean casts(String sql, Name column) {
        List<SqlToken> tokens = SqlToken.of(sql);
        return IntStream.range(0, tokens.size() - 3)
                .anyMatch(i -> tokens.get(i).isWord("cast")
                        && tokens.get(i + 1).isSign("(")
                        && tokens.get(i + 2).names(column)
                        && tokens.get(i + 3).isWord("as"));
    }
}
