package dev.accrete.processor.map.generator;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The generators that an attribute of an identifier sees: those on itself, on its entity, on the class that declares it, and
 * on the package of that class, in this order.
 *
 * @implNote Hibernate's GeneratorAnnotationHelper.findLocalizedMatch; generators of other entities are out of sight.
 */
final class GeneratorScope {

    /** The attribute and its entity. */
    private static final int OWN_LEVELS = 2;

    private final List<Annotations> levels;

    GeneratorScope(Attribute attribute, EntityBinding owner) {
        ClassDetails declaring = attribute.declaration().declaring();
        this.levels = List.of(
                attribute.declaration().annotations(),
                owner.entity.details().annotations(),
                declaring.annotations(),
                declaring.packageAnnotations());
    }

    /** The nearest generator of a kind, whatever its name is. */
    Optional<AnnotationUsage> nearest(GeneratorKind kind) {
        return all(kind).findFirst();
    }

    /** The nearest generator of a name, else the nearest one without a name. */
    Optional<AnnotationUsage> named(GeneratorKind kind, String name) {
        return all(kind)
                .filter(usage -> usage.string("name").equals(name))
                .findFirst()
                .or(() -> all(kind)
                        .filter(usage -> usage.string("name").isEmpty())
                        .findFirst());
    }

    /** The generator of exactly this name, whatever its kind is, among those of the attribute and of its entity. */
    Optional<AnnotationUsage> ofOwn(String name) {
        return named(levels.subList(0, OWN_LEVELS), name).findFirst();
    }

    /** Whether any of them has exactly this name. */
    boolean has(String name) {
        return named(levels, name).findFirst().isPresent();
    }

    private Stream<AnnotationUsage> all(GeneratorKind kind) {
        return levels.stream().flatMap(level -> kind.on(level).stream());
    }

    private static Stream<AnnotationUsage> named(List<Annotations> levels, String name) {
        return levels.stream()
                .flatMap(GeneratorKind::allOn)
                .filter(usage -> usage.string("name").equals(name));
    }
}
