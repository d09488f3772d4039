package dev.accrete.runtime.format;

import java.util.Locale;

/** How the statements of a step run. */
public enum StepMode {
    /** They share one transaction; the step's record commits with it where DDL is transactional. */
    TRANSACTION,
    /** Each runs outside a transaction and can be repeated. */
    AUTOCOMMIT,
    /** Java code, in batches; each commits together with its record. */
    JAVA;

    /** As in a script's marker. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
