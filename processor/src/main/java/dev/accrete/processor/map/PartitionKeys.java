package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.hibernate.TargetDialect;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds {@code @PartitionKey} attributes to primary keys, where the database needs them there.
 *
 * @implNote Hibernate's PersistentClass.makePrimaryKey, which takes basic attributes alone; no foreign key can refer to such a key, because relations don't
 *     have these columns.
 */
final class PartitionKeys {

    private PartitionKeys() {}

    /** Whether the primary key of an entity has more columns than its identifier. */
    static boolean extendKey(EntityBinding binding, Mapping mapping) {
        return mapping.version.partitionsByKey()
                && binding.entity.root().attributes().stream().anyMatch(PartitionKeys::isPartitionKey)
                && mapping.dialects.is(TargetDialect::partitionsByKey);
    }

    /** Adds the columns of a root whose attributes are bound. */
    static void bind(EntityBinding binding, Mapping mapping) {
        if (binding.parent.isPresent() || !extendKey(binding, mapping)) {
            return;
        }
        List<ColumnBinding> key = new ArrayList<>(binding.table.primaryKey);
        binding.entity.attributes().stream()
                .filter(PartitionKeys::isPartitionKey)
                .flatMap(attribute -> binding.attributes.getOrDefault(attribute.name(), List.of()).stream())
                .filter(column -> !key.contains(column))
                .forEach(column -> {
                    column.nullable = false;
                    key.add(column);
                });
        binding.table.primaryKey = List.copyOf(key);
    }

    private static boolean isPartitionKey(Attribute attribute) {
        return attribute instanceof Attribute.Basic && attribute.has(Jpa.PARTITION_KEY);
    }
}
