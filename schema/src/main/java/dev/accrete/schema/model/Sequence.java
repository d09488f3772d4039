package dev.accrete.schema.model;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A sequence of type bigint.
 *
 * @param name the sequence's name
 * @param start the first value
 * @param increment the step; negative for a descending sequence, never 0
 * @param options text appended to {@code CREATE SEQUENCE} as the mapping has it
 * @param dialects the dialects that have this variant; empty means all
 */
public record Sequence(QualifiedName name, long start, long increment, Optional<String> options, Set<String> dialects)
        implements SchemaObject {

    public Sequence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(options, "options");
        dialects = Set.copyOf(dialects);
        if (increment == 0) {
            throw new IllegalArgumentException("a sequence cannot step by 0");
        }
    }

    public static Sequence of(QualifiedName name, long start, long increment) {
        return new Sequence(name, start, increment, Optional.empty(), Set.of());
    }

    public Sequence withName(QualifiedName value) {
        return new Sequence(value, start, increment, options, dialects);
    }

    public Sequence withDialects(Set<String> value) {
        return new Sequence(name, start, increment, options, value);
    }
}
