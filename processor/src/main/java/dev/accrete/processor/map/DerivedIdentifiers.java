package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.AnnotationUsage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the relations that identifiers are derived from: what a relation with {@code @MapsId} maps has the columns of the
 * relation and none of its own.
 *
 * @implNote Source: JPA 3.2, 2.4.1. Hibernate looks for the part by its name alone, however deep it is in the identifier.
 */
final class DerivedIdentifiers {

    private final Mapping mapping;
    private final Set<Attribute> found = new HashSet<>();

    DerivedIdentifiers(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The relation that has the columns of an attribute of an identifier. */
    Optional<Attribute.ToOne> relation(Attribute attribute, Scope scope) {
        if (!scope.isIdentifier() || attribute instanceof Attribute.ToOne) {
            return Optional.empty();
        }
        EntityType entity = scope.owner().entity;
        boolean whole = !scope.isEmbedded() && entity.idClass().isEmpty();
        Optional<Attribute.ToOne> relation = entity.attributes().stream()
                .filter(each -> each instanceof Attribute.ToOne)
                .map(each -> (Attribute.ToOne) each)
                .filter(toOne -> part(toOne)
                        .filter(part ->
                                part.equals(whole ? "" : attribute.name()) || whole && part.equals(attribute.name()))
                        .isPresent())
                .findFirst();
        relation.ifPresent(found::add);
        return relation;
    }

    /** What {@code @MapsId} names; empty text for the whole identifier. */
    private static Optional<String> part(Attribute attribute) {
        return attribute.declaration().annotations().find(Jpa.MAPS_ID).map(usage -> usage.string("value"));
    }

    /** Reports each {@code @MapsId} of an entity that names no part of its identifier, which is bound now. */
    void check(EntityBinding binding) {
        for (Attribute attribute : binding.entity.attributes()) {
            Optional<AnnotationUsage> usage =
                    attribute.declaration().annotations().find(Jpa.MAPS_ID);
            if (usage.isPresent() && !found.contains(attribute)) {
                mapping.problems.add(
                        EntityCode.MAPS_ID,
                        usage.get().place(),
                        attribute.declaration().subject(),
                        usage.get().string("value").isEmpty()
                                ? "the identifier has several attributes, and @MapsId does not say which one is meant"
                                : "the identifier has no attribute "
                                        + usage.get().string("value"),
                        "name in @MapsId an attribute of the identifier: " + String.join(", ", parts(binding)));
            }
        }
    }

    private static List<String> parts(EntityBinding binding) {
        return binding.attributes.keySet().stream()
                .map(path -> path.substring(path.lastIndexOf('.') + 1))
                .sorted()
                .toList();
    }
}
