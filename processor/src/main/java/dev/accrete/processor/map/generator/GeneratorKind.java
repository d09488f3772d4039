package dev.accrete.processor.map.generator;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import java.util.List;
import java.util.stream.Stream;

/** The annotations that declare a generator, in the order in which Hibernate looks for them. */
enum GeneratorKind {
    SEQUENCE(Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS),
    TABLE(Jpa.TABLE_GENERATOR, Jpa.TABLE_GENERATORS),
    GENERIC(Jpa.GENERIC_GENERATOR, Jpa.GENERIC_GENERATORS);

    private final String annotation;
    private final String container;

    GeneratorKind(String annotation, String container) {
        this.annotation = annotation;
        this.container = container;
    }

    static GeneratorKind of(AnnotationUsage usage) {
        return Stream.of(values())
                .filter(kind -> kind.annotation.equals(usage.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The generators of any kind that stand on an element. */
    static Stream<AnnotationUsage> allOn(Annotations element) {
        return Stream.of(values()).flatMap(kind -> kind.on(element).stream());
    }

    /** The generators of this kind that stand on an element. */
    List<AnnotationUsage> on(Annotations element) {
        return element.all(annotation, container);
    }
}
