package dev.accrete.processor.evaluate;

/** Ends an evaluation: a part of the code is not understood. The message is a clause that names it. */
final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotUnderstood(String reason) {
        super(reason, null, false, false);
    }
}
