package dev.accrete.schema.offer;

import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which rows that a hierarchy's table takes over need a value in a column that takes NULL in others: those of the classes that
 * require it.
 */
public final class RowsOfClasses {

    private final Table target;

    /** @param target the table that takes rows over, as it is then */
    public RowsOfClasses(Table target) {
        this.target = target;
    }

    /** Whether a class requires the column. */
    public boolean require(Column column) {
        return RowCheck.of(target).stream().anyMatch(check -> check.columns().contains(column.name()));
    }

    /** Whether the rows that need it have a value in the column until then. */
    public boolean haveValue(Column column, Table source) {
        List<RowCheck> then = RowCheck.of(source);
        return RowCheck.of(target).stream()
                .filter(check -> check.columns().contains(column.name()))
                .allMatch(check -> then.stream()
                        .anyMatch(old -> old.discriminator().equals(check.discriminator())
                                && old.value().equals(check.value())
                                && old.columns().contains(column.name())));
    }

    /**
     * The value for the rows that need one.
     *
     * @param value what each of them gets
     * @param discriminators the value that rows get in the column that tells their classes; empty for none
     * @return an expression, NULL in other rows; empty if no row that is taken over needs a value
     */
    public Optional<String> value(Column column, String value, Function<Column, Optional<String>> discriminators) {
        List<RowCheck> checks = RowCheck.of(target).stream()
                .filter(check -> check.columns().contains(column.name()))
                .toList();
        if (checks.isEmpty()) {
            return Optional.empty();
        }
        Optional<Column> discriminator = target.column(checks.get(0).discriminator());
        Optional<String> told = discriminator.flatMap(discriminators);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        if (checks.stream().anyMatch(check -> check.value().isEmpty())) {
            return Optional.of(value);
        }
        Set<String> classes =
                checks.stream().map(check -> check.value().orElseThrow()).collect(Collectors.toSet());
        Set<String> possible = new HashSet<>(AllowedValues.listed(discriminator.orElseThrow()));
        if (AllowedValues.literals(told.get()).contains(told.get())) {
            possible.retainAll(Set.of(told.get()));
        }
        if (!possible.isEmpty() && classes.containsAll(possible)) {
            return Optional.of(value);
        }
        List<String> needing = classes.stream()
                .filter(name -> possible.isEmpty() || possible.contains(name))
                .sorted()
                .toList();
        return needing.isEmpty()
                ? Optional.empty()
                : Optional.of("case when " + told.get()
                        + (needing.size() == 1 ? " = " + needing.get(0) : " in (" + String.join(", ", needing) + ")")
                        + " then " + value + " end");
    }
}
