package dev.accrete.schema.plan;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Enumeration;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Sized;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The conversion that takes a change of type back where the databases' own would fail on values that are new since: it
 * keeps what fits. Elsewhere they convert by themselves.
 */
final class WayBack {

    private WayBack() {}

    /**
     * SQL over the column's name.
     *
     * @param from the column after the migration
     * @param to the column before it
     * @param name how the dialect writes the column's name
     * @param text the same of its value as text
     */
    static Optional<String> conversion(Column from, Column to, String name, String text) {
        ColumnType now = from.type();
        ColumnType then = to.type();
        if (now instanceof Enumeration one && then instanceof Enumeration other) {
            return between(one, other, name);
        } else if (now instanceof Sized one && then instanceof Sized other) {
            boolean sameKind = one.kind() == other.kind()
                    && (one.kind() == Sized.Kind.VARCHAR || one.kind() == Sized.Kind.NVARCHAR);
            boolean shorter = other.length() != 0 && (one.length() == 0 || one.length() > other.length());
            return sameKind && shorter
                    ? Optional.of("substring(" + name + " from 1 for " + other.length() + ")")
                    : Optional.empty();
        } else if (isLargeText(now) && then instanceof Sized other && other.length() > 0) {
            return Optional.of("substring(" + text + " from 1 for " + other.length() + ")");
        } else if (isBoolean(now) && isNumber(then)) {
            return Optional.of("CASE WHEN " + name + " THEN 1 WHEN NOT " + name + " THEN 0 END");
        } else if (isNumber(now) && isBoolean(then)) {
            return Optional.of(name + " <> 0");
        }
        return Optional.empty();
    }

    /** By constants: those that there were stay, others become the first one. */
    private static Optional<String> between(Enumeration now, Enumeration then, String name) {
        if (then.constants().isEmpty()) {
            return Optional.empty();
        }
        boolean kept = now.storage() == then.storage()
                && (now.storage() == Enumeration.Storage.STRING
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

    private static boolean startsWith(List<String> list, List<String> start) {
        return list.size() >= start.size() && list.subList(0, start.size()).equals(start);
    }

    private static String value(Enumeration type, int position) {
        return type.storage() == Enumeration.Storage.ORDINAL
                ? String.valueOf(position)
                : "'" + type.constants().get(position).replace("'", "''") + "'";
    }

    private static boolean isLargeText(ColumnType type) {
        return type instanceof Simple simple
                && switch (simple.kind()) {
                    case CLOB, NCLOB, LONG32VARCHAR, LONG32NVARCHAR -> true;
                    default -> false;
                };
    }

    private static boolean isBoolean(ColumnType type) {
        return type instanceof Simple simple && simple.kind() == Simple.Kind.BOOLEAN;
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof Simple simple
                && switch (simple.kind()) {
                    case TINYINT, SMALLINT, INTEGER, BIGINT -> true;
                    default -> false;
                };
    }
}
