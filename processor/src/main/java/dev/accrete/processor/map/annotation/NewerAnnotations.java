package dev.accrete.processor.map.annotation;

import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.source.AnnotationUsage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Jakarta Persistence 3.2 and Hibernate 7 have, and Jakarta Persistence 3.1 and Hibernate 6.6 have not: annotations, and
 * members of annotations. Whoever has both on the class path can write it, and Hibernate 6.6 passes over it.
 *
 * @implNote Source: the annotation types of both versions' jars, compared.
 */
final class NewerAnnotations {

    private static final Set<String> NAMES = Set.of(
            "jakarta.persistence.CheckConstraint",
            "jakarta.persistence.EnumeratedValue",
            "org.hibernate.annotations.AnyDiscriminatorImplicitValues",
            "org.hibernate.annotations.Audited",
            "org.hibernate.annotations.Changelog",
            "org.hibernate.annotations.CollectionIdJavaClass",
            "org.hibernate.annotations.EmbeddedColumnNaming",
            "org.hibernate.annotations.EmbeddedTable",
            "org.hibernate.annotations.NativeGenerator",
            "org.hibernate.annotations.NaturalIdClass",
            "org.hibernate.annotations.PropertyRef",
            "org.hibernate.annotations.TargetEmbeddable",
            "org.hibernate.annotations.Temporal");

    private static final Set<String> MEMBERS = Set.of("check", "comment", "options", "secondPrecision");

    private static final Set<String> WITH_MEMBERS =
            Set.of("org.hibernate.annotations.SoftDelete", "org.hibernate.annotations.TimeZoneColumn");

    private NewerAnnotations() {}

    /** What of an annotation a version does not have: the annotation, one in it, or a member. */
    static Optional<String> missing(AnnotationUsage usage, MappingVersion version) {
        return version.hasAnnotationsOfSeven() ? Optional.empty() : first(usage);
    }

    /** The first annotation or member of an annotation, or of one inside it, that only the newer version has. */
    private static Optional<String> first(AnnotationUsage usage) {
        String simple = usage.simpleName();
        if (NAMES.contains(usage.name())) {
            return Optional.of("@" + simple);
        }
        boolean extended = usage.name().startsWith("jakarta.persistence.") || WITH_MEMBERS.contains(usage.name());
        return MEMBERS.stream()
                .filter(member -> extended && usage.has(member))
                .sorted()
                .map(member -> "@" + simple + "(" + member + ")")
                .findFirst()
                .or(() -> usage.explicit().values().stream()
                        .flatMap(NewerAnnotations::nested)
                        .flatMap(each -> first(each).stream())
                        .sorted()
                        .findFirst());
    }

    private static Stream<AnnotationUsage> nested(Object value) {
        Collection<?> values = value instanceof List<?> list ? list : List.of(value);
        return values.stream().filter(AnnotationUsage.class::isInstance).map(AnnotationUsage.class::cast);
    }
}
