package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.hibernate.HibernateSettings;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.map.hibernate.TimeZoneStorage;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Place;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.TypeDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The column type of an attribute that is one column: what is stated, registered or set for it, else what its Java type has by
 * itself ({@link JavaTypes}).
 */
public final class BasicTypes {

    private static final String OBJECT = "java.lang.Object";
    private static final String COLUMN_TYPE = "dev.accrete.annotations.ColumnType";
    /** Hibernate does not start with arrays of these unless a setting says what they are. */
    static final Set<String> WRAPPERS = Set.of("java.lang.Byte", "java.lang.Character");

    /** What says how a value of any type is stored. */
    private static final Set<String> DESCRIBING =
            Set.of(COLUMN_TYPE, Jpa.JAVA_TYPE, Jpa.JDBC_TYPE, Jpa.JDBC_TYPE_CODE, Jpa.TYPE);

    /** What {@code @Lob} makes a large object of as an attribute, and not as an element of an array. */
    private static final Set<String> ELEMENTS_WITHOUT_LOB = Set.of("java.net.InetAddress", "java.time.ZoneId");

    private final ClassSource classes;

    private final TargetDialects dialects;
    private final HibernateSettings settings;
    private final UserTypes userTypes;
    private final MappingVersion version;
    private final TypeRegistrations registrations;
    private final JdbcCodes codes;
    private final JdbcDescriptors jdbcDescriptors;
    private final JavaDescriptors javaDescriptors;
    private final EnumTypes enums;
    private final ArrayTypes arrays;
    private final ContributedTypes contributed;
    private final JavaTypes javaTypes;
    private final CodedTypes coded;

    /** @param definitions receives the types that a database must have for the columns */
    public BasicTypes(MappingContext context, Map<QualifiedName, TypeDefinition> definitions) {
        this.classes = context.classes;
        this.dialects = context.dialects;
        this.settings = context.options.settings();
        this.userTypes = new UserTypes(context.classes, context.evaluation, context.version);
        this.version = context.version;
        this.jdbcDescriptors = new JdbcDescriptors(context.classes, context.evaluation);
        this.javaDescriptors = new JavaDescriptors(context.classes, context.evaluation, jdbcDescriptors);
        this.registrations = new TypeRegistrations(jdbcDescriptors, javaDescriptors, context);
        this.codes = new JdbcCodes(jdbcDescriptors, registrations, settings, dialects);
        this.enums = new EnumTypes(context, definitions);
        this.arrays = new ArrayTypes(this, context.dialects, context.version, settings);
        this.contributed = new ContributedTypes(context.classes, context.dialects);
        this.javaTypes = new JavaTypes(context, contributed);
        this.coded = new CodedTypes(contributed, javaTypes, context.dialects, context.version);
    }

    /** Takes in the types that managed classes and their packages register. */
    public void register(List<ClassDetails> managed) {
        userTypes.register(managed);
        registrations.register(managed);
    }

    /** The JDBC type code of the descriptor that a {@code @JdbcType} or one of its relatives names. */
    public OptionalInt codeOf(AnnotationUsage descriptor) {
        return jdbcDescriptors.code(descriptor);
    }

    /**
     * The type of a column.
     *
     * @return empty if Hibernate has no column type for the Java type, or it is not known to be mapped exactly
     */
    public Optional<ColumnType> of(TypeRef type, Annotations annotations, ColumnSpec column) {
        return of(type, Optional.empty(), annotations, column);
    }

    /**
     * The type of a column.
     *
     * @param converted the type of the elements before each of them is converted
     * @return empty if Hibernate has no column type for the Java type, or it is not known to be mapped exactly
     */
    public Optional<ColumnType> of(
            TypeRef type, Optional<TypeRef> converted, Annotations annotations, ColumnSpec column) {
        Optional<AnnotationUsage> stated = annotations.find(COLUMN_TYPE);
        if (stated.isPresent()) {
            return Optional.of(new ColumnType.Raw(stated.get().string("value")));
        }
        if (column.definition().isPresent()) {
            return Optional.of(new ColumnType.Raw(column.definition().get()));
        }
        Optional<String> userType = userTypes.of(type, annotations);
        if (userType.isPresent()) {
            return userTypes.columnType(userType.get(), column);
        }
        Optional<JavaDescriptors.Descriptor> descriptor = descriptor(type, annotations);
        return descriptor.isPresent()
                ? described(descriptor.get(), annotations, column)
                : plain(type, converted, annotations, column);
    }

    /** What the descriptor says that an attribute states, else the one that is registered for its type. */
    private Optional<JavaDescriptors.Descriptor> descriptor(TypeRef type, Annotations annotations) {
        return annotations
                .find(Jpa.JAVA_TYPE)
                .map(usage -> usage.type("value").map(TypeRef::text).orElse(""))
                .map(javaDescriptors::stated)
                .or(() -> registrations.javaType(type).map(javaDescriptors::registered));
    }

    /** The type of a column whose attribute has a descriptor. */
    private Optional<ColumnType> described(
            JavaDescriptors.Descriptor descriptor, Annotations annotations, ColumnSpec column) {
        OptionalInt stated = codes.stated("", annotations);
        if (stated.isPresent()
                ? descriptor.type().isPresent()
                : descriptor.code().isEmpty()) {
            return descriptor.type().flatMap(each -> plain(each, Optional.empty(), annotations, column));
        }
        int code = stated.orElseGet(() -> descriptor.code().getAsInt());
        boolean lob = annotations.has(Jpa.LOB) && stated.isEmpty() && descriptor.adjusted();
        String described = descriptor.type().map(TypeRef::text).orElse("");
        return code == JdbcTypes.INET
                ? coded.inet(described, annotations, column)
                : JdbcTypes.of(lob ? JdbcTypes.large(code) : code, described, column, version);
    }

    /** The type of a column whose attribute has no descriptor. */
    private Optional<ColumnType> plain(
            TypeRef type, Optional<TypeRef> converted, Annotations annotations, ColumnSpec column) {
        String name = JavaTypes.name(type);
        OptionalInt stated = codes.stated(name, annotations);
        if (annotations.has(Jpa.JDBC_TYPE) && stated.isEmpty()) {
            return Optional.empty();
        }
        Optional<TypeRegistrations.JdbcType> registered = codes.registered(type, stated, annotations);
        if (registered.isPresent() && registered.get().code().isEmpty()) {
            return Optional.empty();
        }
        OptionalInt code = JdbcCodes.counting(stated, registered, annotations);
        if (contributed.hasUserType(name)) {
            return code.isPresent() ? Optional.empty() : contributed.userType(name);
        }
        Optional<ClassDetails> enumeration = enumeration(name);
        if (enumeration.isPresent()) {
            return enums.of(enumeration.get(), annotations, column, code);
        }
        boolean single = converted.isEmpty() && type instanceof TypeRef.Array bytes && isOneValue(bytes, annotations);
        if (code.isPresent() && !isOfElements(code.getAsInt(), single)) {
            return coded.of(code.getAsInt(), type, annotations, column);
        }
        if (single && type instanceof TypeRef.Array array) {
            return JavaTypes.array(array, annotations, column);
        }
        if (ArrayTypes.isPlural(type)) {
            return plural(type, converted, annotations, column);
        }
        Optional<ColumnType> large = annotations.has(Jpa.LOB) ? javaTypes.lob(name) : Optional.empty();
        return large.or(() -> javaTypes.known(name, annotations, column)).or(() -> javaTypes.serialized(name, column));
    }

    /** Whether a code is that of an array as such; of one that is a single value, Hibernate passes over all those of arrays. */
    private static boolean isOfElements(int code, boolean single) {
        return code == JdbcTypes.ARRAY || JdbcTypes.isArray(code) && single;
    }

    private Optional<ColumnType> plural(
            TypeRef type, Optional<TypeRef> converted, Annotations annotations, ColumnSpec column) {
        if (converted.isEmpty()) {
            return arrays.of(type, annotations, column);
        }
        // Hibernate makes large objects of single characters here.
        boolean characters = annotations.has(Jpa.LOB) && type.text().equals("java.lang.Character[]");
        return characters ? Optional.empty() : arrays.ofConverted(type, converted.get(), annotations, column);
    }

    /**
     * Whether Hibernate knows a Java type or how its values are stored; it has to, even where the definition of the column is
     * stated.
     *
     * @implNote Hibernate's BasicValue.resolution, which has a JDBC type in the end or fails.
     */
    public boolean isKnown(TypeRef type, Annotations annotations) {
        return DESCRIBING.stream().anyMatch(annotations::has)
                || type.text().equals(OBJECT)
                || isEnum(ArrayTypes.element(type))
                || userTypes.of(type, annotations).isPresent()
                || descriptor(type, annotations).isPresent()
                || plain(type, Optional.empty(), annotations, ColumnSpec.absent(Place.NOWHERE))
                        .isPresent();
    }

    /** Whether it is a collection or map without the arguments that its class takes. */
    public boolean isRawCollection(TypeRef type) {
        return type instanceof TypeRef.Declared declared
                && declared.arguments().isEmpty()
                && classes.find(declared.name())
                        .filter(details -> !details.typeParameters().isEmpty())
                        .isPresent()
                && (classes.isSubtype(declared.name(), "java.util.Collection")
                        || classes.isSubtype(declared.name(), "java.util.Map"));
    }

    /**
     * Whether Hibernate does not start with an attribute of an entity that has this type; it does not look into identifiers,
     * embedded values and collections.
     *
     * @implNote Hibernate's Property.isValid and BasicValue.isDisallowedWrapperArray.
     */
    public boolean isDisallowedInEntities(TypeRef type, Annotations annotations) {
        return settings.wrapperArrays() == HibernateSettings.WrapperArrays.DISALLOW
                && type instanceof TypeRef.Array array
                && WRAPPERS.contains(array.component().text())
                && !annotations.has(Jpa.LOB)
                && !annotations.has(Jpa.JAVA_TYPE);
    }

    /**
     * An array of bytes or characters is one value; one of their wrappers is that as a large object, or once was. One of
     * anything is serialized.
     */
    private boolean isOneValue(TypeRef.Array array, Annotations annotations) {
        String component = array.component().text();
        return component.equals("byte")
                || component.equals("char")
                || component.equals(OBJECT)
                || (annotations.has(Jpa.LOB) || settings.wrapperArrays() == HibernateSettings.WrapperArrays.LEGACY)
                        && WRAPPERS.contains(component);
    }

    /**
     * The type of an element of an array.
     *
     * @return empty for what is no basic type
     */
    Optional<ColumnType> ofElement(TypeRef type, Annotations annotations, ColumnSpec column) {
        String name = JavaTypes.name(type);
        if (registrations.concerns(type) || contributed.hasUserType(name)) {
            return Optional.empty();
        }
        Optional<ClassDetails> enumeration = enumeration(name);
        if (enumeration.isPresent()) {
            return enums.of(enumeration.get(), annotations, column, OptionalInt.empty());
        }
        if (type instanceof TypeRef.Array array) {
            return array.component().text().equals("byte")
                    ? JavaTypes.array(array, annotations, column)
                    : Optional.empty();
        }
        OptionalInt preferred = codes.preferred(name, annotations);
        if (preferred.isPresent()) {
            return JdbcTypes.of(preferred.getAsInt(), name, column, version);
        }
        boolean lob = annotations.has(Jpa.LOB) && !ELEMENTS_WITHOUT_LOB.contains(name);
        // An array has no second column for the offsets.
        OptionalInt zoned = codes.storage(name, annotations)
                .map(storage -> storage == TimeZoneStorage.COLUMN ? TimeZoneStorage.NORMALIZE : storage)
                .map(storage -> codes.zoned(name, storage))
                .orElse(OptionalInt.empty());
        return (lob ? javaTypes.lob(name) : Optional.<ColumnType>empty())
                .or(() -> zoned.isPresent()
                        ? JdbcTypes.of(zoned.getAsInt(), name, column, version)
                        : javaTypes.known(name, annotations, column))
                // Hibernate binds an embeddable a second time, beside the array.
                .or(() -> isEmbeddable(name) ? Optional.empty() : javaTypes.serialized(name, column));
    }

    private boolean isEmbeddable(String name) {
        return classes.find(name)
                .filter(details -> details.annotations().has(Jpa.EMBEDDABLE))
                .isPresent();
    }

    /**
     * The check that a column needs because of its type, where that is not the column type's own business.
     *
     * @param column the column's name as conditions write it
     */
    public Optional<String> check(
            TypeRef type, Annotations annotations, ColumnSpec spec, String column, String subject) {
        if (userTypes.of(type, annotations).isPresent() || contributed.hasUserType(JavaTypes.name(type))) {
            return Optional.empty();
        }
        Optional<JavaDescriptors.Descriptor> descriptor = descriptor(type, annotations);
        return descriptor
                .map(JavaDescriptors.Descriptor::type)
                .orElse(Optional.of(type))
                .flatMap(each -> plainCheck(each, annotations, spec, column, subject));
    }

    private Optional<String> plainCheck(
            TypeRef type, Annotations annotations, ColumnSpec spec, String column, String subject) {
        String name = JavaTypes.name(type);
        OptionalInt stated = codes.stated(name, annotations);
        Optional<TypeRegistrations.JdbcType> registered = codes.registered(type, stated, annotations);
        OptionalInt code = JdbcCodes.counting(stated, registered, annotations);
        if (name.equals("java.lang.Boolean") && code.isPresent()) {
            // BasicTypeRegistry knows the types that convert by Hibernate's own descriptors, not by others of their
            // classes.
            boolean own = registered.isEmpty() && !annotations.has(Jpa.JDBC_TYPE);
            if (!own || !version.checksCodedBooleans()) {
                return Optional.empty();
            }
            return switch (code.getAsInt()) {
                case JdbcTypes.CHAR -> Optional.of(column + " in ('F','T')");
                case JdbcTypes.NCHAR ->
                    dialects.is(TargetDialect.H2) ? Optional.empty() : Optional.of(column + " in ('F','T')");
                case JdbcTypes.TINYINT -> Optional.of(column + " in (0,1)");
                default -> Optional.empty();
            };
        }
        return enumeration(name).flatMap(details -> enums.check(details, annotations, spec, code, column, subject));
    }

    /**
     * Makes the type that the database has for the values of an attribute, if they are of an enum and it has one. An array of
     * them does not make it, and what the column's definition says does not matter.
     *
     * @return false if there is one of its name that is another
     * @implNote Hibernate's BasicValue.resolve asks the JDBC type for its auxiliary objects; ArrayJdbcType has none.
     */
    public boolean define(TypeRef type, Annotations annotations) {
        if (userTypes.of(type, annotations).isPresent()
                || descriptor(type, annotations).isPresent()) {
            return true;
        }
        String name = JavaTypes.name(type);
        OptionalInt stated = codes.stated(name, annotations);
        OptionalInt code = JdbcCodes.counting(stated, codes.registered(type, stated, annotations), annotations);
        return enumeration(name)
                .map(details -> enums.define(details, annotations, code))
                .orElse(true);
    }

    /** Whether a type is an enum, and no array of one. */
    public boolean isEnum(TypeRef type) {
        return enumeration(JavaTypes.name(type)).isPresent();
    }

    private Optional<ClassDetails> enumeration(String name) {
        return JavaTypes.mayBeEnum(name)
                ? classes.find(name).filter(details -> details.kind() == ClassDetails.Kind.ENUM)
                : Optional.empty();
    }

    /** What a key counts a value as by the code of its JDBC type, where DDL has another one. */
    public Optional<ColumnType> byCode(TypeRef type, Annotations annotations) {
        return codes.counted(JavaTypes.name(type), annotations);
    }

    /** How the offset of a date or time is stored. */
    public Optional<TimeZoneStorage> storage(TypeRef type, Annotations annotations) {
        return codes.storage(JavaTypes.name(type), annotations);
    }
}
