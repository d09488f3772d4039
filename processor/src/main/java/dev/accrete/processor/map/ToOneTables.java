package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.schema.model.Name;
import java.util.List;
import java.util.Optional;

/** Binds a reference to one entity that has a table of its own: a row there for each entity that refers to another. */
final class ToOneTables {

    private final Mapping mapping;
    private final CollectionTables tables;

    ToOneTables(Mapping mapping, CollectionTables tables) {
        this.mapping = mapping;
        this.tables = tables;
    }

    /** The {@code @JoinTable} of an attribute, or what an override puts in its place. */
    static Optional<AnnotationUsage> stated(Attribute.ToOne attribute, Scope scope) {
        return scope.overrides()
                .association(scope.path(attribute))
                .filter(usage -> usage.nestedList("joinColumns").isEmpty())
                .flatMap(usage -> usage.nested("joinTable"))
                .or(() -> attribute.declaration().annotations().find(Jpa.JOIN_TABLE));
    }

    /** @return the columns that refer to the other entity */
    List<ColumnBinding> bind(Attribute.ToOne attribute, Scope scope, EntityBinding target, AnnotationUsage stated) {
        Name implicit = mapping.naming.joinTable(scope.owner().table.logical, target.table.logical, attribute.name());
        Optional<TableBinding> found = table(attribute, scope, stated, implicit);
        if (found.isEmpty()) {
            return List.of();
        }
        TableBinding table = found.get();
        Annotations annotations = attribute.declaration().annotations();
        Optional<AnnotationUsage> override = scope.overrides().association(scope.path(attribute));
        return mapping.joins.bind(new Join(
                table,
                target,
                new JoinSpec(
                        stated.nestedList("inverseJoinColumns"),
                        JoinSpec.foreignKeyOfToOne(annotations, override),
                        JoinSpec.onDelete(annotations)),
                referenced -> CollectionNames.column(
                        mapping.naming.attribute(scope.pathInNames(attribute)), target.table, referenced),
                mapping.version.requiresJoinTableRows()
                        || !attribute.usage().flag("optional", true)
                        || mapping.validation.of(attribute, scope).required(),
                attribute.oneToOne(),
                Optional.empty(),
                scope.origin(attribute),
                scope.subject(attribute),
                attribute.declaration().place(),
                Join.Use.REFERENCE,
                scope.position()));
    }

    /** The table of a reference to entities of several types, which states its name; empty if Hibernate does not start. */
    Optional<TableBinding> ofValue(Attribute.Any attribute, Scope scope, AnnotationUsage stated) {
        if (stated.nonEmpty("name").isEmpty()) {
            mapping.refuse(stated, scope.subject(attribute));
            return Optional.empty();
        }
        return table(attribute, scope, stated, NamingStrategy.name(stated.string("name")));
    }

    /** The table with its key, which is called as the owner's own key is. */
    private Optional<TableBinding> table(Attribute attribute, Scope scope, AnnotationUsage stated, Name implicit) {
        if (scope.isIdentifier() && attribute.has(Jpa.MAPS_ID)) {
            mapping.problems.add(
                    EntityCode.MAPS_ID,
                    stated.place(),
                    scope.subject(attribute),
                    "Hibernate makes the identifier of the columns in the relation's table, and mixes them up or leaves that"
                            + " table out",
                    "take the @JoinTable away: the identifier refers to the other entity already");
            return Optional.empty();
        }
        if (scope.role() != Scope.Role.ATTRIBUTE) {
            // Hibernate does not start with one in an identifier or a collection.
            mapping.refuse(stated, scope.subject(attribute));
            return Optional.empty();
        }
        TableBinding table = tables.table(attribute, scope, Optional.of(stated), Jpa.JOIN_TABLE, implicit);
        stated.nonEmpty("name")
                .map(NamingStrategy::name)
                .ifPresent(name -> scope.owner()
                        .joinTables
                        .putIfAbsent(name, new EntityBinding.JoinTable(table, scope.position())));
        table.keyedEarly = true;
        table.primaryKey = mapping.joins.bindKey(new Join(
                table,
                scope.owner(),
                key(stated, attribute.declaration().annotations()),
                scope.owner().table::derived,
                true,
                false,
                Optional.empty(),
                scope.origin(attribute),
                scope.subject(attribute),
                attribute.declaration().place(),
                Join.Use.COLLECTION_KEY));
        mapping.later(Mapping.Pass.CONSTRAINTS, () -> checkKey(table, attribute, scope, stated));
        return Optional.of(table);
    }

    /** @implNote Hibernate's TableBinder.bindNonPrimaryKeyReference. */
    private void checkKey(TableBinding table, Attribute attribute, Scope scope, AnnotationUsage stated) {
        List<ColumnBinding> identifying = scope.owner().table.primaryKey;
        List<ColumnBinding> others = table.primaryKey.stream()
                .flatMap(column -> column.referenced().stream())
                .filter(column -> !identifying.contains(column))
                .toList();
        if (!identifying.isEmpty() && !others.isEmpty()) {
            mapping.problems.add(
                    EntityCode.REFERENCED_ATTRIBUTE,
                    stated.place(),
                    scope.subject(attribute),
                    "the table of a relation to one entity refers to the primary key of the owner, and not to "
                            + others.get(0).logical.text(),
                    "take the referencedColumnName out of its joinColumns");
        }
    }

    /** Hibernate makes the foreign key to the owner, whatever is stated of it, but not with {@code @NotFound}. */
    private static JoinSpec key(AnnotationUsage stated, Annotations annotations) {
        ForeignKeySpec implied = ForeignKeySpec.implied();
        return new JoinSpec(
                stated.nestedList("joinColumns"), annotations.has(Jpa.NOT_FOUND) ? implied.unwanted() : implied);
    }
}
