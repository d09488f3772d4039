package dev.accrete.processor.map.type;

import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The types that a converter which applies by itself is for. */
final class ConvertedTypes {

    /** What every array is. */
    static final Set<String> ARRAY_SUPERTYPES =
            Set.of("java.io.Serializable", "java.lang.Cloneable", "java.lang.Object");

    private final ClassSource classes;
    private final boolean assignable;

    ConvertedTypes(ClassSource classes, MappingVersion version) {
        this.classes = classes;
        this.assignable = version.convertsWhatIsAssignable();
    }

    /**
     * Whether a converter of one type is for attributes of another.
     *
     * @param domain what it converts
     * @param type the attribute's, boxed
     */
    boolean matches(TypeRef domain, TypeRef type) {
        if (domain.equals(type)) {
            return true;
        }
        if (domain instanceof TypeRef.Wildcard wildcard) {
            return matches(wildcard.bound(), type);
        }
        if (type instanceof TypeRef.Wildcard wildcard) {
            return matches(domain, wildcard.bound());
        }
        if (type instanceof TypeRef.Array given) {
            return assignable ? isAssignable(domain, given) : erased(domain).equals(erased(given));
        }
        return domain instanceof TypeRef.Declared wanted
                && type instanceof TypeRef.Declared given
                && classes.isSubtype(given.name(), wanted.name())
                && (assignable ? isAssignable(wanted, given) : isMatch(wanted, given));
    }

    private boolean isAssignable(TypeRef domain, TypeRef.Array given) {
        return domain instanceof TypeRef.Array wanted
                ? matches(wanted.component(), given.component())
                : ARRAY_SUPERTYPES.contains(domain.text());
    }

    /**
     * Whether a subtype has the arguments that are wanted, where both have any.
     *
     * @implNote GenericAssignability.isAssignable, which does not follow the variables of a subtype, and lets arguments be
     *     subtypes themselves.
     */
    private boolean isAssignable(TypeRef.Declared wanted, TypeRef.Declared given) {
        return wanted.arguments().isEmpty()
                || given.arguments().isEmpty()
                || given.name().equals(wanted.name()) && areMatching(wanted.arguments(), given.arguments());
    }

    /**
     * Whether a subtype's own arguments are those that are wanted, whatever they are for.
     *
     * @implNote ConverterHelper.typesMatch of 6.6.
     */
    private boolean isMatch(TypeRef.Declared wanted, TypeRef.Declared given) {
        return wanted.arguments().isEmpty()
                || given.arguments().size() == wanted.arguments().size()
                        && areMatching(wanted.arguments(), given.arguments());
    }

    private boolean areMatching(List<TypeRef> wanted, List<TypeRef> given) {
        return IntStream.range(0, wanted.size()).allMatch(i -> matches(wanted.get(i), given.get(i)));
    }

    private static TypeRef erased(TypeRef type) {
        return type instanceof TypeRef.Array array
                ? new TypeRef.Array(erased(array.component()))
                : type instanceof TypeRef.Declared declared ? TypeRef.Declared.of(declared.name()) : type;
    }
}
