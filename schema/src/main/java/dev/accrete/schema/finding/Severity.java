package dev.accrete.schema.finding;

/** How bad a finding is. */
public enum Severity {
    /** Nothing is written. */
    ERROR,
    /**
     * The draft is written, but can't be saved, and {@code check} mode fails, until the developer states an intent:
     * a draft may leave it open, a migration may not.
     */
    UNDECIDED,
    /** Worth a look; can be suppressed by its code. */
    WARNING,
    /** For information, e.g. an intent that has been carried out. */
    NOTE
}
