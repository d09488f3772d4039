package dev.accrete.schema.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A unique constraint. NULLs are distinct, as in both databases by default.
 *
 * @param name the constraint's name
 * @param columns in key order; not empty
 * @param options text appended to the constraint as the mapping has it
 */
public record UniqueKey(Name name, List<Name> columns, Optional<String> options) implements Constraint {

    public UniqueKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(options, "options");
    }

    public static UniqueKey of(Name name, List<Name> columns) {
        return new UniqueKey(name, columns, Optional.empty());
    }
}
