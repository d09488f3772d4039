package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.CollectionTypes;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.entity.Plural;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.map.hibernate.TimeZoneStorage;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses collections that Hibernate does not start with. */
public final class CollectionRules {

    private static final String SORT_NATURAL = "org.hibernate.annotations.SortNatural";

    private static final String SORT_COMPARATOR = "org.hibernate.annotations.SortComparator";

    private static final Set<String> SORTED = Set.of("java.util.SortedMap", "java.util.SortedSet");

    private final MappingContext context;
    private final CollectionTypes types;
    private final CollectionPlacement placement;
    private final AggregateRules aggregates;

    public CollectionRules(MappingContext context) {
        this.context = context;
        this.types = new CollectionTypes(context.evaluation);
        this.placement = new CollectionPlacement(context);
        this.aggregates = new AggregateRules(context.problems);
    }

    /** @return whether there is nothing wrong with a collection, before its columns are bound; else it is reported */
    public boolean allow(Attribute attribute, Plural plural, Scope scope) {
        if (scope.role() != Scope.Role.ATTRIBUTE) {
            context.problems.add(
                    EntityCode.MISPLACED,
                    attribute.declaration().place(),
                    scope.subject(attribute),
                    "a collection can't be part of an identifier, nor of the values or keys of another collection",
                    "make an entity of what holds it, e.g. with @OneToMany on the outer collection");
            return false;
        }
        if (!isPlural(attribute.declaration().type())) {
            context.problems.add(
                    EntityCode.MISPLACED,
                    attribute.declaration().place(),
                    scope.subject(attribute),
                    "it is mapped as a collection, and its type "
                            + attribute.declaration().type().text() + " is none",
                    "declare it as a collection, or map it as a single value, e.g. with @ManyToOne or @Any");
            return false;
        }
        Annotations annotations = attribute.declaration().annotations();
        if (!context.version.findsArgumentsOfContainers() && statesNoElements(attribute)) {
            context.problems.add(
                    EntityCode.UNKNOWN_TYPE,
                    attribute.declaration().place(),
                    scope.subject(attribute),
                    "Hibernate " + context.version.id()
                            + " does not look for the type of the values where "
                            + attribute.declaration().type().text() + " is declared",
                    "declare the attribute with type arguments, e.g. as a List<String>");
            return false;
        }
        List<AnnotationUsage> misplaced = new ArrayList<>();
        boolean sequence = plural.kind() == Plural.Kind.LIST || plural.kind() == Plural.Kind.ARRAY;
        Optional<AnnotationUsage> position = annotations.find(Jpa.ORDER_COLUMN);
        if (!sequence && position.isPresent() && !annotations.has(Jpa.COLLECTION_TYPE)) {
            context.problems.add(
                    EntityCode.MISPLACED,
                    position.get().place(),
                    scope.subject(attribute),
                    "@OrderColumn is for a list or an array, and the attribute's type is "
                            + attribute.declaration().type().text(),
                    "declare it as a List, or take it away and order with @OrderBy");
            return false;
        }
        if (annotations.has(Jpa.BAG)) {
            position.ifPresent(misplaced::add);
        }
        annotations
                .find(Jpa.COLLECTION_TYPE)
                .filter(usage -> !types.kind(annotations).equals(Optional.of(plural.kind()))
                        || annotations.has(Jpa.BAG)
                        || annotations.has(Jpa.COLLECTION_ID))
                .ifPresent(misplaced::add);
        if (attribute instanceof Attribute.ToMany toMany) {
            if (toMany.isInverse() && !toMany.manyToMany()) {
                annotations.find(Jpa.COLLECTION_TABLE).ifPresent(misplaced::add);
            }
            if (toMany.isInverse() && toMany.manyToMany()) {
                annotations.find(Jpa.ORDER_COLUMN).ifPresent(misplaced::add);
                annotations.find(Jpa.MAP_KEY_COLUMN).ifPresent(misplaced::add);
            }
        }
        if (attribute instanceof Attribute.ElementCollection elements && hasOtherPaths(plural)) {
            misplaced.add(elements.usage());
        }
        misplaced.forEach(usage -> context.refuse(usage, scope.subject(attribute)));
        checkOrder(attribute, scope);
        checkParts(attribute, plural, scope);
        return aggregates.allow(attribute, plural, scope)
                && placement.allow(attribute, plural, scope)
                && misplaced.isEmpty();
    }

    private static boolean statesNoElements(Attribute attribute) {
        return attribute.declaration().type() instanceof TypeRef.Declared type
                && type.arguments().isEmpty()
                && !type.name().startsWith("java.")
                && attribute.declaration().annotations().usages().stream()
                        .noneMatch(usage -> usage.type("targetClass").isPresent()
                                || usage.type("targetEntity").isPresent());
    }

    private boolean isPlural(TypeRef type) {
        return !(type instanceof TypeRef.Declared declared)
                || context.classes.isSubtype(declared.name(), "java.util.Collection")
                || context.classes.isSubtype(declared.name(), "java.util.Map");
    }

    private void checkOrder(Attribute attribute, Scope scope) {
        Annotations annotations = attribute.declaration().annotations();
        boolean sorted = annotations.has(SORT_NATURAL)
                || annotations.has(SORT_COMPARATOR)
                || attribute.declaration().type() instanceof TypeRef.Declared type && SORTED.contains(type.name());
        annotations
                .find(Jpa.ORDER_BY)
                .or(() -> annotations.find(Jpa.SQL_ORDER))
                .filter(usage -> sorted)
                .ifPresent(usage -> context.problems.add(
                        EntityCode.MISPLACED,
                        usage.place(),
                        scope.subject(attribute),
                        "the collection is sorted in Java already",
                        "take the annotation away, or declare the collection as one that is not sorted"));
    }

    /**
     * Reports a part without columns of a map's key or of a value in a collection.
     *
     * @implNote Hibernate's AbstractCollectionPersister.initCollectionPropertyMap ends with an
     *     ArrayIndexOutOfBoundsException; it does not look into the parts of parts.
     */
    private void checkParts(Attribute attribute, Plural plural, Scope scope) {
        if (!attribute.has(Jpa.MAP_KEY)) {
            plural.embeddableKey().ifPresent(key -> checkParts(attribute, key, scope, "the key of the map"));
        }
        if (attribute instanceof Attribute.ElementCollection) {
            plural.embeddable()
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> checkParts(attribute, value, scope, "a value of the collection"));
        }
    }

    private void checkParts(Attribute attribute, EmbeddableType whole, Scope scope, String what) {
        for (Attribute part : whole.attributes()) {
            if (part instanceof Attribute.Embedded embedded
                    && embedded.embeddable().isEmpty()) {
                context.problems.add(
                        EntityCode.MISPLACED,
                        attribute.declaration().place(),
                        scope.subject(attribute),
                        what + " embeds " + part.name()
                                + ", and Hibernate finds no attributes in it with the access type that it has here",
                        "give it attributes, or state @Access(AccessType.FIELD) on "
                                + embedded.embeddable().details().simpleName() + " if it has fields");
                return;
            }
        }
    }

    /** Whether whole paths as names are made otherwise here: those of map keys, and those that Hibernate quotes. */
    private boolean hasOtherPaths(Plural plural) {
        if (context.options.implicitNaming() != MappingOptions.ImplicitNaming.COMPONENT_PATH) {
            return false;
        }
        return plural.embeddableKey().isPresent()
                || plural.kind() != Plural.Kind.MAP
                        && plural.embeddable()
                                .map(value -> context.version.quotesPathsOfElements() || hasOtherPaths(value))
                                .orElse(false);
    }

    private boolean hasOtherPaths(EmbeddableType embeddable) {
        return embeddable.attributes().stream()
                .anyMatch(attribute -> attribute instanceof Attribute.ToOne
                        || attribute instanceof Attribute.Embedded embedded && hasOtherPaths(embedded.embeddable())
                        || attribute instanceof Attribute.Basic basic && isUnnamedWithZone(basic));
    }

    /**
     * Whether an attribute has a second column for its offset, and no name for the first.
     *
     * @implNote Hibernate's AbstractPropertyHolder.createTemporalColumn.
     */
    private boolean isUnnamedWithZone(Attribute.Basic attribute) {
        Annotations annotations = attribute.declaration().annotations();
        boolean apart = TimeZoneStorage.of(
                        attribute.declaration().type().text(),
                        annotations,
                        context.options.settings().timeZoneStorage(),
                        context.dialects)
                .filter(storage -> storage == TimeZoneStorage.COLUMN)
                .isPresent();
        return apart
                && annotations
                        .find(Jpa.COLUMN)
                        .flatMap(usage -> usage.nonEmpty("name"))
                        .isEmpty();
    }

    /** Reports a column that is two parts of one collection, e.g. key and value. */
    @SafeVarargs
    public final void checkDistinct(CollectionBinding collection, List<ColumnBinding>... parts) {
        Set<ColumnBinding> seen = new HashSet<>();
        for (List<ColumnBinding> part : parts) {
            for (ColumnBinding column : part) {
                if (!seen.add(column)) {
                    context.problems.add(
                            EntityCode.SHARED_COLUMN,
                            collection.attribute().declaration().place(),
                            collection.subject(),
                            "the column " + column.name.text() + " of " + collection.table().name
                                    + " would be two parts of the collection",
                            "name one of them otherwise with @Column(name = \"...\") or @JoinColumn(name = \"...\")");
                }
            }
        }
    }

    /**
     * Reports a column of a collection in a table of its own that is written when a row is added and not when it changes, or
     * the other way round.
     *
     * @param stated the annotation that states the table
     * @implNote Hibernate's CollectionBinder.checkConsistentColumnMutability
     */
    public void checkWritten(CollectionBinding collection, Optional<AnnotationUsage> stated) {
        List<AnnotationUsage> columns = new ArrayList<>();
        stated.ifPresent(usage -> {
            columns.addAll(usage.nestedList("joinColumns"));
            columns.addAll(usage.nestedList("inverseJoinColumns"));
        });
        if (collection.attribute() instanceof Attribute.ElementCollection
                && collection.plural().embeddable().isEmpty()) {
            collection.annotations().find(Jpa.COLUMN).ifPresent(columns::add);
        }
        columns.stream()
                .filter(usage -> usage.flag("insertable", true) != usage.flag("updatable", true))
                .findFirst()
                .ifPresent(usage -> context.problems.add(
                        EntityCode.MIXED_COLUMNS,
                        usage.place(),
                        collection.subject(),
                        "a column of a collection is written always or never, and only one of insertable and updatable"
                                + " is false",
                        "state both, or none"));
    }
}
