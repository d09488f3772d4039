package dev.accrete.schema.inspect;

/** What stands beside a table's columns under a name of its own: a key, a check, an index. */
public sealed interface PhysicalConstraint permits PhysicalKey, PhysicalForeignKey, PhysicalIndex, PhysicalCheck {

    /** The name, as the catalog spells it. */
    String name();

    /** Everything but the name, as one readable line: two constraints with equal definitions do the same. */
    String definition();
}
