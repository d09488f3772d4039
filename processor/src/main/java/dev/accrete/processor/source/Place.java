package dev.accrete.processor.source;

/**
 * Where a diagnostic points: as small a place as the compiler offers (annotation value, annotation, element).
 *
 * <p>Opaque on purpose: {@code read} makes places, {@code report} turns them back into javac's own.
 */
public interface Place {

    /** A place for values that were not read from source; diagnostics there have no position. */
    Place NOWHERE = () -> "";

    /** {@code Order.total} or {@code Order}; for messages without a position. */
    String text();
}
