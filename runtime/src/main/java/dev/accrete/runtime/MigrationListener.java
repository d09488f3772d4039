package dev.accrete.runtime;

/**
 * Hears what happens while migrating, for logs, health and progress. Called on the migrating thread; an exception of a
 * listener ends the run.
 */
@FunctionalInterface
public interface MigrationListener {

    /** What happened. */
    enum Kind {
        MIGRATION_STARTED,
        STATEMENT_DONE,
        MIGRATION_DONE,
        /** Waiting for another process, or for a lock that the application holds. */
        WAITING
    }

    /**
     * One event.
     *
     * @param stream the source's name
     * @param version e.g. {@code V0002}; empty while waiting for the lock
     * @param statement from 1, in a Java step the batch; 0 where there is none
     * @param statements of the script in all; 0 where there is none, or not known
     * @param text one line for people
     */
    record Event(Kind kind, String stream, String version, int statement, int statements, String text) {}

    /** Takes an event. */
    void on(Event event);
}
