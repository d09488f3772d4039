package dev.accrete.schema.sql;

import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Derived tables of an expression in which a window function numbers rows: the same ones for each row that the expression is
 * evaluated for.
 */
public final class SqlLists {

    private SqlLists() {}

    /**
     * One of them.
     *
     * @param start where its opening parenthesis stands
     * @param end where its closing one ends
     * @param query what stands between them
     * @param columns those that the rest of the expression speaks of, in the order in which it does
     */
    public record Numbered(int start, int end, String query, List<String> columns) {}

    /**
     * Those of an expression, in order.
     *
     * @param rows the table of whose rows the expression says something: a list that does too is another one for each
     */
    public static List<Numbered> of(String sql, Name rows) {
        List<SqlToken> tokens = SqlToken.of(sql);
        List<Numbered> found = new ArrayList<>();
        for (int open = 1; open + 1 < tokens.size(); open++) {
            SqlToken before = tokens.get(open - 1);
            boolean derived = tokens.get(open).isSign("(")
                    && tokens.get(open + 1).isWord("select")
                    && (before.isWord("from") || before.isWord("join"));
            int close = derived ? close(tokens, open) : -1;
            if (close < 0 || !isNumbered(tokens, open, close) || names(tokens, open, close, rows)) {
                continue;
            }
            int alias = close + 1 < tokens.size() && tokens.get(close + 1).isWord("as") ? close + 2 : close + 1;
            if (alias < tokens.size() && tokens.get(alias).isName()) {
                found.add(new Numbered(
                        tokens.get(open).start(),
                        tokens.get(close).end(),
                        sql.substring(tokens.get(open).end(), tokens.get(close).start()),
                        columns(tokens, alias)));
                open = close;
            }
        }
        return found;
    }

    private static int close(List<SqlToken> tokens, int open) {
        int around = tokens.get(open).parenthesis();
        return IntStream.range(open + 1, tokens.size())
                .filter(i -> tokens.get(i).isSign(")") && tokens.get(i).parenthesis() == around)
                .findFirst()
                .orElse(-1);
    }

    private static boolean isNumbered(List<SqlToken> tokens, int open, int close) {
        return IntStream.range(open + 2, close)
                .anyMatch(i -> tokens.get(i).isWord("over")
                        && tokens.get(i - 1).isSign(")")
                        && tokens.get(i + 1).isSign("("));
    }

    private static boolean names(List<SqlToken> tokens, int open, int close, Name rows) {
        return IntStream.range(open, close)
                .anyMatch(i -> tokens.get(i).names(rows) && tokens.get(i + 1).isSign("."));
    }

    /** In the query that the list stands in: another one may call something else by the same name. */
    private static List<String> columns(List<SqlToken> tokens, int alias) {
        Name name = Name.parse(tokens.get(alias).text());
        int open = tokens.get(alias).parenthesis();
        int end = open < 0 ? tokens.size() : close(tokens, open);
        Set<String> columns = new LinkedHashSet<>();
        for (int i = Math.max(0, open); i + 2 < end; i++) {
            if (i != alias
                    && tokens.get(i).names(name)
                    && tokens.get(i + 1).isSign(".")
                    && tokens.get(i + 2).isName()) {
                columns.add(tokens.get(i + 2).text());
            }
        }
        return List.copyOf(columns);
    }
}
