package dev.accrete.schema.inspect;

import java.util.Objects;

/**
 * A check constraint.
 *
 * @param name its name
 * @param definition the condition as the catalog prints it, with {@code not valid} and the like after it
 */
public record PhysicalCheck(String name, String definition) implements PhysicalConstraint {

    public PhysicalCheck {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(definition, "definition");
    }
}
