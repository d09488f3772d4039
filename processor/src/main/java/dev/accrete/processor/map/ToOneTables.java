package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
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
        if (scope.role() != Scope.Role.ATTRIBUTE) {
            // Hibernate does not start with one in an identifier or a collection.
            mapping.refuse(stated, scope.subject(attribute));
            return List.of();
        }
        EntityBinding owner = scope.owner();
        TableBinding table = tables.table(
                attribute,
                scope,
                Optional.of(stated),
                Jpa.JOIN_TABLE,
                mapping.naming.joinTable(owner.table.logical, target.table.logical, attribute.name()));
        Annotations annotations = attribute.declaration().annotations();
        // The key is called as the owner's own key is.
        table.primaryKey = mapping.joins.bind(new JoinColumns.Join(
                table,
                owner,
                spec(JoinSpec.of(stated, "joinColumns", "foreignKey"), annotations),
                referenced -> referenced,
                true,
                false,
                Optional.empty(),
                scope.origin(attribute),
                scope.subject(attribute),
                attribute.declaration().place(),
                JoinColumns.Use.COLLECTION_KEY));
        JoinSpec element = JoinSpec.of(stated, "inverseJoinColumns", "inverseForeignKey")
                .withOnDelete(JoinSpec.onDelete(annotations));
        return mapping.joins.bind(new JoinColumns.Join(
                table,
                target,
                spec(element, annotations),
                referenced -> CollectionNames.column(
                        mapping.naming.attribute(scope.path(attribute)), target.table, referenced),
                true,
                attribute.oneToOne(),
                Optional.empty(),
                scope.origin(attribute),
                scope.subject(attribute),
                attribute.declaration().place(),
                JoinColumns.Use.REFERENCE));
    }

    /** With {@code @NotFound}, Hibernate makes neither foreign key. */
    private static JoinSpec spec(JoinSpec stated, Annotations annotations) {
        return annotations.has(Jpa.NOT_FOUND) ? stated.unconstrained() : stated;
    }
}
