package dev.accrete.processor.entity;

import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replaces type variables by what a subclass binds them to. */
final class TypeVariables {

    private TypeVariables() {}

    /**
     * What the type parameters of a class stand for where it is used.
     *
     * @param use the class with its type arguments, variables in them already replaced; a raw use leaves the parameters
     *     unbound
     */
    static Map<String, TypeRef> bind(ClassDetails details, TypeRef.Declared use) {
        List<String> parameters = details.typeParameters();
        if (parameters.isEmpty() || parameters.size() != use.arguments().size()) {
            return Map.of();
        }
        Map<String, TypeRef> bound = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            bound.put(parameters.get(i), use.arguments().get(i));
        }
        return bound;
    }

    /**
     * The type with its variables replaced; an unbound variable or a wildcard becomes its bound, and so does the component of
     * an array, whatever it stands for: Hibernate sees {@code T[]} as the class file does.
     */
    static TypeRef replace(TypeRef type, Map<String, TypeRef> variables) {
        return replace(type, variables, Map.of());
    }

    /** @param ofComponents what the variables in components of arrays stand for */
    private static TypeRef replace(TypeRef type, Map<String, TypeRef> variables, Map<String, TypeRef> ofComponents) {
        if (type instanceof TypeRef.Declared declared) {
            return declared.arguments().isEmpty() ? declared : replaceArguments(declared, variables, ofComponents);
        }
        if (type instanceof TypeRef.Array array) {
            return new TypeRef.Array(replace(array.component(), ofComponents, ofComponents));
        }
        if (type instanceof TypeRef.Variable variable) {
            TypeRef bound = variables.get(variable.name());
            return bound != null ? bound : replace(variable.bound(), Map.of());
        }
        if (type instanceof TypeRef.Wildcard wildcard) {
            return replace(wildcard.bound(), variables, ofComponents);
        }
        return type;
    }

    static TypeRef.Declared replaceArguments(TypeRef.Declared declared, Map<String, TypeRef> variables) {
        return replaceArguments(declared, variables, Map.of());
    }

    /** @param ofComponents what the variables in components of arrays stand for */
    static TypeRef.Declared replaceArguments(
            TypeRef.Declared declared, Map<String, TypeRef> variables, Map<String, TypeRef> ofComponents) {
        return new TypeRef.Declared(
                declared.name(),
                declared.arguments().stream()
                        .map(argument -> replace(argument, variables, ofComponents))
                        .toList());
    }
}
