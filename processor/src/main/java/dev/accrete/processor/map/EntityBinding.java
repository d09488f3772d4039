package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityType;
import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entity with its tables and what its attributes were mapped to. */
final class EntityBinding {

    final EntityType entity;

    /** The entity that it extends. */
    final Optional<EntityBinding> parent;

    /** How the hierarchy is spread over tables. */
    final Inheritance inheritance;

    /** The table that its attributes go to; that of its root where a hierarchy has a single table. */
    final TableBinding table;

    /** Its own secondary tables by their logical names. */
    final Map<Name, TableBinding> secondaryTables = new LinkedHashMap<>();

    /** The overrides that hold for its attributes. */
    final Overrides overrides = new Overrides();

    /** The identifier's columns in its table, in the order of its attributes; asked for through {@link Identifiers}. */
    Optional<List<ColumnBinding>> identifier = Optional.empty();

    /** Whether the identifier is mapped as an id class. */
    boolean identifiedByClass;

    /** The columns of an attribute by its path, e.g. {@code address.zip}. */
    final Map<String, List<ColumnBinding>> attributes = new HashMap<>();

    /** The columns that only rows of this class must have, by attribute ({@link Discriminators}). */
    final Map<String, List<ColumnBinding>> required = new HashMap<>();

    /** Whether a foreign key can refer to its table. */
    final boolean referable;

    EntityBinding(
            EntityType entity,
            Optional<EntityBinding> parent,
            Inheritance inheritance,
            TableBinding table,
            boolean referable) {
        this.entity = entity;
        this.parent = parent;
        this.inheritance = inheritance;
        this.table = table;
        this.referable = referable;
    }

    /** Whether its attributes are in the table of the entity that it extends. */
    boolean sharesTable() {
        return parent.isPresent() && inheritance == Inheritance.SINGLE_TABLE;
    }

    /** Its table and its secondary tables. */
    List<TableBinding> tables() {
        List<TableBinding> tables = new ArrayList<>();
        tables.add(table);
        tables.addAll(secondaryTables.values());
        return tables;
    }

    /** One of its tables by its logical name. */
    Optional<TableBinding> table(Name logical) {
        return tables().stream().filter(each -> each.logical.equals(logical)).findFirst();
    }
}
