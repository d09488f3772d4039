package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.hibernate.HibernateSettings;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialects;
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
public final class ArrayTypes {

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
    private final TargetDialects dialects;
    private final MappingVersion version;
    private final HibernateSettings settings;

    ArrayTypes(BasicTypes types, TargetDialects dialects, MappingVersion version, HibernateSettings settings) {
        this.types = types;
        this.dialects = dialects;
        this.version = version;
        this.settings = settings;
    }

    /** Whether a type is an array or an interface of a collection. */
    static boolean isPlural(TypeRef type) {
        return type instanceof TypeRef.Array
                || type instanceof TypeRef.Declared declared && INTERFACES.contains(declared.name());
    }

    /** The type of the elements; another type is its own. */
    public static TypeRef element(TypeRef type) {
        if (type instanceof TypeRef.Array array) {
            return array.component();
        }
        return isPlural(type) && ((TypeRef.Declared) type).arguments().size() == 1
                ? ((TypeRef.Declared) type).arguments().get(0)
                : type;
    }

    /**
     * The type of an array whose elements are converted: what they become is as long as their own type needs, in the code that
     * a setting prefers, too.
     *
     * @param type the array of what they become
     * @param element their own type
     */
    Optional<ColumnType> ofConverted(TypeRef type, TypeRef element, Annotations annotations, ColumnSpec spec) {
        TypeRef relational = element(type);
        OptionalInt code = switch (relational.text()) {
            case "java.lang.Character" -> OptionalInt.of(JdbcTypes.CHAR);
            case "java.lang.String" -> OptionalInt.of(JdbcTypes.VARCHAR);
            case "java.math.BigDecimal", "java.math.BigInteger" -> OptionalInt.of(JdbcTypes.NUMERIC);
            default -> {
                Integer preferred = settings.preferredCodes().get(relational.text());
                yield preferred != null ? OptionalInt.of(preferred) : OptionalInt.empty();
            }
        };
        boolean lob = annotations.has(Jpa.LOB);
        return (code.isPresent()
                        ? JdbcTypes.of(
                                lob ? JdbcTypes.large(code.getAsInt()) : code.getAsInt(), element.text(), spec, version)
                        : types.ofElement(relational, annotations, spec))
                .map(each -> array(each, annotations));
    }

    /** @return empty if the elements are of no basic type */
    Optional<ColumnType> of(TypeRef type, Annotations annotations, ColumnSpec spec) {
        TypeRef element;
        if (type instanceof TypeRef.Array array) {
            element = array.component();
        } else {
            TypeRef.Declared declared = (TypeRef.Declared) type;
            if (declared.arguments().size() != 1) {
                return Optional.empty();
            }
            element = declared.arguments().get(0);
            // Hibernate has no Java type for a collection of arrays, though it has one for byte[][].
            if (element instanceof TypeRef.Array) {
                return Optional.empty();
            }
        }
        // An array is not of a date or time itself: the fractional digits are not read.
        return types.ofElement(element, annotations, spec.ofOtherType(false)).map(each -> array(each, annotations));
    }

    private ColumnType array(ColumnType element, Annotations annotations) {
        Optional<AnnotationUsage> length = annotations.find(ARRAY);
        return new ColumnType.Array(
                dialects.unchecked(element),
                length.isPresent() ? OptionalInt.of(length.get().number("length", 0)) : OptionalInt.empty());
    }
}
