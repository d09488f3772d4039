package dev.accrete.processor.evaluate;

/** What a variable holds whose value is not understood; only reading it ends the evaluation. */
record Poison(String reason) {

    /** A value that is none. */
    static Object check(Object value) {
        if (value instanceof Poison poison) {
            throw new NotUnderstood(poison.reason());
        }
        return value;
    }
}
