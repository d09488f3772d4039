package dev.accrete.schema.plan;

import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Enumeration;
import dev.accrete.schema.model.ColumnType.Enumeration.Storage;
import dev.accrete.schema.model.ColumnType.Named;
import dev.accrete.schema.model.ColumnType.Simple;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Constants of enums that became others or something else, and what becomes one again. */
final class ConstantsBack {

    private final Dialect dialect;
    private final Column from;
    private final Column to;
    private final String name;
    private final Instead instead;
    private final boolean isKey;

    /**
     * Takes a column.
     *
     * @param name SQL of its value
     * @param isKey whether it belongs to a primary key, in which nothing can stand instead of a value
     */
    ConstantsBack(Dialect dialect, Column from, Column to, String name, Instead instead, boolean isKey) {
        this.dialect = dialect;
        this.from = from;
        this.to = to;
        this.name = name;
        this.instead = instead;
        this.isKey = isKey;
    }

    /** Constants of another enum: those that there were stay, others become the first one. */
    Optional<String> ofConstants(Enumeration now, Enumeration then) {
        boolean named = from.type() instanceof Named || to.type() instanceof Named;
        return between(now, then)
                .or(() -> named ? Optional.of(constant()) : Optional.empty())
                .map(this::labelled);
    }

    /** Constants out of another value. */
    Optional<String> of(ColumnType now, Optional<String> text, Enumeration then) {
        int count = then.constants().size();
        if (text.isPresent() && then.storage() == Storage.ORDINAL) {
            // The text of a position, or a name.
            return Optional.of(cases(
                    text.get(),
                    2 * count,
                    i -> i < count ? literal(then.constants().get(i)) : literal(String.valueOf(i - count)),
                    i -> value(then, i % count),
                    instead.otherwise()));
        } else if (text.isPresent()) {
            return Optional.of(labelled(cases(
                    text.get(),
                    count,
                    i -> literal(then.constants().get(i)),
                    i -> value(then, i),
                    instead.otherwise())));
        } else if (Conversions.isNumber(now) && then.storage() == Storage.STRING) {
            return Optional.of(labelled(
                    cases(name, then.constants().size(), String::valueOf, i -> value(then, i), instead.otherwise())));
        } else if (Conversions.isNumber(now)) {
            return isKey || count == 0
                    ? Optional.empty()
                    : Optional.of("CASE WHEN " + name + " BETWEEN 0 AND " + (count - 1) + " THEN " + cast(name)
                            + instead.otherwise() + " END");
        } else if (then.storage() == Storage.STRING && WayBack.isPlain(now) && !isKey) {
            return Optional.of(cast(
                    WayBack.is(now, Simple.Kind.BOOLEAN)
                            ? "CASE WHEN " + name + " THEN " + value(then, 0) + " WHEN NOT " + name + " THEN "
                                    + value(then, then.constants().size() - 1) + " END"
                            : instead.sql().orElse("NULL")));
        }
        return to.type() instanceof Named && WayBack.is(now, Simple.Kind.XML)
                ? Optional.of(instead.as(to.type()))
                : Optional.empty();
    }

    /** Another value out of constants. */
    Optional<String> outOf(Enumeration now, ColumnType then) {
        if (now.constants().isEmpty() || now.storage() == Storage.ORDINAL) {
            return Optional.empty();
        } else if (from.type() instanceof Named && Conversions.isText(then)) {
            return Optional.of(constant());
        } else if (Conversions.isNumber(then)) {
            return Optional.of(cases(
                    constant(),
                    now.constants().size(),
                    i -> literal(now.constants().get(i)),
                    String::valueOf,
                    ""));
        } else if (Conversions.isVaryingBytes(then) && !isKey) {
            return Optional.of(dialect.read("CAST(" + name + " AS varchar)", then));
        }
        return WayBack.isPlain(then) && !Conversions.isText(then) && !isKey
                ? Optional.of(instead.as(then))
                : Optional.empty();
    }

    private Optional<String> between(Enumeration now, Enumeration then) {
        if (then.constants().isEmpty()) {
            return Optional.empty();
        }
        boolean kept = now.storage() == then.storage()
                && (now.storage() == Storage.STRING
                        ? then.constants().containsAll(now.constants())
                        : startsWith(then.constants(), now.constants()));
        if (kept) {
            return Optional.empty();
        }
        String cases = IntStream.range(0, now.constants().size())
                .filter(i -> then.constants().contains(now.constants().get(i)))
                .mapToObj(i -> " WHEN " + value(now, i) + " THEN "
                        + value(then, then.constants().indexOf(now.constants().get(i))))
                .collect(Collectors.joining());
        // No ELSE: a missing value stays one.
        String others = IntStream.range(0, now.constants().size())
                .filter(i -> !then.constants().contains(now.constants().get(i)))
                .mapToObj(i -> " WHEN " + value(now, i) + " THEN " + value(then, 0))
                .collect(Collectors.joining());
        return Optional.of("CASE " + name + cases + others + " END");
    }

    private static String cases(
            String value, int count, IntFunction<String> when, IntFunction<String> then, String otherwise) {
        return "CASE " + value
                + IntStream.range(0, count)
                        .mapToObj(i -> " WHEN " + when.apply(i) + " THEN " + then.apply(i))
                        .collect(Collectors.joining())
                + otherwise + " END";
    }

    /** A constant as a text, which a label of a named type is not. */
    private String constant() {
        return from.type() instanceof Named ? "CAST(" + name + " AS varchar)" : name;
    }

    private String labelled(String sql) {
        return to.type() instanceof Named ? cast(sql) : sql;
    }

    private String cast(String sql) {
        return "CAST(" + sql + " AS " + dialect.typeName(to.type()) + ")";
    }

    private static boolean startsWith(List<String> list, List<String> start) {
        return list.size() >= start.size() && list.subList(0, start.size()).equals(start);
    }

    private static String value(Enumeration type, int position) {
        return type.storage() == Storage.ORDINAL
                ? String.valueOf(position)
                : literal(type.constants().get(position));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
