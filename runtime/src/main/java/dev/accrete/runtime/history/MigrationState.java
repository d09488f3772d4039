package dev.accrete.runtime.history;

import java.util.Locale;

/** How far a recorded migration is. */
public enum MigrationState {
    APPLIED,
    /** Not meant for this environment; recorded, so that the next one can follow. */
    SKIPPED,
    /** Begun; the row says how many steps and statements are done. */
    RUNNING,
    /** An applied draft. */
    DRAFT,
    /** A draft that has begun. */
    DRAFT_RUNNING,
    /** A draft that is being taken back. */
    UNDOING;

    /** As in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the next migration may follow. */
    public boolean isDone() {
        return this == APPLIED || this == SKIPPED;
    }

    /** Whether this is a draft in any state. */
    public boolean isDraft() {
        return this == DRAFT || this == DRAFT_RUNNING || this == UNDOING;
    }
}
