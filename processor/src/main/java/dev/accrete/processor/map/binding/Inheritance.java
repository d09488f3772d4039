package dev.accrete.processor.map.binding;

import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;

/** How the entities of a hierarchy are spread over tables (JPA 3.2, 2.13). */
public enum Inheritance {
    /** All in the root's table. */
    SINGLE_TABLE,
    /** Each class has a table for what it adds. */
    JOINED,
    /** Each concrete class has a table for everything. */
    TABLE_PER_CLASS;

    /** The strategy that the root states; one that a subclass states does not count. */
    public static Inheritance of(EntityType entity) {
        return entity.root()
                .details()
                .annotations()
                .find(Jpa.INHERITANCE)
                .map(usage -> usage.constant("strategy"))
                .filter(strategy -> !strategy.isEmpty())
                .map(Inheritance::valueOf)
                .orElse(SINGLE_TABLE);
    }
}
