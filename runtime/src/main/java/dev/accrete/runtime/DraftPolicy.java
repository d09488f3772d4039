package dev.accrete.runtime;

/** What happens when the code was compiled with a model that is not saved. */
public enum DraftPolicy {
    /** Refuses to migrate: unsaved changes have no place in a database that others use. */
    REFUSE,
    /** Applies the draft, and takes it back when the model changes; for development. */
    APPLY
}
