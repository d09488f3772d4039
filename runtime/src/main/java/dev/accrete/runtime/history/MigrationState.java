package dev.accrete.runtime.history;

import java.util.Locale;

/** How far a recorded migration is. */
public enum MigrationState {
    APPLIED,
    /** Not meant for this environment; recorded, so that the next one can follow. */
    SKIPPED,
    /** Begun; the row says how many steps and statements are done. */
    RUNNING,
    /** Begun, and ended by an error, which the row's note tells. */
    FAILED,
    /** Being taken back by an operator. */
    REVERTING,
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

    /** Whether it has begun and goes on where the row says. */
    public boolean isBegun() {
        return this == RUNNING || this == FAILED;
    }

    /** Whether this is a draft in any state. */
    public boolean isDraft() {
        return this == DRAFT || this == DRAFT_RUNNING || this == UNDOING;
    }
}
