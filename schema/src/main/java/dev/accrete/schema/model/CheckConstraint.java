package dev.accrete.schema.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A check of a table, or a named one of a column.
 *
 * @param name the constraint's name
 * @param condition SQL as the mapping has it
 * @param options text appended to the constraint as the mapping has it
 */
public record CheckConstraint(Name name, String condition, Optional<String> options) implements Constraint {

    public CheckConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(options, "options");
    }

    public static CheckConstraint of(Name name, String condition) {
        return new CheckConstraint(name, condition, Optional.empty());
    }
}
