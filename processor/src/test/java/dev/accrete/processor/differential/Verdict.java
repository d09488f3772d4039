package dev.accrete.processor.differential;

/** What came of one model on one database, from the best to the worst. */
public enum Verdict {
    /** Both made the same schema. */
    IDENTICAL,
    /** Neither takes the model. */
    HIBERNATE_REFUSES_TOO,
    /** The processor refuses, with a code, what Hibernate takes. */
    REFUSED,
    /** The processor takes what Hibernate, or the database below it, refuses. */
    HIBERNATE_REFUSES_ALONE,
    /** Both made a schema, and not the same one. */
    DIFFERENT,
    /** The database refuses the script. */
    SQL_FAILS,
    /** The processor failed, or refused without a code. */
    CRASHED,
    /** The model does not compile without the processor either. */
    NOT_JAVA;

    boolean isWanted() {
        return this == IDENTICAL || this == HIBERNATE_REFUSES_TOO;
    }

    /** What must not happen, whatever the model is. */
    boolean isFault() {
        return compareTo(DIFFERENT) >= 0;
    }

    static Verdict worst(Verdict one, Verdict other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
