package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.type.ArrayTypes;
import dev.accrete.processor.map.type.JavaTypes;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reports annotations that Hibernate does not take where they stand, on classes, on attributes, and on types; it does not
 * start with most of them, and passes over an {@code @Entity} on a mapped superclass.
 *
 * @implNote Source: Hibernate 7.4, AnnotationBinder, EntityBinder.processIdPropertiesIfNotAlready, PropertyBinder,
 *     VersionJavaType, AbstractTemporalJavaType.
 */
public final class PlacementRules {

    private static final Set<String> VERSIONS = Set.of(
            "byte[]",
            "java.lang.Byte",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.sql.Timestamp",
            "java.time.Instant",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.util.Calendar",
            "java.util.Date");

    /** The only {@code @Temporal} that a type takes; of {@code Date}, {@code Calendar} and {@code Instant}, any. */
    private static final Map<String, String> TEMPORALS = Map.of(
            "java.sql.Date", "DATE",
            "java.sql.Time", "TIME",
            "java.sql.Timestamp", "TIMESTAMP",
            "java.time.LocalDate", "DATE",
            "java.time.LocalDateTime", "TIMESTAMP",
            "java.time.LocalTime", "TIME",
            "java.time.OffsetDateTime", "TIMESTAMP",
            "java.time.OffsetTime", "TIME",
            "java.time.ZonedDateTime", "TIMESTAMP");

    private final MappingContext context;
    private final AttributeTypeRules types;
    private final ConversionRules conversions;
    private final GenerationRules generation;

    public PlacementRules(MappingContext context) {
        this.context = context;
        this.types = new AttributeTypeRules(context);
        this.conversions = new ConversionRules(context);
        this.generation = new GenerationRules(context);
    }

    /** What stands on the class of an entity and on its mapped superclasses. */
    public void check(EntityType entity) {
        ClassDetails details = entity.details();
        if (details.kind() == ClassDetails.Kind.INTERFACE
                && details.annotations().has(Jpa.ENTITY)) {
            report(
                    details.annotations().find(Jpa.ENTITY).get(),
                    details.simpleName(),
                    "an interface can't be an entity",
                    "make it a class, or take @Entity away");
        }
        checkParents(details);
        entity.mappedSuperclasses().forEach(superclass -> checkParents(superclass.details()));
        if (!entity.plain()) {
            checkEmbeddablesAbove(details);
            reportSecond(details, Jpa.EMBEDDABLE, "an entity");
            reportSecond(details, Jpa.MAPPED_SUPERCLASS, "an entity");
        }
        entity.mappedSuperclasses().stream().map(EntityType.Superclass::details).forEach(this::checkSuperclass);
    }

    /**
     * What stands on the classes above a managed class, whether an entity has to do with it or not.
     *
     * @implNote Hibernate's InFlightMetadataCollectorImpl.getAnnotatedClassType, which sees those mapped superclasses that
     *     AnnotationMetadataSourceProcessorImpl.insertMappedSuperclasses finds.
     */
    public void checkManaged(ClassDetails details) {
        if (!details.annotations().has(Jpa.MAPPED_SUPERCLASS)) {
            above(details)
                    .filter(each -> each.annotations().has(Jpa.MAPPED_SUPERCLASS))
                    .forEach(each -> reportSecond(each, Jpa.EMBEDDABLE, "a mapped superclass"));
        }
    }

    /** @implNote Hibernate's EntityBinder.getSuperEntity takes an embeddable above an entity for the entity that it extends. */
    private void checkEmbeddablesAbove(ClassDetails entity) {
        above(entity)
                .takeWhile(each -> !each.annotations().has(Jpa.ENTITY))
                .filter(each -> !each.annotations().has(Jpa.MAPPED_SUPERCLASS))
                .forEach(each -> each.annotations()
                        .find(Jpa.EMBEDDABLE)
                        .ifPresent(usage -> report(
                                usage,
                                entity.simpleName(),
                                "an entity can't extend an embeddable, and " + each.simpleName() + " is one",
                                "embed it in an attribute, or move what both need to a @MappedSuperclass")));
    }

    private Stream<ClassDetails> above(ClassDetails details) {
        return Stream.iterate(superclass(details), Optional::isPresent, each -> each.flatMap(this::superclass))
                .map(Optional::get);
    }

    private Optional<ClassDetails> superclass(ClassDetails details) {
        return details.superclass().flatMap(use -> context.classes.find(use.name()));
    }

    private void checkSuperclass(ClassDetails details) {
        if (details.annotations().has(Jpa.MAPPED_SUPERCLASS)) {
            ofEntities(details, Jpa.TABLE, "a mapped superclass has no table");
            ofEntities(details, Jpa.INHERITANCE, "a mapped superclass begins no hierarchy");
        }
    }

    private void ofEntities(ClassDetails details, String annotation, String problem) {
        details.annotations()
                .find(annotation)
                .ifPresent(usage -> report(
                        usage,
                        details.simpleName(),
                        problem,
                        "state @" + simpleName(annotation) + " on the entities that extend it"));
    }

    private void checkParents(ClassDetails details) {
        Stream.of(details.fields(), details.getters())
                .flatMap(List::stream)
                .forEach(member -> member.annotations()
                        .find(Jpa.PARENT)
                        .ifPresent(usage -> report(
                                usage,
                                details.simpleName() + "." + member.name(),
                                "@Parent is for an attribute of an embeddable",
                                "take it away, or move it to the embeddable that refers to its owner")));
    }

    private void reportSecond(ClassDetails details, String annotation, String what) {
        details.annotations()
                .find(annotation)
                .ifPresent(usage -> report(
                        usage,
                        details.simpleName(),
                        what + " can't be @" + simpleName(annotation) + " as well",
                        "keep one of the two annotations, and move what both need to a @MappedSuperclass"));
    }

    /** What stands on an attribute. */
    public void check(Attribute attribute, Scope scope, String subject) {
        Annotations annotations = attribute.declaration().annotations();
        generation.checkParts(attribute, scope, subject);
        if (annotations.usages().isEmpty()) {
            return;
        }
        types.check(attribute, scope);
        conversions.check(attribute, scope);
        generation.check(attribute, scope, subject);
        boolean identifies = scope.isIdentifier() || attribute.isIdentifier();
        annotations
                .find(Jpa.VERSION)
                .filter(usage -> identifies || !(attribute instanceof Attribute.Basic))
                .ifPresent(usage -> report(
                        usage,
                        subject,
                        "a version is an attribute of its own, with a value in one column",
                        "take @Version away, or move it to such an attribute, e.g. @Version long version;"));
        annotations
                .find(Jpa.PROPERTY_REF)
                .filter(usage -> !(attribute instanceof Attribute.ToOne toOne) || toOne.isInverse())
                .ifPresent(usage -> context.refuse(usage, subject));
        annotations.all(Jpa.CONVERT, Jpa.CONVERT + "s").stream()
                .filter(usage -> annotations.has(Jpa.EMBEDDED)
                        && usage.string("attributeName").isEmpty())
                .forEach(usage -> report(
                        usage,
                        subject,
                        "@Convert on an embedded value has to say which attribute of it is meant",
                        "name it in attributeName, or take @Embedded away to convert the value as a whole"));
        annotations
                .find(Jpa.EMBEDDED_TABLE)
                .filter(usage -> scope.isEmbedded() || !(attribute instanceof Attribute.Embedded))
                .ifPresent(
                        usage -> report(
                                usage,
                                subject,
                                "@EmbeddedTable is for embedded values of entities and mapped superclasses",
                                "move it to the attribute of the entity, or state the table of a collection with @CollectionTable"));
        annotations
                .find(Jpa.MAPS_ID)
                .filter(usage -> !(attribute instanceof Attribute.ToOne))
                .ifPresent(usage -> report(
                        usage,
                        subject,
                        "@MapsId is for a to-one relation",
                        "move it to the relation that the identifier is taken from, or take it away"));
        if (scope.isEmbedded()) {
            annotations
                    .find(Jpa.ID)
                    .ifPresent(
                            usage -> report(
                                    usage,
                                    subject,
                                    "an attribute of an embeddable can't have an @Id",
                                    "take it away: @EmbeddedId on the attribute that embeds it says that all of it identifies"));
            annotations
                    .find(Jpa.VERSION)
                    .ifPresent(usage -> report(
                            usage,
                            subject,
                            "an attribute of an embeddable can't have a @Version",
                            "move it to the entity"));
        }
    }

    /**
     * What stands on a value in a column.
     *
     * @param type the type of the attribute, of the elements in a collection or of the keys of a map
     */
    public void checkType(TypeRef type, Annotations annotations, String subject) {
        if (annotations.usages().isEmpty()) {
            return;
        }
        annotations
                .find(Jpa.VERSION)
                .filter(usage -> !VERSIONS.contains(JavaTypes.boxed(type).text()))
                .filter(usage -> !annotations.has(Jpa.TYPE) && !annotations.has(Jpa.JAVA_TYPE))
                .ifPresent(usage -> report(
                        usage,
                        subject,
                        type.text() + " can't be a version",
                        "declare it as long, int, or a type of date and time, e.g. @Version long version;"));
        TypeRef element = ArrayTypes.element(type);
        String only = TEMPORALS.get(element.text());
        annotations
                .find(Jpa.TEMPORAL)
                .filter(usage -> only != null && !usage.constant("value").equals(only))
                .ifPresent(usage -> report(
                        usage,
                        subject,
                        "a " + element.text() + " can't be stored as TemporalType." + usage.constant("value"),
                        "leave @Temporal away, or declare another type"));
    }

    private void report(AnnotationUsage usage, String subject, String problem, String fix) {
        context.problems.add(EntityCode.MISPLACED, usage.place(), subject, problem, fix);
    }

    private static String simpleName(String annotation) {
        return annotation.substring(annotation.lastIndexOf('.') + 1);
    }
}
