package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.TableBinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a collection's table the key that the kind of collection means.
 *
 * @implNote Hibernate's Collection.createAllKeys: Set and IndexedCollection in org.hibernate.mapping.
 */
final class CollectionKeys {

    private final Mapping mapping;
    private final CollectionTables tables;
    private final Map<TableBinding, Set<ColumnBinding>> made = new HashMap<>();

    CollectionKeys(Mapping mapping, CollectionTables tables) {
        this.mapping = mapping;
        this.tables = tables;
    }

    /**
     * Makes the key.
     *
     * @param key the columns that refer to the owner
     * @param index the columns of position or map key; empty for a map whose key is an attribute of its entities
     * @param values the columns of a value
     * @param oneToMany whether a value is in one collection only
     */
    void make(
            CollectionBinding collection,
            List<ColumnBinding> key,
            List<ColumnBinding> index,
            List<ColumnBinding> values,
            boolean oneToMany) {
        TableBinding table = collection.table();
        switch (collection.identity(mapping.context)) {
            case NONE -> {
                // A bag may hold a value twice.
            }
            case VALUE -> {
                if (isOfValues(collection, oneToMany)) {
                    primaryKey(collection, values);
                } else {
                    ofSet(collection, key, values);
                }
            }
            case IDENTIFIER -> primaryKey(collection, index);
            case POSITION, KEY -> {
                boolean byValue = index.isEmpty() || collection.isKeyedByValue();
                primaryKey(collection, concat(key, byValue ? values : index));
            }
        }
    }

    /**
     * Whether the values alone are the primary key.
     *
     * @param oneToMany whether a value is in one collection only
     */
    boolean isOfValues(CollectionBinding collection, boolean oneToMany) {
        return oneToMany
                && mapping.version.keysOneToManyByElement()
                && collection.identity(mapping.context) == CollectionBinding.Identity.VALUE;
    }

    /** A set without NOT NULL in all columns has a unique key in the place of the primary one. */
    private void ofSet(CollectionBinding collection, List<ColumnBinding> key, List<ColumnBinding> values) {
        TableBinding table = collection.table();
        List<ColumnBinding> all = concat(key, values);
        if (mapping.version.keysNoLargeSets()) {
            // Hibernate has asked then how large the values are.
            values.forEach(column -> column.beforeAlignment().ifPresent(column::type));
        }
        boolean large = mapping.version.keysNoLargeSets()
                && values.stream().anyMatch(column -> mapping.dialects.isLob(column.sizedType()));
        boolean hasKey = !table.primaryKey.isEmpty() || mapping.version.keysNoUniqueSets() && !table.uniques.isEmpty();
        if (large || values.isEmpty() || hasKey && !made.containsKey(table)) {
            return;
        }
        if (values.stream().noneMatch(column -> column.nullable)) {
            if (mapping.version.keysNoLargeSets()) {
                // It is asked for before DDL has a code for them.
                values.forEach(ColumnBinding::countByCode);
            }
            primaryKey(collection, all);
        } else if (mapping.version.makesNullableSetsUnique() && isFirst(collection, all)) {
            table.uniques.add(new TableBinding.Unique(Optional.empty(), all));
        }
    }

    private void primaryKey(CollectionBinding collection, List<ColumnBinding> columns) {
        if (mapping.isOfEntity(collection.table())) {
            // Hibernate takes the entity's own primary key away.
            clash(collection);
        } else if (isFirst(collection, columns)) {
            columns.forEach(column -> column.nullable = false);
            collection.table().primaryKey = columns;
        }
    }

    /** Collections that share a table share its key; which one Hibernate takes depends on the order of their names. */
    private boolean isFirst(CollectionBinding collection, List<ColumnBinding> columns) {
        Set<ColumnBinding> present = made.putIfAbsent(collection.table(), Set.copyOf(columns));
        if (present != null && !present.equals(Set.copyOf(columns))) {
            clash(collection);
        }
        return present == null;
    }

    private void clash(CollectionBinding collection) {
        if (tables.isRefused(collection.table())) {
            return;
        }
        mapping.problems.add(
                EntityCode.SAME_COLLECTION_TABLE,
                collection.attribute().declaration().place(),
                collection.subject(),
                "its table is " + collection.table().name + ", whose primary key " + collection.table().subject
                        + " decides on already",
                "name another table with @JoinTable(name = \"...\") or @CollectionTable(name = \"...\")");
    }

    private static List<ColumnBinding> concat(List<ColumnBinding> first, List<ColumnBinding> second) {
        List<ColumnBinding> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(new LinkedHashSet<>(all));
    }
}
