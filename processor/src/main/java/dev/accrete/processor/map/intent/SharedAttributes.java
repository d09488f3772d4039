package dev.accrete.processor.map.intent;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.Plural;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the attributes that several places have from one class: entities from a mapped superclass, embedded attributes and
 * collections from an embeddable. What is stated there is stated of all of them.
 */
public final class SharedAttributes {

    private final Map<List<String>, List<Origin>> byDeclaration = new HashMap<>();

    private SharedAttributes() {}

    /** @param origins learns them */
    public static void find(Collection<EntityBinding> bindings, Origins.Builder origins) {
        SharedAttributes shared = new SharedAttributes();
        for (EntityBinding binding : bindings) {
            Scope scope = Scope.of(binding, Scope.Role.ATTRIBUTE);
            for (Attribute attribute : binding.entity.attributes()) {
                shared.add(attribute, scope.origin(attribute));
            }
        }
        shared.byDeclaration.values().stream()
                .filter(all -> all.size() > 1)
                .forEach(all -> all.forEach(origins::shared));
    }

    private void add(Attribute attribute, Origin origin) {
        Declaration declaration = attribute.declaration();
        byDeclaration
                .computeIfAbsent(List.of(declaration.declaring().name(), declaration.name()), key -> new ArrayList<>())
                .add(origin);
        if (attribute instanceof Attribute.Embedded embedded) {
            addAll(embedded.embeddable(), origin);
        } else if (attribute instanceof Attribute.ElementCollection collection) {
            Plural plural = collection.plural();
            // As CollectionBinding says where they go.
            Origin value = plural.kind() == Plural.Kind.MAP ? inside(origin, "value") : origin;
            plural.embeddable().ifPresent(found -> addAll(found, value));
            plural.embeddableKey().ifPresent(found -> addAll(found, inside(origin, "key")));
        }
    }

    private void addAll(EmbeddableType embeddable, Origin embedding) {
        for (Attribute attribute : embeddable.attributes()) {
            add(attribute, inside(embedding, attribute.name()));
        }
    }

    private static Origin inside(Origin outer, String name) {
        return new Origin(outer.className(), outer.attribute() + "." + name);
    }
}
