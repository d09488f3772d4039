package dev.accrete.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a database stands to the migrations of one source.
 *
 * @param stream the source's name
 * @param dialect of the database
 * @param entries applied and pending migrations in version order
 * @param problems why migrating would be refused; empty if it would not
 * @param notes what an operator may want to know
 */
public record MigrationStatus(
        String stream, String dialect, List<Entry> entries, List<AccreteException> problems, List<String> notes) {

    /**
     * One migration.
     *
     * @param version e.g. {@code V0002}
     * @param state {@code applied}, {@code skipped}, {@code running} (begun, not finished), {@code draft},
     *     {@code undoing}, {@code pending}
     * @param appliedAt empty if pending
     * @param appliedBy empty if pending
     */
    public record Entry(
            String version,
            String description,
            String state,
            Optional<Instant> appliedAt,
            Optional<String> appliedBy) {}

    public MigrationStatus {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Whether {@code migrate} would have something to do. */
    public boolean isPending() {
        return entries.stream()
                .anyMatch(entry -> entry.state().equals("pending")
                        || entry.state().equals("running")
                        || entry.state().equals("undoing"));
    }
}
