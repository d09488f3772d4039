package dev.accrete.processor.map.annotation;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Annotations as one dialect sees them: {@code @DialectOverride.X(dialect = ..., override = @X(...))} stands for
 * {@code @X} where the dialect is of that class.
 *
 * @implNote Hibernate's DialectOverridesAnnotationHelper: the first override that matches counts.
 */
public final class DialectAnnotations {

    private final TargetDialects dialects;
    private final MappingVersion version;
    private final Problems problems;

    public DialectAnnotations(TargetDialects dialects, MappingVersion version, Problems problems) {
        this.dialects = dialects;
        this.version = version;
        this.problems = problems;
    }

    /**
     * An annotation that may be overridden for a dialect.
     *
     * @param annotation the name of the annotation that may be overridden, in Hibernate's package
     */
    public Optional<AnnotationUsage> find(Annotations annotations, String annotation, String subject) {
        if (!annotations.hasAnyOf(Jpa.DIALECT_OVERRIDE)) {
            return annotations.find(annotation);
        }
        String override = Jpa.DIALECT_OVERRIDE + annotation.substring(annotation.lastIndexOf('.') + 1);
        List<AnnotationUsage> overrides = annotations.all(override, override + "s");
        for (AnnotationUsage usage : overrides) {
            if (!matches(usage) || isForOlder(usage)) {
                continue;
            }
            if (usage.has("before") || usage.has("sameOrAfter") && !isForAll(usage)) {
                // The version of the database is not known here.
                SupportedAnnotations.refuse(usage, subject, problems);
                return Optional.empty();
            }
            return usage.nested("override");
        }
        return annotations.find(annotation);
    }

    /** Whether it is for versions alone that Hibernate does not work with any more. */
    private boolean isForOlder(AnnotationUsage usage) {
        return usage.nested("before").filter(this::isAtMostOldest).isPresent();
    }

    /** Whether it is for all versions that Hibernate works with. */
    private boolean isForAll(AnnotationUsage usage) {
        return usage.nested("sameOrAfter").filter(this::isAtMostOldest).isPresent();
    }

    private boolean isAtMostOldest(AnnotationUsage usage) {
        MappingVersion.Release stated = new MappingVersion.Release(usage.number("major", 0), usage.number("minor", 0));
        return stated.compareTo(dialects.ask(version::oldestDatabase)) <= 0;
    }

    private boolean matches(AnnotationUsage usage) {
        Set<String> classes = dialects.ask(TargetDialect::hibernateClasses);
        return usage.type("dialect")
                .map(TypeRef::text)
                .filter(classes::contains)
                .isPresent();
    }
}
