package dev.accrete.schema.model;

import java.util.Objects;
import java.util.Set;

/**
 * A view whose query a mapping states (Hibernate's {@code @View}).
 *
 * @param name the view's name
 * @param query SQL as the mapping has it
 * @param dialects the dialects that have this variant; empty means all
 */
public record View(QualifiedName name, String query, Set<String> dialects) implements SchemaObject {

    public View {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(query, "query");
        dialects = Set.copyOf(dialects);
    }

    public View withDialects(Set<String> value) {
        return new View(name, query, value);
    }
}
