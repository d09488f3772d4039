package dev.accrete.processor.map.binding;

import dev.accrete.processor.entity.EntityType;
import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entity with its tables and what its attributes were mapped to. */
public final class EntityBinding {

    public final EntityType entity;

    /** The entity that it extends. */
    public final Optional<EntityBinding> parent;

    /** How the hierarchy is spread over tables. */
    public final Inheritance inheritance;

    /** The table that its attributes go to; that of its root where a hierarchy has a single table. */
    public final TableBinding table;

    /** Its own secondary tables by their logical names. */
    public final Map<Name, TableBinding> secondaryTables = new LinkedHashMap<>();

    /** The tables of its relations to one entity by their stated names; columns that come later may be in them. */
    public final Map<Name, JoinTable> joinTables = new HashMap<>();

    /** The overrides that hold for its attributes. */
    public final Overrides overrides = new Overrides();

    /** The identifier's columns in its table, in the order of its attributes; asked for through {@code Identifiers}. */
    public Optional<List<ColumnBinding>> identifier = Optional.empty();

    /** Whether the identifier is mapped as an id class. */
    public boolean identifiedByClass;

    /** Whether Hibernate gives the identifier's column its name when it binds a relation, so that some names come before. */
    public boolean identifierRenamed;

    /** The columns of an attribute by its path, e.g. {@code address.zip}. */
    public final Map<String, List<ColumnBinding>> attributes = new HashMap<>();

    /** The columns that only rows of this class must have, by attribute ({@code Discriminators}). */
    public final Map<String, List<Required>> required = new HashMap<>();

    /**
     * A column that only rows of a class must have.
     *
     * @param takesNull whether the attribute's own column takes NULL, whatever another attribute says that shares it
     */
    public record Required(ColumnBinding column, boolean takesNull) {}

    /**
     * The table of a relation to one entity.
     *
     * @param position the place of the relation in Hibernate's order of the attributes
     */
    public record JoinTable(TableBinding table, int position) {}

    public EntityBinding(
            EntityType entity, Optional<EntityBinding> parent, Inheritance inheritance, TableBinding table) {
        this.entity = entity;
        this.parent = parent;
        this.inheritance = inheritance;
        this.table = table;
    }

    /** The first entity of its hierarchy. */
    public EntityBinding root() {
        return parent.map(EntityBinding::root).orElse(this);
    }

    /** Whether its attributes are in the table of the entity that it extends. */
    public boolean sharesTable() {
        return parent.isPresent() && inheritance == Inheritance.SINGLE_TABLE;
    }

    /** Its table and its secondary tables. */
    public List<TableBinding> tables() {
        List<TableBinding> tables = new ArrayList<>();
        tables.add(table);
        tables.addAll(secondaryTables.values());
        return tables;
    }

    /** One of its tables by its logical name. */
    public Optional<TableBinding> table(Name logical) {
        return tables().stream().filter(each -> each.logical.equals(logical)).findFirst();
    }
}
