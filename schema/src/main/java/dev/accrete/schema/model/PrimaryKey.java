package dev.accrete.schema.model;

import java.util.List;
import java.util.Objects;

/**
 * A primary key.
 *
 * @param name the constraint's name
 * @param columns in key order; not empty
 */
public record PrimaryKey(Name name, List<Name> columns) implements Constraint {

    public PrimaryKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
    }
}
