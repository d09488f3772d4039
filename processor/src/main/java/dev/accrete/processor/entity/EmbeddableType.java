package dev.accrete.processor.entity;

import dev.accrete.processor.source.ClassDetails;
import java.util.List;

/**
 * An embeddable class as one attribute uses it.
 *
 * @param attributes those of its mapped superclasses first, then its own, in declaration order
 * @param subclasses the embeddables that extend it, each with what it adds; empty if it extends an embeddable itself,
 *     since only the top of a hierarchy stands for all of it
 */
public record EmbeddableType(ClassDetails details, List<Attribute> attributes, List<EmbeddableType> subclasses) {

    public EmbeddableType {
        attributes = List.copyOf(attributes);
        subclasses = List.copyOf(subclasses);
    }
}
