package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityModel;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The generators that an attribute of an identifier sees: those on itself, on its entity, on the class that declares it, and
 * on the package of that class, in this order.
 *
 * @implNote Hibernate's GeneratorAnnotationHelper.findLocalizedMatch; generators of other entities are out of sight.
 */
final class GeneratorScope {

    private final List<Annotations> levels;

    /** Those of all entities, which are told apart by their names. */
    static GeneratorScope global(EntityModel model) {
        List<Annotations> levels = new ArrayList<>();
        for (EntityType entity : model.entities()) {
            entity.attributes().forEach(attribute -> {
                ClassDetails declaring = attribute.declaration().declaring();
                levels.add(attribute.declaration().annotations());
                levels.add(declaring.annotations());
                levels.add(declaring.packageAnnotations());
            });
            levels.add(entity.details().annotations());
            levels.add(entity.details().packageAnnotations());
        }
        return new GeneratorScope(levels);
    }

    private GeneratorScope(List<Annotations> levels) {
        this.levels = List.copyOf(levels);
    }

    GeneratorScope(Attribute attribute, EntityBinding owner) {
        ClassDetails declaring = attribute.declaration().declaring();
        this.levels = List.of(
                attribute.declaration().annotations(),
                owner.entity.details().annotations(),
                declaring.annotations(),
                declaring.packageAnnotations());
    }

    /** The nearest generator of a kind, whatever its name is. */
    Optional<AnnotationUsage> nearest(String annotation, String container) {
        return levels.stream()
                .flatMap(level -> level.all(annotation, container).stream())
                .findFirst();
    }

    /** The generator of exactly this name. */
    Optional<AnnotationUsage> exactly(String annotation, String container, String name) {
        return levels.stream()
                .flatMap(level -> level.all(annotation, container).stream())
                .filter(usage -> usage.string("name").equals(name))
                .findFirst();
    }

    /** The nearest generator of a name, else the nearest one without a name. */
    Optional<AnnotationUsage> named(String annotation, String container, String name) {
        List<AnnotationUsage> all = levels.stream()
                .flatMap(level -> level.all(annotation, container).stream())
                .toList();
        return all.stream()
                .filter(usage -> usage.string("name").equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(usage -> usage.string("name").isEmpty())
                        .findFirst());
    }
}
