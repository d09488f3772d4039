package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.rule.InverseRules;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import java.util.List;
import java.util.Optional;

/** Binds a reference to one entity to its join columns. */
final class ToOneBinder {

    private final Mapping mapping;
    private final SharedKeys shared;
    private final PropertyReferences properties;
    private final ToOneTables tables;
    private final InverseRules inverses;

    ToOneBinder(Mapping mapping, ToOneTables tables) {
        this.mapping = mapping;
        this.shared = new SharedKeys(mapping);
        this.properties = new PropertyReferences(mapping);
        this.tables = tables;
        this.inverses = new InverseRules(mapping.context);
    }

    /** @return no columns for the side that has none */
    List<ColumnBinding> bind(Attribute.ToOne attribute, Scope scope) {
        refuseColumn(attribute, scope);
        if (attribute.isInverse()) {
            inverses.check(attribute, scope);
            if (!scope.isIdentifier() || !attribute.has(Jpa.MAPS_ID)) {
                return List.of();
            }
        }
        Optional<EntityBinding> target = mapping.entity(attribute.target());
        if (target.isEmpty()) {
            return List.of();
        }
        Annotations annotations = attribute.declaration().annotations();
        Optional<AnnotationUsage> override = scope.overrides().association(scope.path(attribute));
        Optional<AnnotationUsage> joinTable = ToOneTables.stated(attribute, scope);
        refuseMisplaced(attribute, scope, joinTable.isPresent());
        if (joinTable.isPresent()) {
            return tables.bind(attribute, scope, target.get(), joinTable.get());
        }
        // What an identifier is derived from names its columns, even where the other side has the relation's own.
        JoinSpec stated = attribute.isInverse() ? JoinSpec.none().unconstrained() : written(attribute, scope, override);
        boolean optional = attribute.usage().flag("optional", true)
                && (!attribute.has(Jpa.MAPS_ID) || JoinSpec.ignoresMissing(annotations));
        if (!scope.isIdentifier() && shared.isShared(attribute, stated, scope)) {
            shared.bind(attribute, scope, target.get(), optional, stated);
            return List.of();
        }
        Optional<TableBinding> table = table(stated, scope, scope.subject(attribute));
        if (table.isEmpty()) {
            return List.of();
        }
        boolean constrained = mapping.validation.of(attribute, scope).required();
        boolean required = scope.isKey() || !optional;
        boolean sharesRows = scope.sharesRows(table.get());
        boolean requiredHere = required && !(scope.isOfSharingClass() && mapping.version.relaxesSubclassRelations());
        Join join = new Join(
                table.get(),
                target.get(),
                stated,
                referenced -> CollectionNames.column(
                        mapping.naming.attribute(scope.pathInNames(attribute)), target.get().table, referenced),
                requiredHere || constrained,
                attribute.oneToOne() && !attribute.isInverse(),
                annotations.find(Jpa.COLUMN_DEFAULT).flatMap(usage -> usage.nonEmpty("value")),
                scope.origin(attribute),
                scope.subject(attribute),
                attribute.declaration().place(),
                DerivedIdentifiers.derives(attribute, scope) ? Join.Use.MAPPED_KEY : Join.Use.REFERENCE,
                scope.position());
        Optional<AnnotationUsage> property = annotations.find(Jpa.PROPERTY_REF);
        List<ColumnBinding> columns =
                property.isPresent() ? properties.bind(join, property.get()) : mapping.joins.bind(join);
        columns.forEach(column -> column.requiredAtLast = constrained && !requiredHere && takesNull(stated, column));
        if (mapping.version.checksSubclassRows() && required && sharesRows && !scope.isEmbedded()) {
            scope.owner()
                    .required
                    .put(
                            scope.path(attribute),
                            columns.stream()
                                    .map(column -> new EntityBinding.Required(
                                            column, !join.required() && takesNull(stated, column)))
                                    .toList());
        }
        return columns;
    }

    private boolean takesNull(JoinSpec stated, ColumnBinding column) {
        return stated.columns().stream()
                .map(ColumnSpec::of)
                .filter(spec -> spec.name()
                        .filter(name -> mapping.naming.physical(name).equals(column.name))
                        .isPresent())
                .allMatch(ColumnSpec::nullable);
    }

    /** What {@code @MapsId} stands on does not write its columns, be they the identifier's or not. */
    private static JoinSpec written(Attribute.ToOne attribute, Scope scope, Optional<AnnotationUsage> override) {
        JoinSpec stated = JoinSpec.ofToOne(attribute.declaration().annotations(), override);
        return attribute.has(Jpa.MAPS_ID) && !scope.isIdentifier() ? stated.readOnly() : stated;
    }

    /** A {@code @PropertyRef} where its effect is not known. */
    private void refuseMisplaced(Attribute.ToOne attribute, Scope scope, boolean inTable) {
        attribute
                .declaration()
                .annotations()
                .find(Jpa.PROPERTY_REF)
                .filter(usage -> inTable || scope.role() != Scope.Role.ATTRIBUTE || attribute.has(Jpa.MAPS_ID))
                .ifPresent(usage -> mapping.refuse(usage, scope.subject(attribute)));
    }

    /** Join columns are all in one table, which the first one states. */
    private Optional<TableBinding> table(JoinSpec stated, Scope scope, String subject) {
        return stated.columns().isEmpty()
                ? Optional.of(scope.table())
                : SecondaryTables.ofJoinColumn(
                        mapping, scope, ColumnSpec.of(stated.columns().get(0)), subject);
    }

    /** A relation has join columns; Hibernate does not start with a {@code @Column} on one. */
    private void refuseColumn(Attribute.ToOne attribute, Scope scope) {
        attribute
                .declaration()
                .annotations()
                .find(Jpa.COLUMN)
                .ifPresent(usage -> mapping.problems.add(
                        EntityCode.MISPLACED,
                        usage.place(),
                        scope.subject(attribute),
                        "a relation has the columns of the other entity's key, and a @Column can't state them",
                        "state them with @JoinColumn, which has the same elements and referencedColumnName"));
    }
}
