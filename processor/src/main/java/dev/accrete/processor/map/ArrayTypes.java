package dev.accrete.processor.map;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Attributes with many values of a basic type that are no element collections: they are one column, an array.
 *
 * @implNote Hibernate takes arrays and the interfaces of collections; a class like {@code ArrayList} is serialised.
 */
final class ArrayTypes {

    private static final String ARRAY = "org.hibernate.annotations.Array";

    private static final Set<String> INTERFACES = Set.of(
            "java.util.Collection",
            "java.util.List",
            "java.util.NavigableSet",
            "java.util.SequencedCollection",
            "java.util.SequencedSet",
            "java.util.Set",
            "java.util.SortedSet");

    private final BasicTypes types;
    private final TargetDialect dialect;
    private final boolean wrappersAllowed;

    ArrayTypes(BasicTypes types, TargetDialect dialect, HibernateSettings settings) {
        this.types = types;
        this.dialect = dialect;
        this.wrappersAllowed = settings.wrapperArrays() == HibernateSettings.WrapperArrays.ALLOW;
    }

    /** Whether a type is an array or an interface of a collection. */
    static boolean isPlural(TypeRef type) {
        return type instanceof TypeRef.Array
                || type instanceof TypeRef.Declared declared && INTERFACES.contains(declared.name());
    }

    /** The type of the elements; another type is its own. */
    static TypeRef element(TypeRef type) {
        if (type instanceof TypeRef.Array array) {
            return array.component();
        }
        return isPlural(type) && ((TypeRef.Declared) type).arguments().size() == 1
                ? ((TypeRef.Declared) type).arguments().get(0)
                : type;
    }

    /** @return empty if the elements are of no basic type */
    Optional<ColumnType> of(TypeRef type, Annotations annotations, ColumnSpec spec) {
        TypeRef element;
        if (type instanceof TypeRef.Array array) {
            element = array.component();
            if (!wrappersAllowed && BasicTypes.WRAPPERS.contains(element.text())) {
                return Optional.empty();
            }
        } else {
            TypeRef.Declared declared = (TypeRef.Declared) type;
            if (declared.arguments().size() != 1) {
                return Optional.empty();
            }
            element = declared.arguments().get(0);
        }
        Optional<AnnotationUsage> length = annotations.find(ARRAY);
        // An array is not of a date or time itself: the fractional digits are not read.
        return types.ofElement(element, annotations, spec.ofOtherType(false))
                .map(dialect::unchecked)
                .map(each -> new ColumnType.Array(
                        each,
                        length.isPresent() ? OptionalInt.of(length.get().number("length", 0)) : OptionalInt.empty()));
    }
}
