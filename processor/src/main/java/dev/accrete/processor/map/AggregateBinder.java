package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.TypeDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Binds an embedded attribute to one column: of a composite type ({@code @Struct}), or of a document type
 * ({@code @JdbcTypeCode(SqlTypes.JSON)}).
 *
 * @implNote Hibernate: the type's attributes have the order of a key's columns unless it is stated; what they require
 *     becomes a check of the table. H2 has no composite types, and Hibernate does not start there.
 */
final class AggregateBinder {

    private final Mapping mapping;
    private final EmbeddedBinder embeddeds;
    private final AggregateChecks checks;

    /** The tables that are none, which stand for aggregates. */
    private final Set<TableBinding> insides = new HashSet<>();

    AggregateBinder(Mapping mapping, EmbeddedBinder embeddeds) {
        this.mapping = mapping;
        this.embeddeds = embeddeds;
        this.checks = new AggregateChecks(mapping.dialect);
    }

    /** The {@code @Struct} on an attribute, else on its class. */
    private static Optional<AnnotationUsage> struct(Attribute.Embedded attribute) {
        return attribute
                .declaration()
                .annotations()
                .find(Jpa.STRUCT)
                .or(() -> attribute.embeddable().details().annotations().find(Jpa.STRUCT));
    }

    /** The {@code @JdbcTypeCode} or {@code @Struct} that makes an embedded attribute one column. */
    static Optional<AnnotationUsage> aggregate(Attribute.Embedded attribute) {
        return attribute.declaration().annotations().find(Jpa.JDBC_TYPE_CODE).or(() -> struct(attribute));
    }

    /** Whether it is a composite type that holds the values, rather than a document. */
    static boolean isStruct(Attribute.Embedded attribute) {
        return aggregate(attribute)
                .filter(usage -> usage.name().equals(Jpa.STRUCT))
                .isPresent();
    }

    List<ColumnBinding> bind(Attribute.Embedded attribute, Scope scope, AnnotationUsage aggregate) {
        boolean struct = aggregate.name().equals(Jpa.STRUCT);
        boolean document = !struct && aggregate.number("value", 0) == JdbcTypes.JSON;
        List<ColumnBinding> components =
                struct && mapping.dialect.hasCompositeTypes() || document ? components(attribute, scope) : List.of();
        // The naming strategy has no say in the name of a type.
        QualifiedName type = QualifiedName.of(NamingStrategy.name(struct ? aggregate.string("name") : "json"));
        // Hibernate fails to take the parts out of a table that repeats another one.
        boolean repeats = scope.table().included.isPresent();
        if (repeats || components.isEmpty() || !(struct ? isOrdered(components, type) : isDocument(attribute))) {
            mapping.refuse(aggregate, scope.subject(attribute));
            return List.of();
        }
        if (struct) {
            define(type, ordered(components, attribute, aggregate));
        }
        Optional<ColumnBinding> column = add(
                attribute,
                scope,
                struct ? new ColumnType.Named(type) : new ColumnType.Simple(ColumnType.Simple.Kind.JSON));
        column.ifPresent(added -> check(attribute, scope, aggregate, components, added));
        return column.stream().toList();
    }

    /** Of an aggregate in an aggregate, the outer one has the check. */
    private void check(
            Attribute.Embedded attribute,
            Scope scope,
            AnnotationUsage aggregate,
            List<ColumnBinding> components,
            ColumnBinding column) {
        TableBinding table = column.table.orElseThrow();
        if (insides.contains(table)) {
            return;
        }
        AggregateChecks.Condition condition = checks.of(attribute, scope, column);
        if (condition.broken() || components.stream().anyMatch(AggregateBinder::isCheckedTwice)) {
            mapping.refuse(aggregate, scope.subject(attribute));
        } else if (!condition.sql().isEmpty()) {
            table.checks.add(new TableBinding.Check(Optional.empty(), condition.sql(), Optional.empty()));
        }
    }

    /** Hibernate takes no second check of a value. */
    private static boolean isCheckedTwice(ColumnBinding component) {
        return component.checks.size() + (component.type() instanceof ColumnType.Enumeration ? 1 : 0) > 1;
    }

    private Optional<ColumnBinding> add(Attribute.Embedded attribute, Scope scope, ColumnType type) {
        Annotations annotations = attribute.declaration().annotations();
        ColumnSpec spec = ColumnSpec.of(
                scope.overrides().column(scope.path(attribute)).or(() -> annotations.find(Jpa.COLUMN)),
                attribute.declaration().place());
        Optional<TableBinding> table = SecondaryTables.table(mapping, scope, spec, scope.subject(attribute));
        if (table.isEmpty()) {
            return Optional.empty();
        }
        Name logical = spec.name().orElse(mapping.naming.column(scope.path(attribute)));
        ColumnBinding column = new ColumnBinding(
                logical,
                mapping.naming.physical(logical),
                spec.definition().<ColumnType>map(ColumnType.Raw::new).orElse(type),
                scope.origin(attribute),
                scope.subject(attribute),
                spec.place());
        column.nullable = spec.nullable() && !scope.isKey();
        column.unique = spec.unique();
        column.insertable = spec.insertable();
        column.turn = scope.turn();
        mapping.columnAnnotations.apply(annotations, spec, column, table.get());
        return Optional.of(mapping.add(column, table.get()));
    }

    /** Relations have no foreign key out of a document, and collections no table. */
    private static boolean isDocument(Attribute.Embedded attribute) {
        return attribute.embeddable().subclasses().isEmpty()
                && attribute.embeddable().attributes().stream()
                        .allMatch(each -> each instanceof Attribute.Basic || each instanceof Attribute.Embedded);
    }

    /** The columns that the attributes would have, bound into a table that is none. */
    private List<ColumnBinding> components(Attribute.Embedded attribute, Scope scope) {
        TableBinding inside = new TableBinding(
                scope.table().logical,
                scope.table().name,
                scope.origin(attribute),
                scope.subject(attribute),
                attribute.declaration().place(),
                false);
        insides.add(inside);
        scope.overrides().add(scope.path(attribute), attribute.declaration().annotations());
        Scope within = scope.within(attribute);
        embeddeds.bind(
                attribute.embeddable(),
                new Scope(within.owner(), inside, within.path(), within.overrides(), within.role()));
        return inside.references.isEmpty() && inside.checks.isEmpty() ? List.copyOf(inside.columns()) : List.of();
    }

    /** The types are created in the order of their names. */
    private static boolean isOrdered(List<ColumnBinding> components, QualifiedName type) {
        return components.stream()
                .allMatch(component -> !(component.type() instanceof ColumnType.Named nested)
                        || nested.name().compareTo(type) < 0);
    }

    private List<ColumnBinding> ordered(
            List<ColumnBinding> components, Attribute.Embedded attribute, AnnotationUsage struct) {
        List<String> stated = struct.strings("attributes");
        if (stated.isEmpty()) {
            return KeyOrder.sorted(components, mapping.dialect);
        }
        List<ColumnBinding> ordered = new ArrayList<>();
        for (String name : stated) {
            components.stream()
                    .filter(component -> component.origin.attribute().endsWith(attribute.name() + "." + name))
                    .forEach(ordered::add);
        }
        return ordered;
    }

    private void define(QualifiedName type, List<ColumnBinding> components) {
        mapping.typeDefinitions.put(
                type,
                new TypeDefinition.CompositeType(
                        type,
                        components.stream()
                                .map(component -> Column.of(component.name, component.type()))
                                .toList(),
                        Set.of()));
    }
}
