package dev.accrete.processor.read;

import dev.accrete.processor.source.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * What the compiler could not resolve in the declarations of one class. Such a class does not compile, or needs a source
 * that some processor has still to make; to map it would be guessing.
 */
final class Unresolved {

    private final List<Missing> found = new ArrayList<>();

    void add(Place place, String what) {
        found.add(new Missing(place, what));
    }

    List<Missing> found() {
        return List.copyOf(found);
    }
}
