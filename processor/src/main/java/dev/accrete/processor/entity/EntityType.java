package dev.accrete.processor.entity;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class with a table: a JPA entity, or a plain class with {@code @Managed}.
 *
 * @param name the entity name: {@code @Entity(name)}, else the class name without the package, {@code Outer$Inner} for a
 *     nested class
 * @param parent the entity that it extends, possibly through mapped superclasses
 * @param mappedSuperclasses those between this entity and its parent, nearest first
 * @param attributes of its mapped superclasses first, topmost first, then its own; those of {@code parent} are not
 *     repeated
 * @param idClass the {@code @IdClass} that holds the identifier's attributes, as the entity's access type reads it
 * @param plain whether it is a class with {@code @Managed} and no JPA entity
 * @param owned whether the model covers its table; false for {@code @Managed(false)} and for entities that are not among
 *     the managed classes
 */
public record EntityType(
        ClassDetails details,
        String name,
        Optional<EntityType> parent,
        List<Superclass> mappedSuperclasses,
        List<Attribute> attributes,
        Optional<EmbeddableType> idClass,
        boolean plain,
        boolean owned) {

    public EntityType {
        mappedSuperclasses = List.copyOf(mappedSuperclasses);
        attributes = List.copyOf(attributes);
    }

    /** A mapped superclass with what its type variables stand for here. */
    public record Superclass(ClassDetails details, Map<String, TypeRef> variables) {}

    /** The canonical name of the class. */
    public String className() {
        return details.name();
    }

    /** The entity at the top of the hierarchy. */
    public EntityType root() {
        EntityType type = this;
        while (type.parent.isPresent()) {
            type = type.parent.get();
        }
        return type;
    }

    /** The annotation on the class itself, else on the nearest mapped superclass that has it. */
    public Optional<AnnotationUsage> annotation(String annotation) {
        Optional<AnnotationUsage> own = details.annotations().find(annotation);
        for (int i = 0; own.isEmpty() && i < mappedSuperclasses.size(); i++) {
            own = mappedSuperclasses.get(i).details().annotations().find(annotation);
        }
        return own;
    }
}
