package dev.accrete.runtime.apply;

import dev.accrete.runtime.format.ScriptStep;

/**
 * A statement that an operator leaves out of one run.
 *
 * @param step from 1
 * @param statement within the step, from 1, as messages count
 */
record StatementToSkip(int step, int statement) {

    boolean is(ScriptStep other, int index) {
        return other.number() == step && index + 1 == statement;
    }

    /** For the history. */
    String note() {
        return "without step " + step + ", statement " + statement;
    }
}
