package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.type.JavaTypes;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reports annotations that generate values where Hibernate does not start with them. */
final class GenerationRules {

    /** What an UUID can be generated for. */
    private static final Set<String> UUIDS = Set.of("byte[]", "java.lang.String", "java.util.UUID");

    /** What makes a value while a row is written, and none of an identifier. */
    private static final List<String> OF_ROWS = List.of(
            Jpa.CREATION_TIMESTAMP, Jpa.UPDATE_TIMESTAMP, Jpa.CURRENT_TIMESTAMP, Jpa.GENERATED_COLUMN, Jpa.FORMULA);

    private static final List<String> TIMESTAMPS =
            List.of(Jpa.CREATION_TIMESTAMP, Jpa.UPDATE_TIMESTAMP, Jpa.CURRENT_TIMESTAMP);

    private static final Set<String> BY_DATABASE = Set.of(Jpa.GENERATED, Jpa.GENERATED_COLUMN);

    private final MappingContext context;

    GenerationRules(MappingContext context) {
        this.context = context;
    }

    void check(Attribute attribute, Scope scope, String subject) {
        Annotations annotations = attribute.declaration().annotations();
        checkUuid(attribute, subject);
        checkTenant(attribute, subject);
        checkGenerators(attribute, scope);
        boolean identifies = scope.isIdentifier() || attribute.isIdentifier();
        annotations
                .find(Jpa.GENERATED_VALUE)
                .filter(usage -> !identifies)
                .ifPresent(usage -> report(
                        usage,
                        subject,
                        "@GeneratedValue is for identifiers, and the attribute is not part of one",
                        "take it away, or let the database make the value with @Generated and @ColumnDefault"));
        if (identifies && attribute instanceof Attribute.Basic && isAsked(scope)) {
            ofRow(annotations, subject);
        }
        if (isPlural(attribute)) {
            TIMESTAMPS.stream()
                    .flatMap(name -> annotations.find(name).stream())
                    .forEach(usage -> report(
                            usage,
                            subject,
                            "@" + usage.simpleName() + " is for one value, and not for a collection of them",
                            "move it to an attribute of its own, or to one of an embeddable in the collection"));
        }
    }

    /**
     * Reports several annotations that make one value, and a version that is not made with each row that is written.
     *
     * @implNote Hibernate's GeneratorBinder.createValueGeneratorFromAnnotations, createIdGeneratorsFromGeneratorAnnotations
     *     and checkVersionGenerationAlways.
     */
    private void checkGenerators(Attribute attribute, Scope scope) {
        boolean identifies = scope.isIdentifier() || attribute.isIdentifier();
        if (!(attribute instanceof Attribute.Basic) || identifies && !isAsked(scope)) {
            return;
        }
        Annotations annotations = attribute.declaration().annotations();
        List<AnnotationUsage> generators = annotations.usages().stream()
                .filter(usage -> generates(usage, identifies))
                .toList();
        if (generators.size() > 1) {
            report(
                    generators.get(1),
                    scope.subject(attribute),
                    "@" + generators.get(0).simpleName() + " and @"
                            + generators.get(1).simpleName() + " both make its value",
                    "keep one of the two annotations, or give the other one an attribute of its own");
        } else if (!generators.isEmpty() && annotations.has(Jpa.VERSION)) {
            checkEvents(generators.get(0), scope.subject(attribute));
        }
    }

    /**
     * Reports an embedded value of which the database makes a part, and others not: it was made as a whole once. What is
     * deeper in it, and what collections hold, is not made at all there.
     *
     * @implNote CompositeGeneratorBuilder of 6.6, and createCompositeOnExecutionGenerator there.
     */
    void checkParts(Attribute attribute, Scope scope, String subject) {
        if (context.version.generatesPartsOfEmbeddables()
                || !(attribute instanceof Attribute.Embedded embedded)
                || attribute.isIdentifier()
                || scope.isIdentifier()
                || scope.isEmbedded()) {
            return;
        }
        List<Attribute> parts = embedded.embeddable().allAttributes().toList();
        Optional<AnnotationUsage> made =
                parts.stream().flatMap(GenerationRules::byDatabase).findFirst();
        parts.stream()
                .filter(part -> made.isPresent() && byDatabase(part).findAny().isEmpty())
                .findFirst()
                .ifPresent(other -> report(
                        made.get(),
                        subject,
                        "the database makes a part of the embedded value, and not " + other.name() + ", and Hibernate "
                                + context.version.id() + " does not start with that",
                        "move what the database makes to the entity itself, or let it make all parts"));
    }

    /** What lets the database make the value. */
    private static Stream<AnnotationUsage> byDatabase(Attribute attribute) {
        return attribute.declaration().annotations().usages().stream()
                .filter(usage -> BY_DATABASE.contains(usage.name())
                        || TIMESTAMPS.contains(usage.name())
                                && usage.constant("source").equals("DB"));
    }

    private boolean generates(AnnotationUsage usage, boolean identifies) {
        return context.classes
                .find(usage.name())
                .map(ClassDetails::annotations)
                .filter(carried ->
                        carried.has(Jpa.VALUE_GENERATION_TYPE) || identifies && carried.has(Jpa.ID_GENERATOR_TYPE))
                .isPresent();
    }

    private void checkEvents(AnnotationUsage generator, String subject) {
        List<?> events = generator.list("event");
        boolean always = events.isEmpty()
                || Stream.of("INSERT", "UPDATE")
                        .allMatch(event -> events.stream()
                                .anyMatch(each -> each instanceof AnnotationUsage.EnumConstant constant
                                        && constant.constant().equals(event)));
        if (!always || generator.name().equals(Jpa.CREATION_TIMESTAMP)) {
            report(
                    generator,
                    subject,
                    "a version is made when a row is inserted and when it is updated, and @" + generator.simpleName()
                            + " does not make it both times",
                    "take the annotation away, or state both events");
        }
    }

    /**
     * Reports a tenant of another type than that of the first entity that has one.
     *
     * @implNote Hibernate's TenantIdBinder compares them for the filter that all have in common.
     */
    private void checkTenant(Attribute attribute, String subject) {
        attribute
                .declaration()
                .annotations()
                .find(Jpa.TENANT_ID)
                .ifPresent(usage -> context.model.entities().stream()
                        .flatMap(entity -> entity.attributes().stream())
                        .filter(other -> other.declaration().annotations().has(Jpa.TENANT_ID))
                        .findFirst()
                        .filter(first -> !typeOf(first).equals(typeOf(attribute)))
                        .ifPresent(first -> report(
                                usage,
                                subject,
                                "the tenant of " + first.declaration().subject() + " is a " + typeOf(first)
                                        + ", and Hibernate wants one type for all",
                                "declare both with one type")));
    }

    private static String typeOf(Attribute attribute) {
        return JavaTypes.boxed(attribute.declaration().type()).text();
    }

    /**
     * Whether Hibernate asks for what generates an identifier, or a part of one.
     *
     * @implNote GeneratorBinder.createIdGeneratorsFromGeneratorAnnotations; 6.6 asks for that of a whole identifier alone.
     */
    private boolean isAsked(Scope scope) {
        return context.version.generatesPartsOfKeys() || !scope.isEmbedded();
    }

    private void ofRow(Annotations annotations, String subject) {
        OF_ROWS.stream()
                .flatMap(name -> annotations.find(name).stream())
                .forEach(usage -> report(
                        usage,
                        subject,
                        "@" + usage.simpleName() + " makes no value of an identifier",
                        "take it away and assign the value, or generate it with @GeneratedValue"));
    }

    private static boolean isPlural(Attribute attribute) {
        return attribute instanceof Attribute.ElementCollection
                || attribute instanceof Attribute.ToMany
                || attribute instanceof Attribute.ManyToAny;
    }

    private void checkUuid(Attribute attribute, String subject) {
        Annotations annotations = attribute.declaration().annotations();
        String type = attribute.declaration().type().text();
        boolean value = attribute instanceof Attribute.Basic
                || attribute instanceof Attribute.Embedded && attribute.isIdentifier();
        if (value && !UUIDS.contains(type)) {
            annotations
                    .find(Jpa.UUID_GENERATOR)
                    .or(() -> annotations
                            .find(Jpa.GENERATED_VALUE)
                            .filter(usage -> usage.constant("strategy").equals("UUID")))
                    .ifPresent(usage -> report(
                            usage,
                            subject,
                            "an UUID can't be generated for " + type,
                            "declare the attribute as java.util.UUID or String, or generate another value"));
        }
    }

    private void report(AnnotationUsage usage, String subject, String problem, String fix) {
        context.problems.add(EntityCode.MISPLACED, usage.place(), subject, problem, fix);
    }
}
