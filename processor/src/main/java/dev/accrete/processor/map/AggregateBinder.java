package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.assembly.KeyOrder;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.rule.AggregateRules;
import dev.accrete.processor.map.type.Aggregate;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.TypeDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
    private final AggregateRules rules;

    /** The tables that are none, which stand for aggregates, and the table that each aggregate is in. */
    private final Map<TableBinding, TableBinding> insides = new HashMap<>();

    AggregateBinder(Mapping mapping, EmbeddedBinder embeddeds) {
        this.mapping = mapping;
        this.embeddeds = embeddeds;
        this.checks = new AggregateChecks(mapping.dialects);
        this.rules = new AggregateRules(mapping.problems);
    }

    List<ColumnBinding> bind(Attribute.Embedded attribute, Scope scope, Aggregate aggregate) {
        if (aggregate.isLacking(mapping.dialects)) {
            mapping.problems.add(
                    EntityCode.DATABASE_REFUSES,
                    aggregate.usage().place(),
                    scope.subject(attribute),
                    "there are no such columns on " + mapping.dialects.id() + ", and Hibernate does not start there",
                    "keep the value as a document with @JdbcTypeCode(SqlTypes.JSON), or leave " + mapping.dialects.id()
                            + " out of -Aaccrete.dialects");
            return List.of();
        }
        if (!rules.allow(attribute, aggregate, scope)) {
            return List.of();
        }
        boolean has =
                aggregate.kind() != Aggregate.Kind.OTHER && aggregate.isKnownTo(mapping.version, mapping.dialects);
        Optional<List<ColumnBinding>> components = has ? components(attribute, scope) : Optional.empty();
        boolean struct = aggregate.kind() == Aggregate.Kind.STRUCT;
        if (scope.table().included.isPresent()) {
            mapping.problems.add(
                    EntityCode.HIERARCHY,
                    aggregate.usage().place(),
                    scope.subject(attribute),
                    "in a class below another one with a table for each class, Hibernate fails to take the parts of a document or"
                            + " composite value out of the table",
                    "move the attribute to "
                            + scope.owner().root().entity.details().simpleName()
                            + ", or state another inheritance strategy");
            return List.of();
        }
        if (components.isEmpty() || struct && !define(aggregate, components.get(), scope.subject(attribute))) {
            mapping.refuse(aggregate.usage(), scope.subject(attribute));
            return List.of();
        }
        Optional<ColumnBinding> column = add(attribute, scope, type(aggregate));
        column.ifPresent(added -> check(attribute, scope, aggregate, components.get(), added));
        return column.stream().toList();
    }

    private static ColumnType type(Aggregate aggregate) {
        return switch (aggregate.kind()) {
            case STRUCT -> {
                ColumnType type = new ColumnType.Named(structName(aggregate));
                yield aggregate.many() ? new ColumnType.Array(type, OptionalInt.empty()) : type;
            }
            case JSON, JSON_ARRAY, OTHER -> new ColumnType.Simple(ColumnType.Simple.Kind.JSON);
            case XML -> new ColumnType.Simple(ColumnType.Simple.Kind.XML);
        };
    }

    /** The naming strategy has no say in the name of a type. */
    private static QualifiedName structName(Aggregate aggregate) {
        AnnotationUsage struct = aggregate.usage();
        return new QualifiedName(
                struct.nonEmpty("schema").map(NamingStrategy::name), NamingStrategy.name(struct.string("name")));
    }

    /** Of an aggregate in an aggregate, the outer one has the check. */
    private void check(
            Attribute.Embedded attribute,
            Scope scope,
            Aggregate aggregate,
            List<ColumnBinding> components,
            ColumnBinding column) {
        TableBinding table = column.table.orElseThrow();
        if (insides.containsKey(table) || !aggregate.isChecked()) {
            return;
        }
        AggregateChecks.Condition condition = checks.of(attribute, scope, column);
        if (condition.broken() || components.stream().anyMatch(AggregateBinder::isCheckedTwice)) {
            mapping.refuse(aggregate.usage(), scope.subject(attribute));
        } else if (!condition.sql().isEmpty()) {
            table.checks.add(new TableBinding.Check(Optional.empty(), condition.sql(), Optional.empty(), true));
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
        Name logical = spec.name().orElse(mapping.naming.column(scope.pathInNames(attribute)));
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

    /** The columns that the attributes would have, bound into a table that is none; empty if a foreign key is among them. */
    private Optional<List<ColumnBinding>> components(Attribute.Embedded attribute, Scope scope) {
        TableBinding inside = new TableBinding(
                scope.table().logical,
                scope.table().name,
                scope.origin(attribute),
                scope.subject(attribute),
                attribute.declaration().place(),
                false);
        TableBinding outside = insides.getOrDefault(scope.table(), scope.table());
        insides.put(inside, outside);
        mapping.later(Mapping.Pass.CONSTRAINTS, () -> checkNames(inside, outside));
        scope.overrides().add(scope.path(attribute), attribute.declaration().annotations());
        Scope within = scope.within(attribute);
        embeddeds.bind(
                attribute.embeddable(),
                new Scope(within.owner(), inside, within.path(), within.overrides(), within.role()),
                attribute.name(),
                attribute,
                scope);
        // A column without a type refers to one that is not bound yet.
        boolean apart = inside.madeReferences().isEmpty()
                && inside.checks.isEmpty()
                && inside.columns().stream().allMatch(ColumnBinding::hasType);
        return apart ? Optional.of(List.copyOf(inside.columns())) : Optional.empty();
    }

    /**
     * Parts may have no names of the table's columns.
     *
     * @implNote Hibernate's AggregateComponentSecondPass adds the parts to the table that the aggregate's owner has, and takes
     *     them out by their names, whatever column they find there.
     */
    private void checkNames(TableBinding inside, TableBinding outside) {
        for (ColumnBinding part : inside.columns()) {
            outside.column(part.name)
                    .ifPresent(column -> mapping.problems.add(
                            EntityCode.SHARED_COLUMN,
                            column.place,
                            column.subject,
                            "the column " + column.name.text() + " of " + outside.name + " has the name that "
                                    + part.subject
                                    + " has inside of " + inside.subject
                                    + ", and Hibernate takes such columns out of the table",
                            "name one of them otherwise with @Column(name = \"...\")"));
        }
    }

    /** @implNote Hibernate's AggregateComponentSecondPass.orderColumns: what is stated are names of columns. */
    private List<ColumnBinding> ordered(List<ColumnBinding> components, Aggregate aggregate, String subject) {
        List<String> stated = aggregate.usage().strings("attributes");
        if (stated.isEmpty()) {
            return mapping.dialects.ask(dialect -> KeyOrder.sorted(
                    components, dialect, aggregate.many() ? ColumnBinding::sizedTypeByCode : ColumnBinding::sizedType));
        }
        Map<String, ColumnBinding> named = new LinkedHashMap<>();
        components.forEach(component -> named.put(component.name.text(), component));
        if (stated.size() != named.size() || !named.keySet().containsAll(stated)) {
            mapping.problems.add(
                    EntityCode.UNKNOWN_COLUMN,
                    aggregate.usage().place("attributes"),
                    subject,
                    "@Struct states an order of " + String.join(", ", stated) + ", and the columns of the type are "
                            + String.join(", ", named.keySet()),
                    "name each column of the type once in attributes, or leave attributes out");
            return components;
        }
        return stated.stream().map(named::get).toList();
    }

    /** Defines the composite type; false if another attribute defines one of the same name otherwise. */
    private boolean define(Aggregate aggregate, List<ColumnBinding> components, String subject) {
        QualifiedName name = structName(aggregate);
        TypeDefinition type = new TypeDefinition.CompositeType(
                name,
                ordered(components, aggregate, subject).stream()
                        .map(component -> Column.of(component.name, component.type()))
                        .toList(),
                Set.of());
        TypeDefinition present = mapping.typeDefinitions.putIfAbsent(name, type);
        return aggregate.usage().nonEmpty("catalog").isEmpty() && (present == null || present.equals(type));
    }
}
