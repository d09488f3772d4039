package dev.accrete.processor.source;

import java.util.Objects;
import java.util.Set;

/**
 * A field, getter or record component: something that may be a persistent attribute.
 *
 * @param kind what it is
 * @param name the attribute's name: the field's or component's own, or the getter's property name (decapitalised as
 *     {@code java.beans.Introspector} does)
 * @param element the element's own name, e.g. {@code getName}
 * @param type its type as declared, type variables unresolved
 * @param annotations what stands on it
 * @param modifiers the Java keywords on it, e.g. {@code static}, {@code transient}, {@code final}
 * @param hasSetter whether a getter's class has a setter for the property; false for the other kinds
 * @param place where diagnostics about it point
 */
public record MemberDetails(
        Kind kind,
        String name,
        String element,
        TypeRef type,
        Annotations annotations,
        Set<String> modifiers,
        boolean hasSetter,
        Place place) {

    /** What kind of element declares the attribute. */
    public enum Kind {
        FIELD,
        GETTER,
        RECORD_COMPONENT
    }

    public MemberDetails {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(annotations, "annotations");
        modifiers = Set.copyOf(modifiers);
        Objects.requireNonNull(place, "place");
    }

    /** The same member with other annotations on it. */
    public MemberDetails withAnnotations(Annotations value) {
        return new MemberDetails(kind, name, element, type, value, modifiers, hasSetter, place);
    }
}
