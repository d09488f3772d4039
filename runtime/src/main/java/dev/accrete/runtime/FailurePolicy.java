package dev.accrete.runtime;

/** What happens when migrating fails. */
public enum FailurePolicy {
    /** The exception reaches the caller. */
    FAIL,
    /** It is logged and stands in the report; the application goes on. */
    KEEP_GOING
}
