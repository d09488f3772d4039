package dev.accrete.processor.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A class, record, interface, enum or annotation type with what a mapping may need of it.
 *
 * @param kind what it is
 * @param name the canonical name, e.g. {@code com.acme.Order.Line}
 * @param binaryName e.g. {@code com.acme.Order$Line}; Hibernate derives default table names from it
 * @param packageName empty for the unnamed package
 * @param modifiers the Java keywords on it, e.g. {@code abstract}
 * @param typeParameters the names of its type parameters, in order
 * @param superclass empty for {@code Object}, interfaces and classes that extend {@code Object}
 * @param interfaces in source order
 * @param annotations what stands on it; inherited annotations are not repeated here
 * @param packageAnnotations what stands on its package
 * @param fields in source order, static ones included
 * @param getters in source order: methods named {@code getX} or {@code isX} without parameters, static ones excluded; the
 *     members of an annotation type
 * @param components in source order; empty unless it is a record
 * @param constants an enum's constants, in declaration order
 * @param place where diagnostics about it point
 */
public record ClassDetails(
        Kind kind,
        String name,
        String binaryName,
        String packageName,
        Set<String> modifiers,
        List<String> typeParameters,
        Optional<TypeRef.Declared> superclass,
        List<TypeRef.Declared> interfaces,
        Annotations annotations,
        Annotations packageAnnotations,
        List<MemberDetails> fields,
        List<MemberDetails> getters,
        List<MemberDetails> components,
        List<Constant> constants,
        Place place) {

    /** What kind of type it is. */
    public enum Kind {
        CLASS,
        RECORD,
        INTERFACE,
        ENUM,
        ANNOTATION
    }

    public ClassDetails {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(binaryName, "binaryName");
        Objects.requireNonNull(packageName, "packageName");
        modifiers = Set.copyOf(modifiers);
        typeParameters = List.copyOf(typeParameters);
        Objects.requireNonNull(superclass, "superclass");
        interfaces = List.copyOf(interfaces);
        Objects.requireNonNull(annotations, "annotations");
        Objects.requireNonNull(packageAnnotations, "packageAnnotations");
        fields = List.copyOf(fields);
        getters = List.copyOf(getters);
        components = List.copyOf(components);
        constants = List.copyOf(constants);
        Objects.requireNonNull(place, "place");
    }

    /** The name without its package and, for a nested class, without its outer classes. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    public boolean isAbstract() {
        return modifiers.contains("abstract");
    }

    /** An enum constant. */
    public record Constant(String name, Annotations annotations) {}
}
