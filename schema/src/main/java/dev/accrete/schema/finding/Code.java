package dev.accrete.schema.finding;

/**
 * The stable identity of a kind of finding. Each area declares its codes once, in an enum; a code is never reused and
 * has a page in {@code docs/codes}.
 */
public interface Code {

    /** E.g. {@code ACC-E021}. */
    String id();

    Severity severity();

    /** One line that says what the code stands for, for lists of codes. */
    String summary();
}
