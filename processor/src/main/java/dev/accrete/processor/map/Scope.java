package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.schema.model.Origin;

/**
 * Where an attribute is being mapped: whose it is, into which table, and what holds for all columns there.
 *
 * @param owner the entity
 * @param table the table that gets the columns
 * @param path the path of the embedded attribute around it; empty at the top
 * @param identifier whether the attribute is part of the identifier
 */
record Scope(EntityBinding owner, TableBinding table, String path, Overrides overrides, boolean identifier) {

    /** The attributes of an entity itself. */
    static Scope of(EntityBinding owner, boolean identifier) {
        return new Scope(owner, owner.table, "", owner.overrides, identifier);
    }

    /** The attributes inside an embedded attribute of this scope. */
    Scope within(Attribute attribute) {
        return new Scope(owner, table, path(attribute), overrides, identifier);
    }

    boolean isEmbedded() {
        return !path.isEmpty();
    }

    String path(Attribute attribute) {
        return path.isEmpty() ? attribute.name() : path + "." + attribute.name();
    }

    Origin origin(Attribute attribute) {
        return new Origin(owner.entity.className(), path(attribute));
    }

    /** {@code Order.address.zip}: how a diagnostic names an attribute here. */
    String subject(Attribute attribute) {
        return origin(attribute).shortText();
    }
}
