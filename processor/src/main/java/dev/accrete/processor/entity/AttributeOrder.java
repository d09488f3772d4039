package dev.accrete.processor.entity;

import dev.accrete.processor.source.ClassDetails;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which Hibernate walks the attributes of a class; columns of a composite key have it before they are sorted,
 * and join columns that name no referenced column refer to them in that order.
 *
 * @implNote Hibernate's PropertyContainer: by name within a class; of an entity, those of the topmost superclass come first,
 *     of an id class and of a value in a collection those of the superclasses come last. Its Component sorts all attributes of an embeddable by name. A
 *     record's components stay as they are declared.
 */
public final class AttributeOrder {

    private AttributeOrder() {}

    /** The attributes of an embeddable. */
    public static List<Attribute> ofEmbeddable(EmbeddableType type) {
        return type.details().kind() == ClassDetails.Kind.RECORD ? type.attributes() : byName(type.attributes());
    }

    /** The attributes of an embeddable and of those that extend it. */
    public static List<Attribute> ofHierarchy(EmbeddableType type) {
        return type.subclasses().isEmpty()
                ? ofEmbeddable(type)
                : byName(type.allAttributes().toList());
    }

    /**
     * The attributes of a value in a collection, whose table gets its key before Hibernate sorts them.
     *
     * @implNote EmbeddableBinder.collectClassElements, Set.createPrimaryKey.
     */
    public static List<Attribute> ofElement(EmbeddableType type) {
        return ownFirst(type);
    }

    /** The attributes of an id class. */
    public static List<Attribute> ofIdClass(EmbeddableType type) {
        return ownFirst(type);
    }

    private static List<Attribute> ownFirst(EmbeddableType type) {
        if (type.details().kind() == ClassDetails.Kind.RECORD) {
            return type.attributes();
        }
        List<List<Attribute>> blocks = blocks(type.attributes());
        Collections.reverse(blocks);
        return inBlocks(blocks);
    }

    /**
     * The attributes of an entity.
     *
     * @param attributes those of its mapped superclasses first, topmost first
     */
    public static List<Attribute> ofEntity(List<Attribute> attributes) {
        return inBlocks(blocks(attributes));
    }

    private static List<Attribute> inBlocks(List<List<Attribute>> blocks) {
        List<Attribute> ordered = new ArrayList<>();
        blocks.forEach(block -> ordered.addAll(byName(block)));
        return ordered;
    }

    /** Neighbours of one declaring class. */
    private static List<List<Attribute>> blocks(List<Attribute> attributes) {
        List<List<Attribute>> blocks = new ArrayList<>();
        ClassDetails last = null;
        for (Attribute attribute : attributes) {
            ClassDetails declaring = attribute.declaration().declaring();
            if (last == null || !last.name().equals(declaring.name())) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(attribute);
            last = declaring;
        }
        return blocks;
    }

    private static List<Attribute> byName(List<Attribute> attributes) {
        return attributes.stream().sorted(Comparator.comparing(Attribute::name)).toList();
    }
}
