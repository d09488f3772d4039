package dev.accrete.schema.snapshot;

/** Values that writer and reader of facts share. */
final class FactKeys {

    /** The version of the format that this writer writes and this reader reads. */
    static final int FORMAT = 1;

    /** Value of {@code kept}: no class maps it any more. */
    static final String KEPT = "unmapped";

    /** Value of {@code kept}: no class maps it any more, and {@code @KeepColumn} says that it stays. */
    static final String EXPLICITLY = "on purpose";

    private FactKeys() {}
}
