package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.AttributeOrder;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.map.type.JavaTypes;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binds the attributes that identify an entity that extends none: one {@code @Id}, several, with or without an
 * {@code @IdClass}, or an {@code @EmbeddedId}.
 *
 * @implNote Source: JPA 3.2, 2.4; Hibernate's EntityBinder (mapAsIdClass and what follows).
 */
final class RootIdentifiers {

    /** On a member of an id class, each of these makes Hibernate map the id class instead of the entity's attributes. */
    private static final Set<String> MAPPING_ID_CLASS = Set.of(
            Jpa.COLUMN,
            Jpa.ONE_TO_MANY,
            Jpa.MANY_TO_ONE,
            Jpa.ID,
            Jpa.GENERATED_VALUE,
            Jpa.ONE_TO_ONE,
            Jpa.MANY_TO_MANY);

    private final Mapping mapping;
    private final Map<EntityBinding, List<ColumnBinding>> sorted = new HashMap<>();

    RootIdentifiers(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The columns of the identifier in the order in which Hibernate walks its attributes. */
    List<ColumnBinding> bind(EntityBinding binding) {
        EntityType entity = binding.entity;
        List<Attribute> attributes =
                entity.attributes().stream().filter(Attribute::isIdentifier).toList();
        if (attributes.isEmpty() && !entity.plain()) {
            missing(entity);
        }
        List<Attribute> ordered = entity.plain() ? attributes : AttributeOrder.ofEntity(attributes);
        Optional<EmbeddableType> idClass = entity.idClass().filter(type -> !isIdentifierOfTarget(type, attributes));
        binding.identifiedByClass = idClass.isPresent();
        if (idClass.isPresent()) {
            List<Attribute> members = AttributeOrder.ofIdClass(idClass.get());
            if (isMapped(idClass.get())) {
                ordered = members.stream()
                        .map(member -> relation(entity, member).orElse(member))
                        .toList();
                List<ColumnBinding> columns = bind(binding, ordered, ordered);
                settleRelations(binding, members);
                return columns;
            }
            ordered = matching(entity, members);
            checkMatched(entity, attributes, ordered);
            List<ColumnBinding> columns = bind(binding, attributes, ordered);
            settleRelations(binding, members);
            return columns;
        }
        return bind(binding, attributes, ordered);
    }

    /** Relations have the columns that the id class's attributes of their names would have. */
    private void settleRelations(EntityBinding binding, List<Attribute> members) {
        Scope scope = Scope.of(binding, Scope.Role.IDENTIFIER);
        for (Attribute member : members) {
            relation(binding.entity, member).ifPresent(relation -> {
                checkTypes((Attribute.ToOne) relation);
                List<ColumnBinding> columns = mapping.attributes.bind(relation, scope);
                mapping.derivedColumns.settle(member, (Attribute.ToOne) relation, false, scope, columns);
            });
        }
    }

    /**
     * Hibernate gives the columns of a relation to an entity with an id class the types that the members of that class have in
     * Java, whatever stands on them, sometimes with a check, and sometimes the entity's own columns, too.
     */
    private void checkTypes(Attribute.ToOne relation) {
        Optional<EntityType> target = mapping.model.find(relation.target());
        for (Attribute member : target.flatMap(EntityType::idClass)
                .map(EmbeddableType::attributes)
                .orElse(List.of())) {
            target.get().attributes().stream()
                    .filter(each -> each instanceof Attribute.Basic
                            && member instanceof Attribute.Basic
                            && each.name().equals(member.name()))
                    .filter(each -> mapping.types.isEnum(member.declaration().type())
                            || !type(each, each.declaration().annotations()).equals(type(each, Annotations.none())))
                    .forEach(each -> mapping.problems.add(
                            EntityCode.ID_CLASS,
                            relation.declaration().place(),
                            relation.declaration().subject(),
                            "Hibernate gives its column the type that "
                                    + each.declaration().subject() + " would have without its annotations",
                            "let " + each.declaration().declaring().simpleName() + " have an @EmbeddedId, or "
                                    + each.name() + " another type"));
        }
    }

    /** The type that an attribute has with some annotations and its own {@code @Column}. */
    private Optional<ColumnType> type(Attribute attribute, Annotations annotations) {
        Declaration declaration = attribute.declaration();
        return mapping.types.of(
                declaration.type(),
                annotations,
                ColumnSpec.of(declaration.annotations().find(Jpa.COLUMN), declaration.place()));
    }

    /** Columns come into the table as they are declared, and into the key as Hibernate walks the attributes. */
    private List<ColumnBinding> bind(EntityBinding binding, List<Attribute> declared, List<Attribute> ordered) {
        Scope scope = Scope.of(binding, Scope.Role.IDENTIFIER);
        declared.stream().filter(ordered::contains).forEach(attribute -> mapping.attributes.bind(attribute, scope));
        Set<ColumnBinding> columns = new LinkedHashSet<>();
        ordered.forEach(attribute -> columns.addAll(mapping.attributes.bind(attribute, scope)));
        columns.forEach(column -> column.nullable = false);
        ordered.stream()
                .filter(Attribute.Embedded.class::isInstance)
                .forEach(attribute -> mapping.attributes.bind(attribute, scope).stream()
                        .findFirst()
                        .ifPresent(column -> mapping.generators.apply(attribute, scope, column)));
        Set<ColumnBinding> byName = new LinkedHashSet<>();
        boolean ofRecord = binding.entity
                .idClass()
                .filter(type -> type.details().kind() == ClassDetails.Kind.RECORD)
                .isPresent();
        // Hibernate sorts the attributes of a class, and leaves the components of a record as they are.
        ordered.stream()
                .sorted(ofRecord ? (first, second) -> 0 : Comparator.comparing(Attribute::name))
                .forEach(attribute -> byName.addAll(mapping.attributes.bind(attribute, scope)));
        sorted.put(binding, List.copyOf(byName));
        return List.copyOf(columns);
    }

    /** The columns of an identifier that is bound, by the names of its attributes, as later keys list them. */
    List<ColumnBinding> sorted(EntityBinding binding) {
        return sorted.getOrDefault(binding, binding.identifier.orElse(List.of()));
    }

    /** The entity's attributes by the names of the id class's. */
    private List<Attribute> matching(EntityType entity, List<Attribute> members) {
        List<Attribute> matching = new ArrayList<>();
        for (Attribute member : members) {
            Optional<Attribute> attribute = entity.attributes().stream()
                    .filter(each -> each.name().equals(member.name()))
                    .findFirst();
            if (attribute.isPresent()) {
                matching.add(attribute.get());
                checkType(entity, attribute.get(), member);
            } else {
                unmatched(
                        entity,
                        "its @IdClass has the attribute " + member.name() + ", and the entity has none of that name",
                        "add an attribute " + member.name() + " with @Id, or take it out of "
                                + member.declaration().declaring().simpleName());
            }
        }
        return matching;
    }

    /** Hibernate does not start with an id class that has another type, but for a primitive one and its wrapper. */
    private void checkType(EntityType entity, Attribute attribute, Attribute member) {
        TypeRef type = JavaTypes.boxed(attribute.declaration().type());
        TypeRef found = JavaTypes.boxed(member.declaration().type());
        if (mapping.version.comparesIdClassTypes()
                && attribute instanceof Attribute.Basic
                && member instanceof Attribute.Basic
                && !type.equals(found)) {
            unmatched(
                    entity,
                    attribute.name() + " has the type " + type.text() + ", and in the @IdClass " + found.text(),
                    "declare " + member.declaration().declaring().simpleName() + "." + member.name() + " as "
                            + attribute.declaration().type().text());
        }
    }

    /** The relation of the entity that an attribute of the id class holds the identifier of. */
    private static Optional<Attribute> relation(EntityType entity, Attribute member) {
        return entity.attributes().stream()
                .filter(each -> each.name().equals(member.name()) && each.isIdentifier())
                .filter(Attribute.ToOne.class::isInstance)
                .findFirst();
    }

    private void checkMatched(EntityType entity, List<Attribute> attributes, List<Attribute> matching) {
        for (Attribute attribute : attributes) {
            if (!matching.contains(attribute)) {
                unmatched(
                        entity,
                        attribute.name() + " is an @Id, and the @IdClass has no attribute of that name",
                        "add it to the @IdClass, or take @Id away from it");
            }
        }
    }

    private void unmatched(EntityType entity, String problem, String fix) {
        mapping.problems.add(
                EntityCode.ID_CLASS,
                entity.annotation(Jpa.ID_CLASS)
                        .map(AnnotationUsage::place)
                        .orElse(entity.details().place()),
                entity.details().simpleName(),
                problem,
                fix);
    }

    private static boolean isMapped(EmbeddableType idClass) {
        return idClass.attributes().stream()
                .flatMap(attribute -> attribute.declaration().annotations().usages().stream())
                .anyMatch(usage -> MAPPING_ID_CLASS.contains(usage.name()));
    }

    /**
     * Whether the id class is that of the entity to which the only {@code @Id} refers, or the type of its identifier: then
     * the relation alone is the identifier (JPA 3.2, 2.4.1, examples 3 and 4).
     */
    private boolean isIdentifierOfTarget(EmbeddableType idClass, List<Attribute> attributes) {
        if (attributes.size() != 1 || !(attributes.get(0) instanceof Attribute.ToOne toOne)) {
            return false;
        }
        Optional<EntityType> target = mapping.model.find(toOne.target());
        Optional<EmbeddableType> ofTarget = target.flatMap(EntityType::idClass);
        if (ofTarget.isPresent()) {
            return ofTarget.get().details().name().equals(idClass.details().name());
        }
        List<Attribute> identifiers = target.stream()
                .flatMap(entity -> entity.attributes().stream())
                .filter(Attribute::isIdentifier)
                .toList();
        return identifiers.size() == 1
                && identifiers
                        .get(0)
                        .declaration()
                        .type()
                        .text()
                        .equals(idClass.details().name());
    }

    private void missing(EntityType entity) {
        mapping.problems.add(
                EntityCode.NO_IDENTIFIER,
                entity.details().place(),
                entity.details().simpleName(),
                "the entity has no identifier",
                "mark the attribute that identifies it with @Id, e.g. @Id @GeneratedValue Long id;");
    }
}
