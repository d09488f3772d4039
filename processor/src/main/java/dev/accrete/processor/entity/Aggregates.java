package dev.accrete.processor.entity;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import java.util.Optional;
import java.util.Set;

/**
 * What makes one column of an attribute whose class is an embeddable.
 *
 * @implNote Hibernate's AggregateComponentBinder.isAggregate.
 */
public final class Aggregates {

    /** Type codes of documents and of composite types (Hibernate's SqlTypes). */
    private static final Set<Integer> CODES = Set.of(2002, 2009, 3001, 3016, 3017, 3018, 3019);

    private Aggregates() {}

    /** Whether annotations on an attribute say that it is an aggregate; those of its class may as well. */
    static boolean isStated(Annotations annotations) {
        return annotations.has(Jpa.STRUCT) || code(annotations).isPresent();
    }

    /** The {@code @JdbcTypeCode} of a document or a composite type. */
    public static Optional<AnnotationUsage> code(Annotations annotations) {
        return annotations.find(Jpa.JDBC_TYPE_CODE).filter(usage -> CODES.contains(usage.number("value", 0)));
    }
}
