package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Inheritance;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.ReferentialAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what the other side of a relation has bound for a collection that is mapped by it. */
final class InverseCollections {

    /**
     * What the other side has bound.
     *
     * @param columns those of a relation's table that refer to its target
     * @param key those that refer to the owner of a join table
     * @param onDelete what deleting the owner does
     */
    private record Side(
            TableBinding table, List<ColumnBinding> columns, List<ColumnBinding> key, ReferentialAction onDelete) {}

    private final Map<Origin, Side> tables = new HashMap<>();

    /** Remembers the table of a relation for the other side of it. */
    void register(
            Attribute attribute,
            Scope scope,
            TableBinding table,
            List<ColumnBinding> columns,
            List<ColumnBinding> key) {
        ReferentialAction onDelete = JoinSpec.onDelete(attribute.declaration().annotations());
        tables.put(scope.origin(attribute), new Side(table, columns, key, onDelete));
    }

    /** The table of the entities, in which the relation's columns are. */
    TableBinding table(Attribute.ToMany attribute, EntityBinding target) {
        return side(attribute, target).map(Side::table).orElse(target.table);
    }

    /** The relation's columns, which say whose collection an entity is in; empty if the other side has none. */
    List<ColumnBinding> columns(Attribute.ToMany attribute, EntityBinding target) {
        return side(attribute, target).map(Side::columns).orElse(List.of());
    }

    /**
     * Adds the foreign key that refers to this side, if the other side has none: of a many-to-many relation, and of one
     * whose rows the database deletes, Hibernate makes it for both; of a many-to-many relation that of the owner, too. To
     * be called when those of the other side are there.
     *
     * @implNote Hibernate's CollectionBinder.bindUnownedManyToManyInverseForeignKey: it takes the owner's action on delete over.
     */
    void refer(Attribute.ToMany attribute, EntityBinding owner, EntityBinding target, JoinColumns joins) {
        side(attribute, target).ifPresent(side -> {
            refer(side.table(), side.columns(), owner, JoinSpec.none(), joins);
            refer(side.table(), side.key(), target, JoinSpec.none().withOnDelete(side.onDelete()), joins);
        });
    }

    private static void refer(
            TableBinding table, List<ColumnBinding> columns, EntityBinding entity, JoinSpec spec, JoinColumns joins) {
        List<ColumnBinding> referenced = columns.stream()
                .flatMap(column -> column.referenced().stream())
                .filter(column -> isOf(entity, column))
                .toList();
        boolean there = table.references.stream()
                .anyMatch(reference -> Set.copyOf(reference.columns()).equals(Set.copyOf(columns)));
        boolean constrained = joins.constrainsNamedKeys()
                || referenced.stream()
                        .allMatch(
                                column -> column.table.orElseThrow().primaryKey.contains(column));
        if (!there && referenced.size() == columns.size() && constrained) {
            joins.refer(table, spec, columns, entity, referenced, true);
        }
    }

    /** Whether the entity's table has a column, if only as a copy of the one in a table above it. */
    private static boolean isOf(EntityBinding entity, ColumnBinding column) {
        boolean copied = entity.inheritance == Inheritance.TABLE_PER_CLASS;
        return column.table.equals(Optional.of(entity.table))
                || copied && entity.parent.filter(above -> isOf(above, column)).isPresent();
    }

    /**
     * An {@code @OnDelete} on this side is one on the foreign key that refers to it from the other side; to be called when
     * that is there.
     */
    void onDelete(Attribute.ToMany attribute, EntityBinding target) {
        ReferentialAction action = JoinSpec.onDelete(attribute.declaration().annotations());
        side(attribute, target)
                .ifPresent(side -> side.table()
                        .references
                        .replaceAll(reference -> reference.columns().equals(side.columns())
                                ? reference.withOnDelete(action)
                                : reference));
    }

    /** The foreign key to the owner of a many-to-many relation does nothing on delete; to be called when it is there. */
    void forgetOwnersAction(Attribute.ToMany attribute, EntityBinding target) {
        side(attribute, target)
                .ifPresent(side -> side.table()
                        .references
                        .replaceAll(reference -> reference.columns().equals(side.columns())
                                ? reference
                                : reference.withOnDelete(ReferentialAction.NO_ACTION)));
    }

    /** What the target, or the entity above it that has the attribute, has bound. */
    private Optional<Side> side(Attribute.ToMany attribute, EntityBinding target) {
        String mappedBy = attribute.usage().string("mappedBy");
        Optional<EntityBinding> binding = Optional.of(target);
        while (binding.isPresent()) {
            EntityBinding each = binding.get();
            Side side = tables.get(new Origin(each.entity.className(), mappedBy));
            List<ColumnBinding> columns = each.attributes.getOrDefault(mappedBy, List.of());
            if (side != null) {
                return Optional.of(side);
            }
            if (!columns.isEmpty()) {
                return columns.get(0)
                        .table
                        .map(table -> new Side(table, columns, List.of(), ReferentialAction.NO_ACTION));
            }
            binding = each.parent;
        }
        return Optional.empty();
    }
}
