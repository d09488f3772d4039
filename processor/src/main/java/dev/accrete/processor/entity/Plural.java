package dev.accrete.processor.entity;

import dev.accrete.processor.source.TypeRef;
import java.util.Objects;
import java.util.Optional;

/**
 * What an attribute with many values is in Java.
 *
 * @param kind the kind of container
 * @param element the type of a value: of a map, of its values
 * @param embeddable the embeddable that the values are
 * @param key the type of a map's keys
 * @param embeddableKey the embeddable that a map's keys are
 */
public record Plural(
        Kind kind,
        TypeRef element,
        Optional<EmbeddableType> embeddable,
        Optional<TypeRef> key,
        Optional<EmbeddableType> embeddableKey) {

    /** The container, as far as it matters to a table: what makes a value different from the others. */
    public enum Kind {
        /** Nothing: {@code Collection}, and a {@code List} without an order column. */
        BAG,
        LIST,
        /** The value itself; sorted or not. */
        SET,
        /** The key. */
        MAP,
        /** The position; an array always has a column for it. */
        ARRAY
    }

    public Plural {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(embeddable, "embeddable");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(embeddableKey, "embeddableKey");
    }
}
