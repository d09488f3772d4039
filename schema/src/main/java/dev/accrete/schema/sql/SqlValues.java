package dev.accrete.schema.sql;

import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Values in SQL that a mapping states. */
public final class SqlValues {

    private static final List<String> LOOKING = List.of(
            "select", "case", "coalesce", "nullif", "ifnull", "nvl", "greatest", "least", "concat", "is", "over");

    /** Signs that make numbers of numbers. */
    private static final List<String> OF_NUMBERS = List.of("+", "-", "*", "/", "%", "(", ")");

    private SqlValues() {}

    /** Whether an expression may say nothing of a row: it looks for a value, or has one in some cases, or takes the first of such. */
    public static boolean mayBeNone(String sql) {
        List<String> values = firstOf(sql);
        return values.isEmpty() ? isLookedUpOrOfCases(sql) : mayBeNone(values.get(values.size() - 1));
    }

    private static boolean isLookedUpOrOfCases(String sql) {
        SqlCursor cursor = new SqlCursor(sql);
        if (cursor.passWords("case")) {
            cursor.passTo("else");
            return cursor.isAtEnd();
        }
        return cursor.passSign("(") && cursor.passWords("select") && !cursor.passWords("count");
    }

    /** Whether it is made of columns of the row itself, and says nothing where one of them does: nothing in it looks for NULL. */
    public static boolean isOfColumns(String sql) {
        return SqlToken.of(sql).stream().noneMatch(token -> LOOKING.stream().anyMatch(token::isWord));
    }

    /** Whether it is a number, or made of numbers alone. */
    public static boolean isOfNumbers(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql);
        return tokens.stream().anyMatch(token -> token.kind() == SqlToken.Kind.LITERAL)
                && tokens.stream().allMatch(SqlValues::isNumberOrSign);
    }

    private static boolean isNumberOrSign(SqlToken token) {
        return token.kind() == SqlToken.Kind.LITERAL
                ? Character.isDigit(token.text().charAt(0))
                : OF_NUMBERS.stream().anyMatch(token::isSign);
    }

    /** Whether it says what becomes of a value by cases. */
    public static boolean isOfCases(String sql) {
        return new SqlCursor(sql).passWords("case");
    }

    /** Whether a query finds it, or the first of what is there. */
    public static boolean isLookedUp(String sql) {
        SqlCursor cursor = new SqlCursor(sql);
        cursor.passWords("coalesce");
        if (!cursor.passSign("(")) {
            return false;
        }
        cursor.passSign("(");
        return cursor.passWords("select");
    }

    /** What follows FROM where a value is the least one of a column in some rows. */
    public static Optional<String> rowsOfLeast(String sql) {
        SqlCursor cursor = new SqlCursor(sql);
        boolean least = cursor.passSign("(")
                && cursor.passWords("select", "min")
                && cursor.passParenthesis()
                && cursor.passWords("from");
        String rows = least ? cursor.passTo() : "";
        return Optional.of(rows).filter(text -> !text.isEmpty() && cursor.passSign(")") && cursor.isAtEnd());
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

    /** Whether a conversion is a cast and nothing else. */
    public static boolean isCast(String sql) {
        SqlCursor cursor = new SqlCursor(sql);
        return cursor.passWords("cast") && cursor.passParenthesis() && cursor.isAtEnd();
    }

    /** Whether a conversion casts a column as it is. */
    public static boolean casts(String sql, Name column) {
        List<SqlToken> tokens = SqlToken.of(sql);
        return IntStream.range(0, tokens.size() - 3).anyMatch(i -> isCast(tokens, i, column));
    }

    /** Whether a value is cast to a type of this name, in either form that PostgreSQL has, with a schema or without. */
    public static boolean castsTo(String sql, Name type) {
        List<SqlToken> tokens = SqlToken.of(sql);
        return IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).isWord("as")
                        || i > 0
                                && tokens.get(i).isSign(":")
                                && tokens.get(i - 1).isSign(":"))
                .map(i -> i + 2 < tokens.size() && tokens.get(i + 2).isSign(".") ? i + 3 : i + 1)
                .anyMatch(i -> i < tokens.size() && tokens.get(i).names(type));
    }

    /**
     * The same SQL with another value where it casts a column as it is.
     *
     * @param types the words of the types for which it is another one
     */
    public static String castingInstead(String sql, Name column, Set<String> types, String value) {
        List<SqlToken> tokens = SqlToken.of(sql);
        StringBuilder casting = new StringBuilder();
        int end = 0;
        for (int i = 0; i < tokens.size() - 4; i++) {
            SqlToken type = tokens.get(i + 4);
            if (isCast(tokens, i, column) && types.stream().anyMatch(type::isWord)) {
                SqlToken operand = tokens.get(i + 2);
                casting.append(sql, end, operand.start()).append(value);
                end = operand.end();
            }
        }
        return casting.append(sql.substring(end)).toString();
    }

    private static boolean isCast(List<SqlToken> tokens, int i, Name column) {
        return tokens.get(i).isWord("cast")
                && tokens.get(i + 1).isSign("(")
                && tokens.get(i + 2).names(column)
                && tokens.get(i + 3).isWord("as");
    }
}
