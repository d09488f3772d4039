package dev.accrete.processor.map;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import java.util.List;
import java.util.Optional;

/**
 * The foreign keys of a collection: from its key to the owner, from its values and its map keys to their entities. What
 * stands on the attribute itself says it, even where an override gives the collection another table.
 */
final class CollectionForeignKeys {

    private final boolean asksKeyColumns;

    /** @param asksKeyColumns whether the join column of a {@code @CollectionTable} says if there is a foreign key */
    CollectionForeignKeys(boolean asksKeyColumns) {
        this.asksKeyColumns = asksKeyColumns;
    }

    /**
     * The one to the owner.
     *
     * @param override the {@code @AssociationOverride} of the attribute
     * @implNote Hibernate's CollectionBinder.buildCollectionKey.
     */
    ForeignKeySpec ofKey(Annotations annotations, Optional<AnnotationUsage> override) {
        return annotations
                .find(Jpa.COLLECTION_TABLE)
                .or(() -> annotations.find(Jpa.JOIN_TABLE))
                .map(this::ofTable)
                .or(() -> override.map(usage -> ForeignKeySpec.in(usage, "foreignKey")))
                .or(() -> annotations.find(Jpa.JOIN_COLUMN).map(usage -> ForeignKeySpec.in(usage, "foreignKey")))
                .orElseGet(ForeignKeySpec::implied);
    }

    /** The first join column decides whether there is one, unless the table forbids it, and describes it if the table has no name for it. */
    private ForeignKeySpec ofTable(AnnotationUsage table) {
        ForeignKeySpec own = ForeignKeySpec.in(table, "foreignKey");
        List<AnnotationUsage> columns = table.nestedList("joinColumns");
        if (columns.isEmpty()) {
            return own;
        }
        ForeignKeySpec ofColumn = ForeignKeySpec.in(columns.get(0), "foreignKey");
        if (!asksKeyColumns && table.name().equals(Jpa.COLLECTION_TABLE)) {
            boolean described = own.isNamed() || own.definition().isPresent();
            return described || columns.size() > 1 ? own : ofColumn.withWish(own.wish());
        }
        ForeignKeySpec described = own.isNamed() ? own : ofColumn;
        return described.withWish(own.isUnwanted() ? own.wish() : ofColumn.wish());
    }

    /**
     * The one from the values, if they are entities: the table's own decides, and a join column's describes it if that has
     * no name.
     *
     * @implNote Hibernate's CollectionBinder.handleCollectionOfEntities.
     */
    static ForeignKeySpec ofValues(Annotations annotations) {
        return annotations
                .find(Jpa.JOIN_TABLE)
                .map(table -> {
                    ForeignKeySpec own = ForeignKeySpec.in(table, "inverseForeignKey");
                    return table.nestedList("inverseJoinColumns").stream()
                            .findFirst()
                            .filter(column -> !own.isNamed())
                            .map(column ->
                                    ForeignKeySpec.in(column, "foreignKey").withWish(own.wish()))
                            .orElse(own);
                })
                .orElseGet(ForeignKeySpec::implied);
    }

    /**
     * The one from the keys of a map, if they are entities.
     *
     * @implNote Hibernate's MapBinder.handleForeignKey.
     */
    static ForeignKeySpec ofMapKeys(Annotations annotations) {
        return annotations
                .find(Jpa.MAP_KEY_JOIN_COLUMNS)
                .or(() -> annotations.find(Jpa.MAP_KEY_JOIN_COLUMN))
                .map(usage -> ForeignKeySpec.in(usage, "foreignKey"))
                .orElseGet(ForeignKeySpec::implied);
    }
}
