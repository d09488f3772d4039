package dev.accrete.processor.map.generator;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityModel;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** The generator of exactly this name, whatever its kind is, among those of the attribute and of its entity. */
    Optional<AnnotationUsage> ofCollection(String name) {
        return named(levels.subList(0, OWN_LEVELS), name).findFirst();
    }

    /**
     * The generator of a name, whatever its kind is: that of the attribute or of the entity, else the one that Hibernate has
     * read last. It reads classes before those that extend them; which of others it reads first is not known.
     *
     * @implNote Hibernate 6.6's GeneratorBinder.makeIdentifierGeneratorDefinition.
     */
    Optional<AnnotationUsage> ofAnyKind(String name, Generators.Generated generated, MappingContext context) {
        boolean everywhere = context.options.settings().globalGenerators();
        Optional<AnnotationUsage> own =
                named(levels.subList(0, OWN_LEVELS), name).findFirst();
        if (own.isPresent() && !everywhere) {
            return own;
        }
        List<AnnotationUsage> all = named(global(context.model).levels, name).toList();
        List<AnnotationUsage> above = named(levels, name).toList();
        boolean same = all.stream()
                        .map(usage -> Map.entry(usage.name(), usage.explicit()))
                        .distinct()
                        .count()
                <= 1;
        if (!same || above.isEmpty() && !all.isEmpty() && !everywhere) {
            context.problems.add(
                    EntityCode.UNSURE_GENERATOR,
                    generated.by().place(),
                    generated.subject(),
                    "the generator \"" + name + "\" is declared on other classes, and which of them Hibernate "
                            + context.version.id() + " reads first" + " decides whether it is found",
                    "declare it on " + generated.owner().entity.details().simpleName() + " too");
        }
        return all.stream().findFirst();
    }

    private static Stream<AnnotationUsage> named(List<Annotations> levels, String name) {
        return levels.stream()
                .flatMap(level -> Stream.of(
                        level.all(Jpa.TABLE_GENERATOR, Jpa.TABLE_GENERATORS),
                        level.all(Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS),
                        level.find(Jpa.GENERIC_GENERATOR).stream().toList()))
                .flatMap(List::stream)
                .filter(usage -> usage.string("name").equals(name));
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
