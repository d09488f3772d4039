package dev.accrete.processor.evaluate;

/** An exception that the interpreted code throws. The message is its type. */
final class Thrown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Thrown(String type) {
        super(type, null, false, false);
    }

    static Thrown nullPointer() {
        return new Thrown("NullPointerException");
    }
}
