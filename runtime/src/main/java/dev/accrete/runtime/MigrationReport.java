package dev.accrete.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@link Accrete#migrate()} did.
 *
 * @param applied the migrations that this run applied, in order
 * @param pending what is still to be applied, as {@code V0002 add_b}; empty after a successful run in mode {@code APPLY}
 * @param notes what an operator may want to know, e.g. that the database is ahead
 * @param failure why the run ended early, with {@link FailurePolicy#KEEP_GOING} alone
 * @param duration of the run
 */
public record MigrationReport(
        List<Applied> applied,
        List<String> pending,
        List<String> notes,
        Optional<AccreteException> failure,
        Duration duration) {

    /**
     * One migration that this run applied.
     *
     * @param version e.g. {@code V0002}
     */
    public record Applied(String stream, String version, String description, Duration duration) {}

    public MigrationReport {
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
        notes = List.copyOf(notes);
    }
}
