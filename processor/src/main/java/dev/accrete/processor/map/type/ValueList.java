package dev.accrete.processor.map.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The values that a column may hold, as a condition.
 *
 * @param values texts and characters, or whole numbers; null says that the column may be NULL
 */
record ValueList(List<Object> values) {

    private static final float LOAD = 0.75f;
    private static final int TABLE = 16;

    ValueList {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Hibernate keeps the values of an enum's constants in a set of this size, and writes them in its order. */
    static ValueList ofConstants(List<?> values) {
        Set<Object> set = new HashSet<>(Math.max(TABLE, (int) (values.size() / LOAD) + 1), LOAD);
        set.addAll(values);
        return new ValueList(new ArrayList<>(set));
    }

    /** Whether there is none but NULL, which no database takes as a list. */
    boolean isEmpty() {
        return values.stream().noneMatch(Objects::nonNull);
    }

    /** @param column as it stands in SQL */
    String condition(String column) {
        return condition(column, value -> !(value instanceof Number));
    }

    /**
     * @param column as it stands in SQL
     * @param text whether it holds texts
     */
    String condition(String column, boolean text) {
        return condition(column, value -> text);
    }

    private String condition(String column, Predicate<Object> isText) {
        String list = values.stream()
                .filter(Objects::nonNull)
                .map(value -> isText.test(value) ? "'" + value.toString().replace("'", "''") + "'" : value.toString())
                .collect(Collectors.joining(","));
        return column + " in (" + list + ")"
                + (values.stream().anyMatch(Objects::isNull) ? " or " + column + " is null" : "");
    }
}
