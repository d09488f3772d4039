package dev.accrete.schema;

import dev.accrete.schema.plan.Verdict;

/**
 * A migration on one dialect.
 *
 * @param script its text
 * @param undo the text that takes it back
 * @param scriptOutsideTransaction whether the script holds its own transactions and needs a {@code .conf} for Flyway
 * @param undoOutsideTransaction the same for the undo script
 * @param verdict whether the previous application version keeps working
 */
public record DraftScript(
        String script,
        String undo,
        boolean scriptOutsideTransaction,
        boolean undoOutsideTransaction,
        Verdict verdict) {}
