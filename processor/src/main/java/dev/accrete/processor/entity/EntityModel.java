package dev.accrete.processor.entity;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entities of a compile by class name, in the order in which they were handed in. */
public final class EntityModel {

    private final Map<String, EntityType> entities;
    private final Map<String, List<EntityType>> children;

    EntityModel(Map<String, EntityType> entities, Map<String, List<EntityType>> children) {
        this.entities = Collections.unmodifiableMap(entities);
        this.children = Collections.unmodifiableMap(children);
    }

    /** All of them, referenced ones that the model does not cover included. */
    public Collection<EntityType> entities() {
        return entities.values();
    }

    /**
     * The entity of a class.
     *
     * @param className its canonical name
     */
    public Optional<EntityType> find(String className) {
        return Optional.ofNullable(entities.get(className));
    }

    /** The entities that extend an entity directly. */
    public List<EntityType> children(EntityType entity) {
        return children.getOrDefault(entity.className(), List.of());
    }
}
