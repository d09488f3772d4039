package dev.accrete.runtime;

/** What {@link Accrete#migrate()} does with pending migrations. */
public enum MigrationMode {
    /** Applies them. */
    APPLY,
    /** Fails if there are any. */
    VERIFY,
    /** Names them in the report. */
    REPORT,
    /** Does nothing, and opens no connection. */
    OFF
}
