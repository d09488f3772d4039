package dev.accrete.processor.map;

import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Schema;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the managed classes describe.
 *
 * @param schema for all dialects
 * @param classes the classes that the schema comes from
 */
public record MappedModel(Schema schema, Origins origins, Intents intents, SortedSet<String> classes) {

    public MappedModel {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(origins, "origins");
        Objects.requireNonNull(intents, "intents");
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    }
}
