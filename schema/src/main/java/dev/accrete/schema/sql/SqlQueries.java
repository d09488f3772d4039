package dev.accrete.schema.sql;

import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Queries in SQL that a mapping states. */
public final class SqlQueries {

    /** What ends the tables after FROM, or a table among them; JOIN itself is followed by one more. */
    private static final Set<String> AFTER_TABLES = Set.of(
            "where",
            "group",
            "having",
            "window",
            "union",
            "except",
            "intersect",
            "minus",
            "order",
            "limit",
            "offset",
            "fetch",
            "for");

    /** What joins a table with the one before it. */
    private static final Set<String> JOINS =
            Set.of("join", "inner", "left", "right", "full", "cross", "natural", "on", "using");

    private SqlQueries() {}

    /** Whether the SQL asks other rows. */
    public static boolean hasQuery(String sql) {
        return SqlIdentifiers.names(sql, Name.of("select"));
    }

    /** Whether the SQL says something of a row's place among the others, outside of queries: no UPDATE takes that. */
    public static boolean hasWindow(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql);
        return IntStream.range(1, tokens.size() - 1)
                .anyMatch(i -> tokens.get(i).isWord("over")
                        && tokens.get(i - 1).isSign(")")
                        && tokens.get(i + 1).isSign("(")
                        && !inQuery(tokens, tokens.get(i)));
    }

    /** The SQL without what windows are over: it orders rows, and no value is made of it. */
    public static String withoutWindows(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql);
        StringBuilder rest = new StringBuilder();
        int end = 0;
        for (int i = 1; i + 1 < tokens.size(); i++) {
            int open = i + 1;
            if (tokens.get(i).isWord("over")
                    && tokens.get(open).isSign("(")
                    && tokens.get(i).start() >= end) {
                rest.append(sql, end, tokens.get(i).start());
                end = IntStream.range(open + 1, tokens.size())
                        .filter(close -> tokens.get(close).isSign(")")
                                && tokens.get(close).parenthesis()
                                        == tokens.get(open).parenthesis())
                        .map(close -> tokens.get(close).end())
                        .findFirst()
                        .orElse(sql.length());
            }
        }
        return rest.append(sql, end, sql.length()).toString();
    }

    /** Whether a query has a row for each one of a table, and reads nothing else. */
    public static boolean isOfEach(String sql, Name table) {
        List<SqlToken> tokens = SqlToken.of(sql);
        int last = tokens.size() - 1;
        return last > 1
                && tokens.get(0).isWord("select")
                && !tokens.get(1).isWord("distinct")
                && tokens.get(last).names(table)
                && tokens.get(last - 1).isWord("from")
                && tokens.get(last - 1).parenthesis() < 0
                && tokens.stream().limit(last - 1).noneMatch(token -> token.parenthesis() < 0 && token.isWord("from"));
    }

    /** Whether rows of one table may have none of another beside them. */
    public static boolean hasOuterJoin(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql);
        return IntStream.range(1, tokens.size())
                .filter(i -> tokens.get(i).isWord("join") || tokens.get(i).isWord("outer"))
                .mapToObj(i -> tokens.get(i - 1))
                .anyMatch(side -> side.isWord("left") || side.isWord("right") || side.isWord("full"));
    }

    /** Whether a query says what stands in one row, and reads none for it. */
    public static boolean isOneRow(String sql) {
        return SqlToken.of(sql).stream()
                .noneMatch(token -> token.parenthesis() < 0 && (token.isWord("from") || token.isWord("union")));
    }

    private static boolean inQuery(List<SqlToken> tokens, SqlToken token) {
        for (int open = token.parenthesis(); open >= 0; open = tokens.get(open).parenthesis()) {
            if (tokens.get(open + 1).isWord("select")) {
                return true;
            }
        }
        return false;
    }

    /** What follows names in parentheses: {@code select ...} of {@code (id, name) select ...}; all of it if none stand there. */
    public static String withoutNames(String sql) {
        int names = names(sql).size();
        // Each name is followed by a comma or the closing parenthesis.
        return names == 0
                ? sql
                : sql.substring(SqlToken.of(sql).get(2 * names).start() + 1).strip();
    }

    /** The names in parentheses that SQL begins with: {@code id, name} of {@code (id, name) select ...}; empty if it does not. */
    public static List<String> names(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql);
        List<String> names = new ArrayList<>();
        int i = 0;
        while (i + 2 < tokens.size()
                && tokens.get(i).isSign(i == 0 ? "(" : ",")
                && tokens.get(i + 1).isName()) {
            names.add(tokens.get(i + 1).text());
            i += 2;
        }
        return i < tokens.size() && tokens.get(i).isSign(")") ? names : List.of();
    }

    /** Whether the SQL reads a table of this name, in whatever schema. */
    public static boolean reads(String sql, Name table) {
        List<SqlToken> tokens = SqlToken.of(sql);
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean read = token.isWord("join")
                    ? isTable(tokens, i + 1, table)
                    : token.isWord("from") && startsTables(tokens, i) && isAmongTables(tokens, i, table);
            if (read) {
                return true;
            }
        }
        return false;
    }

    /**
     * The same SQL with other rows in the place of a table, but where it stands behind a comma.
     *
     * @param rows what is read instead, by the name that it has for the query; the table's own where it has no other
     */
    public static String withRows(String sql, Name table, UnaryOperator<String> rows) {
        List<SqlToken> tokens = SqlToken.of(sql);
        StringBuilder replaced = new StringBuilder();
        int end = 0;
        for (int i = 1; i < tokens.size(); i++) {
            SqlToken before = tokens.get(i - 1);
            boolean follows = before.isWord("join") || before.isWord("from") && startsTables(tokens, i - 1);
            if (!follows || !tokens.get(i).names(table)) {
                continue;
            }
            int alias = i + 1 < tokens.size() && tokens.get(i + 1).isWord("as") ? i + 2 : i + 1;
            boolean named = alias < tokens.size() && isAlias(tokens.get(alias));
            replaced.append(sql, end, tokens.get(i).start());
            replaced.append(rows.apply(tokens.get(named ? alias : i).text()));
            end = tokens.get(named ? alias : i).end();
        }
        return replaced.append(sql, end, sql.length()).toString();
    }

    private static boolean isAlias(SqlToken token) {
        return token.isName()
                && !AFTER_TABLES.contains(token.text().toLowerCase(Locale.ROOT))
                && !JOINS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** FROM is also a part of expressions: {@code extract(year from d)}, {@code a is distinct from b}. */
    private static boolean startsTables(List<SqlToken> tokens, int from) {
        if (tokens.get(from - (from > 0 ? 1 : 0)).isWord("distinct")) {
            return false;
        }
        int parenthesis = tokens.get(from).parenthesis();
        return tokens.subList(0, from).stream()
                .anyMatch(token ->
                        token.parenthesis() == parenthesis && (token.isWord("select") || token.isWord("delete")));
    }

    private static boolean isAmongTables(List<SqlToken> tokens, int from, Name table) {
        int parenthesis = tokens.get(from).parenthesis();
        for (int i = from; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean ends = token.parenthesis() < parenthesis
                    || token.parenthesis() == parenthesis
                            && AFTER_TABLES.contains(token.text().toLowerCase(Locale.ROOT));
            if (ends) {
                return false;
            }
            boolean tableFollows = token.parenthesis() == parenthesis && (i == from || token.isSign(","));
            if (tableFollows && isTable(tokens, i + 1, table)) {
                return true;
            }
        }
        return false;
    }

    /** The last part of a name counts; a joined table may stand in parentheses. */
    private static boolean isTable(List<SqlToken> tokens, int start, Name table) {
        int i = start;
        while (i < tokens.size() && (tokens.get(i).isSign("(") || tokens.get(i).isWord("only"))) {
            i++;
        }
        while (i + 2 < tokens.size()
                && tokens.get(i).isName()
                && tokens.get(i + 1).isSign(".")) {
            i += 2;
        }
        boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSign("(");
        return i < tokens.size() && !called && tokens.get(i).names(table);
    }

    /**
     * The same SQL with others in the place of what the outermost queries result in, select list by select list. What follows
     * {@code *} stays: nobody knows its place.
     *
     * @param instead by the place in its list, from 0, and by the expression without the name that it is given
     */
    public static String withResults(String sql, Replacement instead) {
        List<SqlToken> tokens = SqlToken.of(sql);
        StringBuilder replaced = new StringBuilder();
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).parenthesis() >= 0 || !tokens.get(i).isWord("select")) {
                continue;
            }
            int place = 0;
            for (Expression result : results(tokens, afterQuantifier(tokens, i + 1))) {
                int start = tokens.get(result.first()).start();
                replaced.append(sql, end, start);
                end = tokens.get(result.last()).end();
                replaced.append(instead.of(place, sql.substring(start, end)));
                place++;
            }
        }
        return replaced.append(sql, end, sql.length()).toString();
    }

    /** The results that have this place, from 0, one for each of the outermost queries; empty if one of them does not tell. */
    public static List<String> results(String sql, int place) {
        List<SqlToken> tokens = SqlToken.of(sql);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).parenthesis() >= 0 || !tokens.get(i).isWord("select")) {
                continue;
            }
            List<Expression> results = results(tokens, afterQuantifier(tokens, i + 1));
            if (place >= results.size()) {
                return List.of();
            }
            Expression result = results.get(place);
            found.add(sql.substring(
                    tokens.get(result.first()).start(),
                    tokens.get(result.last()).end()));
        }
        return found;
    }

    /** The same, of a query that reads nothing but queries in parentheses: what these result in under that name. */
    public static List<String> origins(String sql, int place) {
        List<String> results = results(sql, place);
        Optional<String> read = readQuery(sql);
        if (results.size() != 1 || read.isEmpty()) {
            return results;
        }
        List<SqlToken> tokens = SqlToken.of(read.get());
        List<Expression> found = results(tokens, afterQuantifier(tokens, 1));
        return IntStream.range(0, found.size())
                .filter(i -> isCalled(tokens, found.get(i), results.get(0)))
                .mapToObj(i -> results(read.get(), i))
                .findFirst()
                .orElse(results);
    }

    /** {@code select ...} of {@code select ... from (select ...) found}. */
    private static Optional<String> readQuery(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).parenthesis() < 0
                    && tokens.get(i).isWord("from")
                    && tokens.get(i + 1).isSign("(")
                    && tokens.get(i + 2).isWord("select")) {
                int start = tokens.get(i + 2).start();
                return tokens.stream()
                        .filter(token -> token.start() > start && token.parenthesis() < 0 && token.isSign(")"))
                        .findFirst()
                        .map(close -> sql.substring(start, close.start()));
            }
        }
        return Optional.empty();
    }

    private static boolean isCalled(List<SqlToken> tokens, Expression result, String name) {
        int after = result.last() + 1;
        boolean named = after + 1 < tokens.size() && tokens.get(after).isWord("as");
        return tokens.get(named ? after + 1 : result.last()).text().equals(name);
    }

    /** A query for others of the columns that one reads. */
    public static String ofSameRows(String query, String list) {
        List<SqlToken> tokens = SqlToken.of(query);
        return IntStream.range(1, tokens.size())
                .filter(i -> tokens.get(i).parenthesis() < 0 && tokens.get(i).isWord("from") && startsTables(tokens, i))
                .mapToObj(i -> " " + query.substring(tokens.get(i).start()))
                .findFirst()
                .map(rest -> "SELECT " + list + rest)
                .orElse("SELECT " + list);
    }

    /** What stands in the place of a query's result. */
    @FunctionalInterface
    public interface Replacement {
        String of(int place, String expression);
    }

    /** From token to token. */
    private record Expression(int first, int last) {}

    private static List<Expression> results(List<SqlToken> tokens, int start) {
        List<Expression> results = new ArrayList<>();
        int first = start;
        boolean more = true;
        while (more) {
            int end = endOfResult(tokens, first);
            Expression result = new Expression(first, lastOfExpression(tokens, first, end));
            if (result.last() < first || isAllColumns(tokens, result)) {
                break;
            }
            results.add(result);
            more = end < tokens.size() && tokens.get(end).isSign(",");
            first = end + 1;
        }
        return results;
    }

    private static boolean isAllColumns(List<SqlToken> tokens, Expression result) {
        int last = result.last();
        return tokens.get(last).isSign("*")
                && (last == result.first() || tokens.get(last - 1).isSign("."));
    }

    private static int afterQuantifier(List<SqlToken> tokens, int first) {
        boolean quantified = first < tokens.size()
                && (tokens.get(first).isWord("distinct") || tokens.get(first).isWord("all"));
        return quantified ? first + 1 : first;
    }

    /** The comma, the FROM or the set operation after it. */
    private static int endOfResult(List<SqlToken> tokens, int first) {
        for (int i = first; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean from = token.isWord("from") && !tokens.get(i - 1).isWord("distinct");
            boolean ends = token.isSign(",")
                    || from
                    || token.kind() == SqlToken.Kind.WORD
                            && AFTER_TABLES.contains(token.text().toLowerCase(Locale.ROOT));
            if (token.parenthesis() < 0 && ends) {
                return i;
            }
        }
        return tokens.size();
    }

    /** A result's name follows AS. */
    private static int lastOfExpression(List<SqlToken> tokens, int first, int end) {
        for (int i = first; i < end; i++) {
            if (tokens.get(i).parenthesis() < 0 && tokens.get(i).isWord("as")) {
                return i - 1;
            }
        }
        return end - 1;
    }
}
