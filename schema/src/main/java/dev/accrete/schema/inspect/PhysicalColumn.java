package dev.accrete.schema.inspect;

import java.util.Objects;
import java.util.Optional;

/**
 * One column.
 *
 * @param name its name, as the catalog spells it
 * @param type the type as the catalog prints it, parameters included: {@code character varying(255)}, {@code NUMERIC(38,
 *     2)}, {@code ENUM('A', 'B')}, {@code integer[]}; a domain's name where the column has one
 * @param nullable whether NULL is allowed
 * @param defaultValue the default's expression as the catalog prints it; empty for identity and generated columns
 * @param identity {@code always} or {@code by default}, with start and increment; empty if it is no identity column
 * @param generated the expression of a generated column with {@code stored} or {@code virtual} where the database tells
 * @param collation the collation, if it is not the default one
 * @param comment the column's comment
 */
public record PhysicalColumn(
        String name,
        String type,
        boolean nullable,
        Optional<String> defaultValue,
        Optional<String> identity,
        Optional<String> generated,
        Optional<String> collation,
        Optional<String> comment) {

    public PhysicalColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultValue, "defaultValue");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(generated, "generated");
        Objects.requireNonNull(collation, "collation");
        Objects.requireNonNull(comment, "comment");
    }
}
