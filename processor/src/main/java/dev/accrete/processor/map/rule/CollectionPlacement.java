package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.entity.Plural;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reports annotations that Hibernate does not take on a collection of a kind.
 *
 * @implNote Hibernate's CollectionBinder: bindCollectionSecondPass, detectMappedByProblem, handleOnDelete,
 *     handleWhere, and PropertyBinder's check of what stands together.
 */
final class CollectionPlacement {

    private final MappingContext context;

    CollectionPlacement(MappingContext context) {
        this.context = context;
    }

    /** @return whether there is nothing to report */
    boolean allow(Attribute attribute, Plural plural, Scope scope) {
        Annotations annotations = attribute.declaration().annotations();
        String subject = scope.subject(attribute);
        List<Problem> problems = Stream.of(
                        ofKind(attribute, plural, annotations),
                        ofParts(attribute, plural, annotations),
                        ofRowsOfRelation(attribute, plural, annotations))
                .flatMap(each -> each)
                .toList();
        problems.forEach(problem -> context.problems.add(
                EntityCode.MISPLACED, problem.usage().place(), subject, problem.text(), problem.fix()));
        return problems.isEmpty();
    }

    private record Problem(AnnotationUsage usage, String text, String fix) {}

    private Stream<Problem> ofKind(Attribute attribute, Plural plural, Annotations annotations) {
        List<AnnotationUsage> columns = annotations.all(Jpa.JOIN_COLUMN, Jpa.JOIN_COLUMNS);
        if (attribute instanceof Attribute.ElementCollection) {
            return Stream.concat(
                    columns.stream()
                            .map(usage -> new Problem(
                                    usage,
                                    "the values of the collection have a table of their own",
                                    "state the column in @CollectionTable(joinColumns = ...)")),
                    annotations.find(Jpa.JOIN_TABLE).stream()
                            .filter(usage ->
                                    !usage.nestedList("inverseJoinColumns").isEmpty())
                            .filter(usage -> !isEntity(plural.element()))
                            .map(usage -> new Problem(
                                    usage,
                                    plural.element().text() + " is no entity that join columns could refer to",
                                    "take inverseJoinColumns away, or state the value's column with @Column")));
        }
        if (!(attribute instanceof Attribute.ToMany toMany) || toMany.manyToMany()) {
            return Stream.of();
        }
        Stream<Problem> notFound = annotations.find(Jpa.NOT_FOUND).stream()
                .map(usage -> new Problem(
                        usage,
                        "@NotFound is for a reference and for a many-to-many relation",
                        "take it away, or move it to the @ManyToOne of the other side"));
        Stream<Problem> onDelete = annotations.find(Jpa.ON_DELETE).stream()
                .filter(usage -> !toMany.isInverse() && columns.isEmpty())
                .map(usage -> new Problem(
                        usage,
                        "@OnDelete is about the column that refers to this side, and the relation has a table of its own",
                        "state the column with @JoinColumn, or take @OnDelete away"));
        Stream<Problem> elements = columns.stream()
                .filter(usage -> !toMany.isInverse() && annotations.has(Jpa.ELEMENT_COLLECTION))
                .map(usage -> new Problem(
                        usage,
                        "with @ElementCollection the relation has a table of its own",
                        "keep one of @OneToMany and @ElementCollection"));
        Stream<Problem> softDelete = annotations.find(Jpa.SOFT_DELETE).stream()
                .map(usage -> new Problem(
                        usage,
                        "@SoftDelete is for rows of a many-to-many relation and of values",
                        "state it on the entities in the collection, or take it away"));
        return Stream.of(notFound, onDelete, elements, softDelete).flatMap(each -> each);
    }

    /** Hibernate takes what has an override of a part for an embeddable, and a text's fields for its attributes. */
    private Stream<Problem> ofParts(Attribute attribute, Plural plural, Annotations annotations) {
        boolean elements = attribute instanceof Attribute.ElementCollection
                && plural.embeddable().isEmpty();
        boolean map = plural.kind() == Plural.Kind.MAP;
        boolean keys = map
                && plural.embeddableKey().isEmpty()
                && plural.key().filter(this::isEntity).isEmpty();
        return annotations.all(Jpa.ATTRIBUTE_OVERRIDE, Jpa.ATTRIBUTE_OVERRIDES).stream()
                .filter(usage -> elements && (!map || usage.string("name").startsWith("value."))
                        || keys && usage.string("name").startsWith("key."))
                .map(usage -> new Problem(
                        usage,
                        "there is no attribute " + usage.string("name") + ": the "
                                + (map && usage.string("name").startsWith("key.") ? "keys" : "values")
                                + " are no embeddables",
                        map
                                ? "state the columns with @MapKeyColumn and @Column"
                                : "state the column of the values with @Column"));
    }

    /** Conditions on rows that refer to both sides: CollectionBinder.handleWhere and addFilterJoinTable. */
    private Stream<Problem> ofRowsOfRelation(Attribute attribute, Plural plural, Annotations annotations) {
        if (hasRowsOfRelation(attribute, plural, annotations)) {
            return Stream.of();
        }
        return Stream.concat(
                        annotations.find(Jpa.SQL_JOIN_TABLE_RESTRICTION).stream()
                                .filter(usage -> !usage.string("value").isBlank()),
                        annotations.all(Jpa.FILTER_JOIN_TABLE, Jpa.FILTER_JOIN_TABLES).stream())
                .map(usage -> new Problem(
                        usage,
                        "the condition is on rows of a table between two entities, and there is none",
                        "state the condition with @SQLRestriction or @Filter, or the table with @JoinTable"));
    }

    /** CollectionBinder.noAssociationTable. */
    private boolean hasRowsOfRelation(Attribute attribute, Plural plural, Annotations annotations) {
        if (!(attribute instanceof Attribute.ToMany toMany)) {
            return !(attribute instanceof Attribute.ElementCollection) || isEntity(plural.element());
        }
        if (toMany.manyToMany() || annotations.has(Jpa.JOIN_TABLE)) {
            return true;
        }
        if (!toMany.isInverse()) {
            return annotations.all(Jpa.JOIN_COLUMN, Jpa.JOIN_COLUMNS).isEmpty();
        }
        return context.model
                .find(toMany.target())
                .flatMap(entity -> InverseRules.find(entity, toMany.usage().string("mappedBy")))
                .filter(owner -> owner instanceof Attribute.ToOne && !isInJoinedTable(owner))
                .isEmpty();
    }

    /** Whether a relation's columns are in another table than its entity's. */
    private static boolean isInJoinedTable(Attribute owner) {
        Annotations annotations = owner.declaration().annotations();
        return annotations.has(Jpa.JOIN_TABLE)
                || annotations.all(Jpa.JOIN_COLUMN, Jpa.JOIN_COLUMNS).stream()
                        .anyMatch(column -> column.nonEmpty("table").isPresent());
    }

    private boolean isEntity(TypeRef type) {
        return context.model.find(type.text()).isPresent();
    }
}
