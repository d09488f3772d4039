package dev.accrete.processor.read;

import dev.accrete.processor.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the compiler could not resolve in the declarations of one class. Such a class does not compile, or needs a source
 * that some processor has still to make; to map it would be guessing. A class file may do without libraries that its source was
 * compiled with.
 */
final class Unresolved {

    private final boolean compiled;
    private final List<Missing> found = new ArrayList<>();

    /** @param compiled whether the class comes from a class file */
    Unresolved(boolean compiled) {
        this.compiled = compiled;
    }

    /** For what was noted already, or is nobody's. */
    static Unresolved ignored() {
        return new Unresolved(false);
    }

    void add(Place place, String what) {
        found.add(new Missing(place, what, Optional.empty()));
    }

    /** @param annotation the one that it is or stands in */
    void add(Place place, String what, String annotation) {
        found.add(new Missing(place, what, Optional.of(annotation).filter(any -> compiled)));
    }

    List<Missing> found() {
        return List.copyOf(found);
    }
}
