package dev.accrete.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a database stands to the migrations of one source.
 *
 * @param stream the source's name
 * @param dialect of the database
 * @param lockHolder who migrates at this moment and since when, for people; empty if nobody does
 * @param entries applied and pending migrations in version order
 * @param problems why migrating would be refused; empty if it would not
 * @param notes what an operator may want to know
 */
public record MigrationStatus(
        String stream,
        String dialect,
        Optional<String> lockHolder,
        List<Entry> entries,
        List<AccreteException> problems,
        List<String> notes) {

    /** The state of what the history does not have. */
    public static final String PENDING = "pending";
    /** The state of what is recorded as running while nobody holds the lock: the process was killed. */
    public static final String INTERRUPTED = "interrupted";

    /**
     * One migration.
     *
     * @param version e.g. {@code V0002}
     * @param state {@code applied}, {@code skipped} (not for this environment), {@code running}, {@code interrupted},
     *     {@code failed}, {@code reverting} (a rollback that did not end), {@code draft}, {@code draft_running}, {@code
     *     undoing} (a draft that is being taken back), {@code pending}
     * @param verdict {@code compatible}, {@code breaking}, or empty if the script does not say
     * @param step steps that are done, of one that has begun; else all or 0
     * @param statement statements that are done of the step after these
     * @param note why it failed, which statement was left out, {@code stamped}; else empty
     * @param appliedAt when it began; empty if pending
     * @param appliedBy empty if pending
     */
    public record Entry(
            String version,
            String description,
            String state,
            String verdict,
            int step,
            int statement,
            String note,
            Optional<Instant> appliedAt,
            Optional<String> appliedBy) {

        /** Whether there is something left to do for it. */
        public boolean isPending() {
            return !state.equals("applied") && !state.equals("skipped") && !state.equals("draft");
        }
    }

    public MigrationStatus {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Whether {@code migrate} would have something to do. */
    public boolean isPending() {
        for (Entry entry : entries) {
            if (entry.isPending()) {
                return true;
            }
        }
        return false;
    }
}
