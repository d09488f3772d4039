package dev.accrete.runtime.history;

import dev.accrete.runtime.format.MigrationVersion;
import java.time.Instant;

/**
 * One row of the history.
 *
 * @param stream the source's name
 * @param state how far it is
 * @param step the last step that is complete; 0: none
 * @param statement statements (batches, in Java) done of the step after that, for steps outside a transaction
 * @param catalogHash the catalog line's hash; of a draft the hash of the line that it follows, empty if none
 * @param checksum of the script; while it is not done, of the part that is
 * @param script its path
 * @param verdict {@code compatible}, {@code breaking} or empty
 * @param undo the undo script of a draft, and of a migration that is being taken back; else empty
 * @param note why it failed, what was left out, how it was recorded without running; else empty
 */
public record AppliedMigration(
        String stream,
        MigrationVersion version,
        String description,
        MigrationState state,
        int step,
        int statement,
        String catalogHash,
        String checksum,
        String script,
        String verdict,
        String undo,
        String note,
        Instant appliedAt,
        String appliedBy,
        long durationMillis) {

    /** The same migration in another state. */
    public AppliedMigration in(MigrationState newState, String newUndo, String newNote) {
        return copy(newState, step, statement, checksum, newUndo, newNote, durationMillis);
    }

    /** The same migration further on. */
    public AppliedMigration at(MigrationState newState, int newStep, int newStatement, String newChecksum) {
        return copy(newState, newStep, newStatement, newChecksum, undo, note, durationMillis);
    }

    /** The same migration with the time it took so far. */
    public AppliedMigration after(long millis) {
        return copy(state, step, statement, checksum, undo, note, millis);
    }

    private AppliedMigration copy(
            MigrationState newState,
            int newStep,
            int newStatement,
            String newChecksum,
            String newUndo,
            String newNote,
            long millis) {
        return new AppliedMigration(
                stream,
                version,
                description,
                newState,
                newStep,
                newStatement,
                catalogHash,
                newChecksum,
                script,
                verdict,
                newUndo,
                newNote,
                appliedAt,
                appliedBy,
                millis);
    }

    /** {@code V0002 add_b}. */
    public String label() {
        return version + " " + description;
    }
}
