package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.AttributeOrder;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.schema.model.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the relations that identifiers are derived from: what a relation with {@code @MapsId} maps has the columns of the
 * relation and none of its own.
 *
 * @implNote Source: JPA 3.2, 2.4.1. Hibernate looks for the part by its name alone, however deep it is in the identifier.
 */
final class DerivedIdentifiers {

    private final Mapping mapping;
    private final Set<Attribute> found = new HashSet<>();

    DerivedIdentifiers(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * The relation that has the columns of an attribute of an identifier: of several that claim all of it the last one, and the
     * others have columns of their own.
     *
     * @implNote Hibernate's InFlightMetadataCollectorImpl.addPropertyAnnotatedWithMapsId.
     */
    Optional<Attribute.ToOne> relation(Attribute attribute, Scope scope) {
        if (!scope.isIdentifier() || attribute instanceof Attribute.ToOne) {
            return Optional.empty();
        }
        EntityType entity = scope.owner().entity;
        boolean whole = !scope.isEmbedded() && entity.idClass().isEmpty();
        List<Attribute.ToOne> relations = AttributeOrder.ofEntity(entity.attributes()).stream()
                .filter(each -> each instanceof Attribute.ToOne)
                .map(each -> (Attribute.ToOne) each)
                .filter(toOne -> part(toOne)
                        .filter(part -> part.equals(whole ? "" : attribute.name())
                                || whole
                                        && !toOne.isInverse()
                                        && attribute instanceof Attribute.Basic
                                        && part.equals(attribute.name()))
                        .isPresent())
                .toList();
        Optional<Attribute.ToOne> relation = relations.stream().reduce((first, second) -> second);
        if (whole) {
            found.addAll(relations);
        } else if (isDirectPart(scope)) {
            relation.ifPresent(found::add);
        }
        relation.filter(toOne -> whole && part(toOne).orElse("").equals(attribute.name()))
                .ifPresent(toOne -> checkName(toOne, scope));
        relation.ifPresent(toOne -> refusePathInName(toOne, scope));
        return relation;
    }

    /** Deeper in the identifier Hibernate takes a part for the relation's, too, and then misses a direct one of that name. */
    private static boolean isDirectPart(Scope scope) {
        return !scope.isEmbedded()
                || scope.owner().entity.idClass().isEmpty() && !scope.path().contains(".");
    }

    /** What {@code @MapsId} names; empty text for the whole identifier. */
    static Optional<String> part(Attribute attribute) {
        return attribute.declaration().annotations().find(Jpa.MAPS_ID).map(usage -> usage.string("value"));
    }

    /**
     * Whether the identifier is derived from a relation. That of an entity that extends another one is bound already, and its
     * relations are like any others, which do not write their columns.
     *
     * @implNote Hibernate's PropertyBinder.getPropertyOverriddenByMapperOrMapsId asks for the relations of the class that has the
     *     identifier.
     */
    static boolean derives(Attribute.ToOne relation, Scope scope) {
        return relation.has(Jpa.MAPS_ID) && scope.owner().parent.isEmpty();
    }

    /**
     * Where names have the whole path of an attribute, Hibernate calls an unnamed column by the relation, and what refers to
     * it by the path of the part; another identifier that is derived from it has both.
     */
    private void refusePathInName(Attribute.ToOne relation, Scope scope) {
        AnnotationUsage usage =
                relation.declaration().annotations().find(Jpa.MAPS_ID).get();
        boolean named = JoinSpec.ofToOne(
                        relation.declaration().annotations(), scope.overrides().association(relation.name()))
                .columns()
                .stream()
                .anyMatch(column -> column.nonEmpty("name").isPresent());
        if (mapping.options.implicitNaming() == MappingOptions.ImplicitNaming.COMPONENT_PATH
                && usage.nonEmpty("value").isPresent()
                && !named) {
            mapping.problems.add(
                    EntityCode.MAPS_ID,
                    usage.place(),
                    relation.declaration().subject(),
                    "with names from whole paths, Hibernate calls the column by the relation, and what refers to it by the"
                            + " path of " + usage.string("value"),
                    "name the columns of the relation with @JoinColumn(name = ...)");
        }
    }

    /** Where the simple identifier is named, Hibernate renames its column before the naming strategy does. */
    private void checkName(Attribute.ToOne relation, Scope scope) {
        JoinSpec stated = JoinSpec.ofToOne(
                relation.declaration().annotations(), scope.overrides().association(relation.name()));
        for (AnnotationUsage usage : stated.columns()) {
            Optional<Name> name = usage.nonEmpty("name").map(NamingStrategy::name);
            if (name.isPresent() && !name.get().equals(mapping.naming.physical(name.get()))) {
                mapping.problems.add(
                        EntityCode.MAPS_ID,
                        relation.declaration()
                                .annotations()
                                .find(Jpa.MAPS_ID)
                                .get()
                                .place(),
                        scope.subject(relation),
                        "Hibernate makes two columns of " + name.get().text()
                                + ", one of which the naming strategy does not rename",
                        "leave the name out: @MapsId maps the whole identifier");
            }
        }
    }

    /**
     * Reports each {@code @MapsId} of an entity that names no part of its identifier, which is bound now. Hibernate does not
     * look for the part where the other side has the columns of the relation, nor where these say what they refer to: it is
     * a relation like any other then, which does not write its columns.
     */
    void check(EntityBinding binding) {
        for (Attribute attribute : binding.entity.attributes()) {
            Optional<AnnotationUsage> usage =
                    attribute.declaration().annotations().find(Jpa.MAPS_ID);
            if (usage.isEmpty() || found.contains(attribute) || !looksForPart(attribute)) {
                continue;
            }
            String part = usage.get().string("value");
            Optional<List<ColumnBinding>> columns = columns(binding.root(), part);
            if (binding.parent.isPresent() && columns.isPresent()) {
                mapping.later(
                        Mapping.Pass.CONSTRAINTS, () -> checkSubclass(binding, attribute, usage.get(), columns.get()));
            } else if (binding.parent.isEmpty() || !part.isEmpty()) {
                mapping.problems.add(
                        EntityCode.MAPS_ID,
                        usage.get().place(),
                        attribute.declaration().subject(),
                        part.isEmpty()
                                ? "the identifier has several attributes, and @MapsId does not say which one is meant"
                                : "the identifier has no attribute " + part,
                        "name in @MapsId an attribute of the identifier: " + String.join(", ", parts(binding.root())));
            }
        }
    }

    /** The columns of a part of an identifier that is bound. */
    private static Optional<List<ColumnBinding>> columns(EntityBinding root, String part) {
        return root.entity.attributes().stream()
                .filter(Attribute::isIdentifier)
                .map(identifier ->
                        identifier instanceof Attribute.Embedded ? identifier.name() + "." + part : identifier.name())
                .filter(path -> path.equals(part) || path.endsWith("." + part))
                .flatMap(path -> Optional.ofNullable(root.attributes.get(path)).stream())
                .findFirst();
    }

    /**
     * Where the relation of a class below names a part, Hibernate calls the columns of the part, which the identifier has already,
     * by the names of the relation's.
     *
     * @implNote Hibernate's TableBinder.linkJoinColumnWithValueOverridingNameIfImplicit and bindImplicitColumns.
     */
    private void checkSubclass(
            EntityBinding binding, Attribute relation, AnnotationUsage usage, List<ColumnBinding> part) {
        List<Name> names = binding.attributes.getOrDefault(relation.name(), List.of()).stream()
                .map(column -> column.name)
                .toList();
        // One that shares the key has no columns.
        if (!names.isEmpty()
                && !names.equals(part.stream().map(column -> column.name).toList())) {
            mapping.problems.add(
                    EntityCode.MAPS_ID,
                    usage.place(),
                    relation.declaration().subject(),
                    "it is in a class below that of the identifier, and Hibernate renames the column of "
                            + usage.string("value") + " as its own, after others have referred to it",
                    "move the relation to "
                            + binding.root().entity.details().simpleName()
                            + ", or leave @MapsId away and state @JoinColumn(insertable = false, updatable = false)");
        }
    }

    private static boolean looksForPart(Attribute attribute) {
        return attribute instanceof Attribute.ToOne toOne
                && !toOne.isInverse()
                && !JoinSpec.ofToOne(attribute.declaration().annotations(), Optional.empty())
                        .namesWhatItRefersTo();
    }

    private static List<String> parts(EntityBinding binding) {
        return binding.attributes.keySet().stream()
                .map(path -> path.substring(path.lastIndexOf('.') + 1))
                .sorted()
                .toList();
    }
}
