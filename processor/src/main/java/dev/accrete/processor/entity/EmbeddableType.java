package dev.accrete.processor.entity;

import dev.accrete.processor.source.ClassDetails;
import java.util.List;

/**
 * An embeddable class as one attribute uses it.
 *
 * @param attributes those of its mapped superclasses first, then its own, in declaration order
 */
public record EmbeddableType(ClassDetails details, List<Attribute> attributes) {

    public EmbeddableType {
        attributes = List.copyOf(attributes);
    }
}
