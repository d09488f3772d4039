package dev.accrete.processor.read;

import dev.accrete.processor.source.Place;

/**
 * Something in a class that the compiler could not resolve.
 *
 * @param what as it is written, e.g. {@code Money}
 */
public record Missing(Place place, String what) {}
