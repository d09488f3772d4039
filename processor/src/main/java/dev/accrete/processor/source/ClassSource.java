package dev.accrete.processor.source;

import java.util.Optional;

/** Finds classes by name: those being compiled, those on the class path, those of the JDK. */
public interface ClassSource {

    /**
     * The details of a class.
     *
     * @param name the canonical name
     * @return empty if there is no such class
     */
    Optional<ClassDetails> find(String name);

    /**
     * Whether a class is a subtype of another, or the same; type arguments are ignored. Cheaper than walking
     * {@link #find} for classes of the JDK.
     */
    boolean isSubtype(String name, String supertype);
}
