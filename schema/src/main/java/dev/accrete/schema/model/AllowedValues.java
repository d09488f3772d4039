package dev.accrete.schema.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values that a column allows, where its type or a check of the form that mappings give discriminators, enums, codes
 * and positions says so: {@code a in (1,2)}, {@code a between 1 and 2}, {@code a>=1}.
 */
public final class AllowedValues {

    private static final Pattern IN = Pattern.compile("(?is)\\s*(" + Name.PATTERN + ")\\s+in\\s*\\((.*)\\)\\s*");
    private static final Pattern FROM =
            Pattern.compile("(?is)\\s*(" + Name.PATTERN + ")\\s*(?:>=|between)\\s*(-?\\d+)\\b.*");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|-?\\d+(?:\\.\\d+)?");
    private static final Pattern LIST =
            Pattern.compile("(?is)\\s*(" + Name.PATTERN + ")\\s+in\\s*\\((?:\\s|,|" + LITERAL.pattern() + ")*\\)\\s*");
    private static final Pattern RANGE = Pattern.compile(
            "(?is)\\s*(" + Name.PATTERN + ")\\s*(?:>=\\s*-?\\d+|\\sbetween\\s+-?\\d+\\s+and\\s+-?\\d+)\\s*");

    private static final Pattern LEAST = Pattern.compile("\\s*(" + Name.PATTERN + ")\\s*(>=?)\\s*(-?\\d{1,18})\\s*");

    private AllowedValues() {}

    /** All of them as SQL literals, where they are listed, but texts that the column has no room for; empty if nothing is known. */
    public static List<String> listed(Column column) {
        if (column.type() instanceof ColumnType.Enumeration type) {
            return type.storage() == ColumnType.Enumeration.Storage.ORDINAL
                    ? IntStream.range(0, type.constants().size())
                            .mapToObj(String::valueOf)
                            .toList()
                    : type.constants().stream()
                            .map(constant -> "'" + constant.replace("'", "''") + "'")
                            .toList();
        }
        List<String> values = new ArrayList<>();
        for (String check : column.checks()) {
            Matcher in = IN.matcher(check);
            if (in.matches() && names(in.group(1), column)) {
                literals(in.group(2)).stream()
                        .filter(literal -> fits(literal, column.type()))
                        .forEach(values::add);
            }
        }
        return values;
    }

    /** Whether a text is no longer than its column: a discriminator may be too short for the names of some classes. */
    private static boolean fits(String literal, ColumnType type) {
        return !literal.startsWith("'")
                || !(type instanceof ColumnType.Sized sized)
                || sized.length() <= 0
                || literal.replace("''", "'").length() - 2 <= sized.length();
    }

    /** The texts and numbers that an expression names, as it words them. */
    public static List<String> literals(String sql) {
        return LITERAL.matcher(sql).results().map(MatchResult::group).toList();
    }

    /** The texts among those that are listed. */
    public static List<String> texts(Column column) {
        return listed(column).stream()
                .filter(literal -> literal.startsWith("'"))
                .map(literal -> literal.substring(1, literal.length() - 1).replace("''", "'"))
                .toList();
    }

    /** One of them, the first or least. */
    public static Optional<String> first(Column column) {
        return listed(column).stream()
                .findFirst()
                .or(() -> column.checks().stream()
                        .map(FROM::matcher)
                        .filter(from -> from.matches() && names(from.group(1), column))
                        .map(from -> from.group(2))
                        .findFirst())
                .or(() -> leastIn(column, column.checks().stream()));
    }

    /** Whether checks of those forms alone say that a column allows a value: one that is listed, or the least. */
    public static boolean allows(Column column, String value) {
        return column.checks().stream()
                .allMatch(check -> Stream.of(LIST, RANGE, LEAST)
                                .map(form -> form.matcher(check))
                                .anyMatch(form -> form.matches() && names(form.group(1), column))
                        && (listed(column).contains(value)
                                || first(column).filter(value::equals).isPresent()));
    }

    /**
     * The same, rather one of which no check of the table says more: a class of whose rows nothing else is required.
     *
     * @param table what the column is or will be in
     */
    public static Optional<String> first(Column column, Table table) {
        return listed(column).stream()
                .filter(value -> table.checks().stream()
                        .noneMatch(check -> literals(check.condition()).contains(value)))
                .findFirst()
                .or(() -> first(column))
                .or(() -> leastIn(column, table.checks().stream().map(CheckConstraint::condition)));
    }

    /** The least number that a check allows in a column, where it says nothing else. */
    private static Optional<String> leastIn(Column column, Stream<String> checks) {
        return checks.map(LEAST::matcher)
                .filter(least -> least.matches() && names(least.group(1), column))
                .map(least -> String.valueOf(
                        Long.parseLong(least.group(3)) + (least.group(2).equals(">") ? 1 : 0)))
                .findFirst();
    }

    /**
     * Values become others: those that go become what takes their place, or one that stays, all others stay what they are.
     *
     * @param column the column's name as a statement has it
     * @param table what the column is in afterwards
     * @return an SQL expression; empty if no value has to go
     */
    public static Optional<String> conversion(Column before, Column after, String column, Table table) {
        List<String> fresh = listed(after);
        List<String> gone = new ArrayList<>(listed(before));
        gone.removeAll(fresh);
        if (fresh.isEmpty() || gone.isEmpty()) {
            return Optional.empty();
        }
        String first = first(after, table).orElseThrow();
        Map<String, String> successors = successors(listed(before), fresh);
        return Optional.of(
                Collections.disjoint(gone, successors.keySet())
                        ? "CASE WHEN " + column + " IN (" + String.join(", ", gone) + ") THEN " + first + " ELSE "
                                + column + " END"
                        : "CASE " + column
                                + gone.stream()
                                        .map(value ->
                                                " WHEN " + value + " THEN " + successors.getOrDefault(value, first))
                                        .collect(Collectors.joining())
                                + " ELSE " + column + " END");
    }

    /**
     * What takes the place of each value: the value itself, where it stays; else one that is new, as far as the two lists tell.
     *
     * @param before as literals, in their order
     * @return in that order; without those in whose place nothing is known to stand
     */
    public static Map<String, String> successors(List<String> before, List<String> after) {
        Map<String, String> renamed = RenamedValues.of(before, after);
        Map<String, String> successors = new LinkedHashMap<>();
        for (String value : before) {
            if (after.contains(value)) {
                successors.put(value, value);
            } else if (renamed.containsKey(value)) {
                successors.put(value, renamed.get(value));
            }
        }
        return successors;
    }

    /** Whether both columns list their values, and the second one not all of the first. */
    public static boolean narrows(Column before, Column after) {
        List<String> listed = listed(after);
        return !listed.isEmpty() && !listed.containsAll(listed(before));
    }

    /** Whether a check of a column is one of those forms and nothing else: one that says nothing of NULL allows it. */
    public static boolean allowsNull(String check, Column column) {
        return Stream.of(LIST, RANGE)
                .map(form -> form.matcher(check))
                .anyMatch(form -> form.matches() && names(form.group(1), column));
    }

    private static boolean names(String text, Column column) {
        return text.chars().noneMatch(c -> c == '(' || c == '\'')
                && Name.parse(text).equals(column.name());
    }
}
