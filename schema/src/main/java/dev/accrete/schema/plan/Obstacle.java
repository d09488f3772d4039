package dev.accrete.schema.plan;

import java.util.Objects;

/**
 * Rows that a script can't get past.
 *
 * @param subject the table or column
 * @param what they have: {@code NULL in it}
 * @param query a statement that finds them before the script runs
 */
public record Obstacle(String subject, String what, String query) {

    public Obstacle {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(query, "query");
    }
}
