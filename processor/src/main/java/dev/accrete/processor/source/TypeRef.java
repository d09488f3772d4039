package dev.accrete.processor.source;

import java.util.List;
import java.util.Objects;

/** A use of a type, as an attribute or a superclass clause has it. */
public sealed interface TypeRef {

    /** As a developer would write it, with qualified names. */
    String text();

    /** The canonical name of its class; of what is none, the text. */
    default String className() {
        return text();
    }

    /** A primitive type, by its keyword. */
    record Primitive(String keyword) implements TypeRef {

        @Override
        public String text() {
            return keyword;
        }
    }

    /**
     * A class, interface, enum, record or annotation type.
     *
     * @param name the canonical name, e.g. {@code java.util.Map.Entry}
     * @param arguments the type arguments; empty for a raw type or one without parameters
     */
    record Declared(String name, List<TypeRef> arguments) implements TypeRef {

        public Declared {
            Objects.requireNonNull(name, "name");
            arguments = List.copyOf(arguments);
        }

        public static Declared of(String name) {
            return new Declared(name, List.of());
        }

        @Override
        public String className() {
            return name;
        }

        @Override
        public String text() {
            return arguments.isEmpty()
                    ? name
                    : name + "<"
                            + String.join(
                                    ", ", arguments.stream().map(TypeRef::text).toList()) + ">";
        }
    }

    /** An array. */
    record Array(TypeRef component) implements TypeRef {

        @Override
        public String text() {
            return component.text() + "[]";
        }
    }

    /**
     * A type variable.
     *
     * @param bound its first upper bound
     */
    record Variable(String name, TypeRef bound) implements TypeRef {

        @Override
        public String text() {
            return name;
        }
    }

    /**
     * A wildcard.
     *
     * @param bound its upper bound, {@code java.lang.Object} if it has none
     */
    record Wildcard(TypeRef bound) implements TypeRef {

        @Override
        public String text() {
            return "? extends " + bound.text();
        }
    }

    /** A type that the compiler could not resolve. */
    record Unresolved(String text) implements TypeRef {}
}
