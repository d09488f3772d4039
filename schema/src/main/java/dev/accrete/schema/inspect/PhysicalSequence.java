package dev.accrete.schema.inspect;

import java.util.Objects;

/**
 * A sequence that belongs to no identity column.
 *
 * @param schema the schema it lies in
 * @param name its name
 * @param type its data type as the catalog prints it
 * @param start its first value
 * @param increment its step
 * @param options minimum, maximum, cache and cycle as one text
 */
public record PhysicalSequence(String schema, String name, String type, long start, long increment, String options) {

    public PhysicalSequence {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(options, "options");
    }
}
