package dev.accrete.processor.entity;

import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.TypeRef;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds how a class uses a generic supertype: {@code AttributeConverter<Money, Long>}. */
public final class Supertypes {

    private final ClassSource classes;
    private final boolean replacesComponents;

    /** Those that see {@code T[]} as the class file does. */
    public Supertypes(ClassSource classes) {
        this(classes, false);
    }

    /** @param replacesComponents whether {@code T[]} is an array of what the subclass binds {@code T} to */
    public Supertypes(ClassSource classes, boolean replacesComponents) {
        this.classes = classes;
        this.replacesComponents = replacesComponents;
    }

    /**
     * A supertype with the type arguments that it has for a class.
     *
     * @param type the class with its own type arguments
     * @param supertype the canonical name
     * @return empty if the class has no such supertype
     */
    public Optional<TypeRef.Declared> find(TypeRef.Declared type, String supertype) {
        if (type.name().equals(supertype)) {
            return Optional.of(type);
        }
        Optional<ClassDetails> details = classes.find(type.name());
        if (details.isEmpty() || !classes.isSubtype(type.name(), supertype)) {
            return Optional.empty();
        }
        Map<String, TypeRef> variables = TypeVariables.bind(details.get(), type);
        return Stream.concat(details.get().superclass().stream(), details.get().interfaces().stream())
                .map(use -> TypeVariables.replaceArguments(use, variables, replacesComponents ? variables : Map.of()))
                .flatMap(use -> find(use, supertype).stream())
                .findFirst();
    }
}
