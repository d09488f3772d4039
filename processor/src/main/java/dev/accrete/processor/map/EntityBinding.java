package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An entity with its table and what its attributes were mapped to. */
final class EntityBinding {

    final EntityType entity;
    final TableBinding table;

    /** The overrides that hold for its attributes. */
    final Overrides overrides = new Overrides();

    /** The identifier's columns in the order of its attributes; a key has them in its own order. */
    List<ColumnBinding> identifier = List.of();

    /** The columns of an attribute by its path, e.g. {@code address.zip}. */
    final Map<String, List<ColumnBinding>> attributes = new HashMap<>();

    EntityBinding(EntityType entity, TableBinding table) {
        this.entity = entity;
        this.table = table;
    }
}
