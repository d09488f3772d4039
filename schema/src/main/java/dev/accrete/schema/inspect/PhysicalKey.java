package dev.accrete.schema.inspect;

import java.util.List;
import java.util.Objects;

/**
 * A primary key or a unique constraint.
 *
 * @param name its name
 * @param columns in key order
 * @param options what the catalog says beyond the columns, such as {@code nulls not distinct} or {@code deferrable};
 *     empty text if nothing
 */
public record PhysicalKey(String name, List<String> columns, String options) implements PhysicalConstraint {

    public PhysicalKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(options, "options");
    }

    @Override
    public String definition() {
        return ("(" + String.join(", ", columns) + ") " + options).strip();
    }
}
