package dev.accrete.runtime.history;

import dev.accrete.runtime.format.MigrationVersion;
import java.time.Instant;

/**
 * One row of the history.
 *
 * @param stream the source's name
 * @param state how far it is
 * @param step the last step that is complete; 0: none
 * @param statement statements done of the step after that, for steps outside a transaction
 * @param catalogHash the catalog line's hash; of a draft the hash of the line that it follows, empty if none
 * @param checksum of the script
 * @param script its path
 * @param verdict {@code compatible}, {@code breaking} or empty
 * @param undo a draft's undo script; else empty
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
        Instant appliedAt,
        String appliedBy,
        long durationMillis) {

    /** The same migration further on. */
    public AppliedMigration at(MigrationState newState, int newStep, int newStatement) {
        return new AppliedMigration(
                stream,
                version,
                description,
                newState,
                newStep,
                newStatement,
                catalogHash,
                checksum,
                script,
                verdict,
                undo,
                appliedAt,
                appliedBy,
                durationMillis);
    }

    /** The same migration with the time it took so far. */
    public AppliedMigration after(long millis) {
        return new AppliedMigration(
                stream,
                version,
                description,
                state,
                step,
                statement,
                catalogHash,
                checksum,
                script,
                verdict,
                undo,
                appliedAt,
                appliedBy,
                millis);
    }

    /** {@code V0002 add_b}. */
    public String label() {
        return version + " " + description;
    }
}
