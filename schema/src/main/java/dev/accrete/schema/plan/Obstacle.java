package dev.accrete.schema.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * Rows that a script can't get past.
 *
 * @param subject the table or column
 * @param what they have: {@code NULL in it}
 * @param query a statement that finds them before the script runs; empty where only the script itself can find them
 */
public record Obstacle(String subject, String what, Optional<String> query) {

    public Obstacle {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(query, "query");
    }

    public Obstacle(String subject, String what, String query) {
        this(subject, what, Optional.of(query));
    }
}
