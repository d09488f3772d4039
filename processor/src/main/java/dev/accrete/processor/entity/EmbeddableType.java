package dev.accrete.processor.entity;

import dev.accrete.processor.source.ClassDetails;
import java.util.List;
import java.util.stream.Stream;

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

    /** Its attributes and those of the embeddables that extend it. */
    public Stream<Attribute> allAttributes() {
        return hierarchy().flatMap(each -> each.attributes().stream());
    }

    /** Whether a value has nothing in it, at any depth: with some access types, a class has no attributes. */
    public boolean isEmpty() {
        return allAttributes()
                .allMatch(attribute -> attribute instanceof Attribute.Embedded embedded
                        && embedded.embeddable().isEmpty());
    }

    /** Itself and the embeddables that extend it, each before those that extend it in turn. */
    public Stream<EmbeddableType> hierarchy() {
        return Stream.concat(Stream.of(this), subclasses.stream().flatMap(EmbeddableType::hierarchy));
    }
}
