package dev.accrete.schema.inspect;

import java.util.Objects;

/**
 * A view.
 *
 * @param schema the schema it lies in
 * @param name its name
 * @param query its query as the catalog prints it
 */
public record PhysicalView(String schema, String name, String query) {

    public PhysicalView {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(query, "query");
    }
}
