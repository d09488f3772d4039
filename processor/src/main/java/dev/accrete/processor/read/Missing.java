package dev.accrete.processor.read;

import dev.accrete.processor.source.Place;
import java.util.Objects;
import java.util.Optional;

/**
 * Something in a class that the compiler could not resolve.
 *
 * @param what as it is written, e.g. {@code Money}
 * @param annotation the name of the annotation that it is, or that it stands in, where that is one of a class file; the compiler
 *     has no error there
 */
public record Missing(Place place, String what, Optional<String> annotation) {

    public Missing {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(annotation, "annotation");
    }
}
