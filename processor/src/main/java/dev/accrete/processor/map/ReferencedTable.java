package dev.accrete.processor.map;

import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The table that a foreign key refers to.
 *
 * @param entity the entity that has it as one of its tables: the target of the relation, or one that the target extends
 */
record ReferencedTable(EntityBinding entity, TableBinding table) {

    /** The main table of an entity. */
    static ReferencedTable of(EntityBinding entity) {
        return new ReferencedTable(entity, entity.table);
    }

    /**
     * The first table that a condition holds for: the target's, its secondary tables, those of the entity that it extends, and
     * so on up.
     *
     * @return the target's main table if it holds for none
     * @implNote Hibernate's BinderHelper.findColumnOwner.
     */
    static ReferencedTable first(EntityBinding target, Predicate<TableBinding> condition) {
        for (Optional<EntityBinding> entity = Optional.of(target); entity.isPresent(); entity = entity.get().parent) {
            for (TableBinding table : entity.get().tables()) {
                if (condition.test(table)) {
                    return new ReferencedTable(entity.get(), table);
                }
            }
        }
        return of(target);
    }

    /** The table that a column was added to; with TABLE_PER_CLASS that may be one above the target's. */
    static ReferencedTable of(EntityBinding target, ColumnBinding column) {
        return first(target, table -> column.table.filter(table::equals).isPresent());
    }

    boolean isMainTableOf(EntityBinding target) {
        return entity == target && table == target.table;
    }
}
