package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entity with its tables and what its attributes were mapped to. */
final class EntityBinding {

    final EntityType entity;

    /** The entity that it extends. */
    final Optional<EntityBinding> parent;

    /** The table that its attributes go to; that of its root where a hierarchy has a single table. */
    final TableBinding table;

    /** The overrides that hold for its attributes. */
    final Overrides overrides = new Overrides();

    /** The identifier's columns in the order of its attributes; asked for through {@link Identifiers}. */
    Optional<List<ColumnBinding>> identifier = Optional.empty();

    /** The columns of an attribute by its path, e.g. {@code address.zip}. */
    final Map<String, List<ColumnBinding>> attributes = new HashMap<>();

    EntityBinding(EntityType entity, Optional<EntityBinding> parent, TableBinding table) {
        this.entity = entity;
        this.parent = parent;
        this.table = table;
    }

    /** Whether a foreign key can refer to its table. */
    boolean isReferable() {
        return true;
    }
}
