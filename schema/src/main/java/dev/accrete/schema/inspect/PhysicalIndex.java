package dev.accrete.schema.inspect;

import java.util.List;
import java.util.Objects;

/**
 * An index that backs no constraint.
 *
 * @param name its name
 * @param parts columns or expressions in index order, with {@code desc} and null ordering where they differ from the
 *     default
 * @param unique whether it is a unique index
 * @param options the catalog's further words (method, included columns, predicate, {@code invalid}); empty text if
 *     nothing is unusual
 */
public record PhysicalIndex(String name, List<String> parts, boolean unique, String options)
        implements PhysicalConstraint {

    public PhysicalIndex {
        Objects.requireNonNull(name, "name");
        parts = List.copyOf(parts);
        Objects.requireNonNull(options, "options");
    }

    @Override
    public String definition() {
        return ((unique ? "unique " : "") + "(" + String.join(", ", parts) + ") " + options).strip();
    }
}
