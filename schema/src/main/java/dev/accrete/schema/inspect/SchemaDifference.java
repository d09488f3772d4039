package dev.accrete.schema.inspect;

import java.util.Objects;

/**
 * One difference between two schemas.
 *
 * @param object what differs: {@code table users}, {@code column users.name: type}, {@code sequence users_seq}
 * @param expected what the expected side has; {@link #ABSENT} if nothing
 * @param actual what the actual side has; {@link #ABSENT} if nothing
 */
public record SchemaDifference(String object, String expected, String actual) {

    /** Stands for an object that a side doesn't have. */
    public static final String ABSENT = "absent";

    public SchemaDifference {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(actual, "actual");
    }

    @Override
    public String toString() {
        return object + ": expected " + expected + ", found " + actual;
    }
}
