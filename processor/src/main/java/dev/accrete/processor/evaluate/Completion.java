package dev.accrete.processor.evaluate;

/**
 * How a statement ended (JLS 14.1).
 *
 * @param value of return and yield
 */
record Completion(Kind kind, Object value) {

    enum Kind {
        NORMAL,
        BREAK,
        CONTINUE,
        RETURN,
        YIELD
    }

    static final Completion NORMAL = new Completion(Kind.NORMAL, null);
    static final Completion BREAK = new Completion(Kind.BREAK, null);
    static final Completion CONTINUE = new Completion(Kind.CONTINUE, null);

    boolean isNormal() {
        return kind == Kind.NORMAL;
    }
}
