package dev.accrete.processor.map.generator;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The generators that are known to all entities by their names: those on packages, and where generators are global those on
 * classes and on the generated identifiers too.
 *
 * @implNote Hibernate's GlobalRegistrationsImpl.collectIdGenerators; 6.6's GeneratorBinder.buildGenerators, which reads all of
 *     them anyway.
 */
final class GlobalGenerators {

    private record Registration(String name, AnnotationUsage usage) {}

    private final MappingContext context;
    private final Predicate<Annotations> ownGenerator;
    private final boolean everywhere;
    private final List<Registration> all = new ArrayList<>();
    private final Set<String> classes = new HashSet<>();
    private final Set<String> packages = new HashSet<>();

    /** @param ownGenerator whether an annotation on an attribute is its generator itself */
    GlobalGenerators(MappingContext context, Predicate<Annotations> ownGenerator) {
        this.context = context;
        this.ownGenerator = ownGenerator;
        this.everywhere = context.options.settings().globalGenerators();
        context.model.entities().forEach(this::collect);
    }

    /** The generator of a kind and a name; the one that was read last. */
    Optional<AnnotationUsage> find(GeneratorKind kind, String name) {
        return named(name).filter(usage -> GeneratorKind.of(usage) == kind).reduce((first, second) -> second);
    }

    /** The generators of a name, of any kind. */
    Stream<AnnotationUsage> named(String name) {
        return all.stream().filter(each -> each.name().equals(name)).map(Registration::usage);
    }

    private boolean readsClasses() {
        return everywhere || !context.version.findsGeneratorsByKind();
    }

    private void collect(EntityType entity) {
        collect(Optional.of(entity.details()));
        entity.attributes().forEach(attribute -> collectEmbeddables(attribute, entity));
        if (readsClasses() && entity.parent().isEmpty()) {
            entity.attributes().stream()
                    .filter(Attribute::isIdentifier)
                    .forEach(attribute -> collectIdentifier(attribute, entity));
            // Hibernate reads them for the id class, and once more for what the entity has of it.
            entity.idClass().stream()
                    .flatMap(type -> entity.attributes().stream())
                    .filter(Attribute::isIdentifier)
                    .forEach(attribute -> collectIdentifier(attribute, entity));
        }
    }

    private void collectEmbeddables(Attribute attribute, EntityType entity) {
        if (attribute instanceof Attribute.Embedded embedded) {
            collect(Optional.of(embedded.embeddable().details()));
            embedded.embeddable().attributes().forEach(each -> collectEmbeddables(each, entity));
        }
    }

    /** A class and those that it extends, which have not been read yet. */
    private void collect(Optional<ClassDetails> read) {
        Optional<ClassDetails> next = read;
        while (next.isPresent() && classes.add(next.get().name())) {
            ClassDetails details = next.get();
            if (packages.add(details.packageName())) {
                add(details.packageAnnotations(), Optional.empty(), details);
            }
            if (readsClasses()) {
                add(details.annotations(), Optional.of(details), details);
            }
            next = details.superclass().map(TypeRef.Declared::name).flatMap(context.classes::find);
        }
    }

    private void collectIdentifier(Attribute attribute, EntityType entity) {
        Annotations annotations = attribute.declaration().annotations();
        if (annotations.has(Jpa.GENERATED_VALUE) && !ownGenerator.test(annotations)) {
            add(annotations, Optional.of(attribute.declaration().declaring()), entity.details());
        }
        if (attribute instanceof Attribute.Embedded embedded) {
            embedded.embeddable().attributes().forEach(each -> collectIdentifier(each, entity));
        }
    }

    /** @param declaring whose name is that of a generator without one; empty for a package */
    private void add(Annotations annotations, Optional<ClassDetails> declaring, ClassDetails subject) {
        GeneratorKind.allOn(annotations).forEach(usage -> add(name(usage, declaring), usage, subject));
    }

    private void add(String name, AnnotationUsage usage, ClassDetails subject) {
        if (everywhere && named(name).anyMatch(other -> isClash(other, usage))) {
            context.problems.add(
                    EntityCode.GENERATOR_CONFLICT,
                    usage.place(),
                    subject.simpleName(),
                    "another generator has the name \"" + name
                            + "\" too, and with accrete.global_generators names are unique",
                    "give it a name of its own; one on an attribute of a mapped superclass counts once for each entity,"
                            + " so declare it on the class");
        }
        all.add(new Registration(name, usage));
    }

    /** Lately Hibernate takes no second generator of a name, however alike they are. */
    private boolean isClash(AnnotationUsage known, AnnotationUsage usage) {
        return context.version.findsGeneratorsByKind() || differ(known, usage);
    }

    /** Whether two generators are declared otherwise. */
    static boolean differ(AnnotationUsage first, AnnotationUsage second) {
        return !first.name().equals(second.name()) || !first.explicit().equals(second.explicit());
    }

    /** One without a name lately has that of its entity or class. */
    private String name(AnnotationUsage usage, Optional<ClassDetails> declaring) {
        String stated = usage.string("name");
        return stated.isBlank() && context.version.findsGeneratorsByKind()
                ? declaring.map(GlobalGenerators::nameOf).orElse("package-info")
                : stated;
    }

    private static String nameOf(ClassDetails details) {
        String binary = details.binaryName();
        return details.annotations()
                .find(Jpa.ENTITY)
                .flatMap(entity -> entity.nonEmpty("name"))
                .orElse(binary.substring(binary.lastIndexOf('.') + 1));
    }
}
