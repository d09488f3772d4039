package dev.accrete.schema.dialect;

import java.util.Locale;

/** How the statements of a step are run; see {@code docs/formats.md}. */
public enum StepMode {
    /** The statements share one transaction. */
    TRANSACTION,
    /** Each statement runs outside a transaction and can be repeated. */
    AUTOCOMMIT;

    /** The word in a step's marker line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
