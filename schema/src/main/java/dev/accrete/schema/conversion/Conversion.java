package dev.accrete.schema.conversion;

/** What happens to values when the type of their column changes. */
public enum Conversion {
    /** The types store the same values in the same way. */
    SAME,
    /** Every value stays as it is. */
    KEEPING,
    /** The databases convert, and some values may fail or change. */
    LOSSY,
    /** The databases have no conversion of their own that is certain to be meant. */
    NONE;

    Conversion or(Conversion other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
