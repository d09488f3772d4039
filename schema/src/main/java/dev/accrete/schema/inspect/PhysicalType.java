package dev.accrete.schema.inspect;

import java.util.Objects;

/**
 * An enumeration, a composite type or a domain.
 *
 * @param schema the schema it lies in
 * @param name its name
 * @param definition what it is made of, as one readable line: {@code enum ('A', 'B')}, {@code (street character
 *     varying(255), ...)}, {@code domain character varying(5) check (...)}
 */
public record PhysicalType(String schema, String name, String definition) {

    public PhysicalType {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(definition, "definition");
    }
}
