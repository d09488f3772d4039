package dev.accrete.schema.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An index that is no constraint.
 *
 * @param name the index's name
 * @param parts in index order; not empty
 * @param unique whether it is a unique index (one over an expression; over plain columns it is a {@link UniqueKey})
 * @param options text appended to {@code CREATE INDEX} as the mapping has it
 */
public record Index(Name name, List<Part> parts, boolean unique, Optional<String> options) implements Constraint {

    public Index {
        Objects.requireNonNull(name, "name");
        parts = List.copyOf(parts);
        Objects.requireNonNull(options, "options");
    }

    /** An ascending index over columns. */
    public static Index of(Name name, List<Name> columns) {
        return new Index(
                name, columns.stream().map(column -> Part.column(column, false)).toList(), false, Optional.empty());
    }

    /**
     * One part of an index: a column or an expression.
     *
     * @param column the column; empty for an expression
     * @param expression SQL as the mapping has it, without parentheses around it; empty for a column
     * @param descending whether it is ordered descending
     */
    public record Part(Optional<Name> column, Optional<String> expression, boolean descending) {

        public Part {
            if (column.isPresent() == expression.isPresent()) {
                throw new IllegalArgumentException("an index part is either a column or an expression");
            }
        }

        public static Part column(Name column, boolean descending) {
            return new Part(Optional.of(column), Optional.empty(), descending);
        }

        public static Part expression(String sql, boolean descending) {
            return new Part(Optional.empty(), Optional.of(sql), descending);
        }
    }
}
