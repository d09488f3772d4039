package dev.accrete.schema.inspect;

import java.util.Set;

/**
 * What an inspection reads.
 *
 * @param schemas the schemas' names as the catalog spells them; empty for all but the system's own
 * @param rows whether the rows of every table are read too; meant for small databases alone
 */
public record InspectionScope(Set<String> schemas, boolean rows) {

    public InspectionScope {
        schemas = Set.copyOf(schemas);
    }

    /** Every schema but the system's own, without rows. */
    public static InspectionScope everything() {
        return new InspectionScope(Set.of(), false);
    }

    /** The given schemas, without rows. */
    public static InspectionScope schemas(String... names) {
        return new InspectionScope(Set.of(names), false);
    }

    /** The same with the rows of every table. */
    public InspectionScope withRows() {
        return new InspectionScope(schemas, true);
    }

    boolean includes(String schema) {
        return schemas.isEmpty() || schemas.contains(schema);
    }
}
