package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityModel;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Schema;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the managed classes describe.
 *
 * @param schema for all dialects
 * @param entities what it is mapped from
 * @param classes the classes that the schema comes from
 */
public record MappedModel(
        Schema schema, Origins origins, Intents intents, EntityModel entities, SortedSet<String> classes) {

    public MappedModel {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(origins, "origins");
        Objects.requireNonNull(intents, "intents");
        Objects.requireNonNull(entities, "entities");
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    }

    /** The attribute that something comes from, wherever it is declared; of an embedded one, the outermost. */
    public Optional<Place> place(Origin origin) {
        String attribute = origin.outermost().attribute();
        return entities.find(origin.className()).stream()
                .flatMap(entity -> entity.attributes().stream())
                .filter(each -> each.name().equals(attribute))
                .map(each -> each.declaration().place())
                .findFirst();
    }
}
