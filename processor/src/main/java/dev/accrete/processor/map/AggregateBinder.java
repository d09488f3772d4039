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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    AggregateBinder(Mapping mapping, EmbeddedBinder embeddeds) {
        this.mapping = mapping;
        this.embeddeds = embeddeds;
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

    List<ColumnBinding> bind(Attribute.Embedded attribute, Scope scope, AnnotationUsage aggregate) {
        boolean struct = aggregate.name().equals(Jpa.STRUCT);
        boolean document = !struct && aggregate.number("value", 0) == JdbcTypes.JSON;
        List<ColumnBinding> components =
                struct && mapping.dialect.hasCompositeTypes() || document ? components(attribute, scope) : List.of();
        // The naming strategy has no say in the name of a type.
        QualifiedName type = QualifiedName.of(NamingStrategy.name(struct ? aggregate.string("name") : "json"));
        boolean mapped = struct ? isPlain(components, type) : isUnchecked(attribute, components);
        if (components.isEmpty() || !mapped) {
            mapping.refuse(aggregate, scope.subject(attribute));
            return List.of();
        }
        if (struct) {
            define(type, ordered(components, attribute, aggregate));
        }
        return add(
                attribute,
                scope,
                struct ? new ColumnType.Named(type) : new ColumnType.Simple(ColumnType.Simple.Kind.JSON),
                struct ? KeyOrder.sorted(components, mapping.dialect) : List.of());
    }

    /** @param checked the components whose conditions become a check of the table */
    private List<ColumnBinding> add(
            Attribute.Embedded attribute, Scope scope, ColumnType type, List<ColumnBinding> checked) {
        Annotations annotations = attribute.declaration().annotations();
        ColumnSpec spec = ColumnSpec.of(
                scope.overrides().column(scope.path(attribute)).or(() -> annotations.find(Jpa.COLUMN)),
                attribute.declaration().place());
        Optional<TableBinding> table = SecondaryTables.table(mapping, scope, spec, scope.subject(attribute));
        if (table.isEmpty()) {
            return List.of();
        }
        Name logical = spec.name().orElse(NamingStrategy.name(attribute.name()));
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
        mapping.columnAnnotations.apply(annotations, spec, column, table.get());
        ColumnBinding added = mapping.add(column, table.get());
        check(added, checked)
                .ifPresent(condition ->
                        table.get().checks.add(new TableBinding.Check(Optional.empty(), condition, Optional.empty())));
        return List.of(added);
    }

    /** Whether no value in a document is checked: each condition is written in the database's own language of paths. */
    private static boolean isUnchecked(Attribute.Embedded attribute, List<ColumnBinding> components) {
        return components.stream()
                        .allMatch(component -> component.nullable
                                && component.checks.isEmpty()
                                && !(component.type() instanceof ColumnType.Enumeration))
                && attribute.embeddable().attributes().stream()
                        .allMatch(each -> each instanceof Attribute.Basic
                                && !each.declaration().isPrimitive());
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
        scope.overrides().add(scope.path(attribute), attribute.declaration().annotations());
        Scope within = scope.within(attribute);
        embeddeds.bind(
                attribute.embeddable(),
                new Scope(within.owner(), inside, within.path(), within.overrides(), within.role()));
        return inside.references.isEmpty() && inside.checks.isEmpty() ? List.copyOf(inside.columns()) : List.of();
    }

    /** Checks of their own would be rewritten; and the types are created in the order of their names. */
    private static boolean isPlain(List<ColumnBinding> components, QualifiedName type) {
        return components.stream()
                .allMatch(component -> component.checks.isEmpty()
                        && (!(component.type() instanceof ColumnType.Named nested)
                                || nested.name().compareTo(type) < 0));
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

    /** {@code part is null or ((part).name is not null and ...)}. */
    private static Optional<String> check(ColumnBinding column, List<ColumnBinding> components) {
        List<String> terms = new ArrayList<>();
        for (ColumnBinding component : components) {
            String name = "(" + column.sql() + ")." + component.sql();
            Optional<String> values = component.type() instanceof ColumnType.Enumeration type
                    ? Optional.of(values(name, type))
                    : Optional.empty();
            if (!component.nullable) {
                terms.add(name + " is not null");
                values.ifPresent(terms::add);
            } else {
                values.ifPresent(condition -> terms.add(name + " is null or " + condition));
            }
        }
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        String all = terms.stream().collect(Collectors.joining(") and (", "(", ")"));
        return Optional.of(column.nullable ? column.sql() + " is null or (" + all + ")" : all);
    }

    private static String values(String name, ColumnType.Enumeration type) {
        return type.storage() == ColumnType.Enumeration.Storage.ORDINAL
                ? name + " between 0 and " + (type.constants().size() - 1)
                : name + " in ("
                        + type.constants().stream()
                                .map(each -> "'" + each + "'")
                                .collect(Collectors.joining(","))
                        + ")";
    }
}
