package dev.accrete.runtime.format;

import java.util.Optional;

/** How the statements of a step run. */
public enum StepMode {
    /** They share one transaction; the step's record commits with it where DDL is transactional. */
    TRANSACTION("transaction"),
    /** Each runs outside a transaction and can be repeated. */
    AUTOCOMMIT("autocommit");

    private final String word;

    StepMode(String word) {
        this.word = word;
    }

    /** As in a script's marker. */
    public String word() {
        return word;
    }

    static Optional<StepMode> parse(String word) {
        for (StepMode mode : values()) {
            if (mode.word.equals(word)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
