package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.hibernate.HibernateSettings;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TimeZoneStorage;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Place;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.TypeDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The column type of a Java type.
 *
 * @implNote Source: Hibernate 7.4's basic type registry, measured for every type below.
 */
public final class BasicTypes {

    private static final String OBJECT = "java.lang.Object";
    private static final String COLUMN_TYPE = "dev.accrete.annotations.ColumnType";
    private static final String LOB = "jakarta.persistence.Lob";
    /** The digits of a point in time's seconds where nothing is stated. */
    static final int SECOND_PRECISION = 6;

    static final int FLOAT_BITS = 24;
    static final int DOUBLE_BITS = 53;

    private static final Map<String, String> BOXES = Map.of(
            "boolean", "java.lang.Boolean",
            "byte", "java.lang.Byte",
            "short", "java.lang.Short",
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "float", "java.lang.Float",
            "double", "java.lang.Double",
            "char", "java.lang.Character");

    /** Hibernate does not start with arrays of these unless a setting says what they are. */
    static final Set<String> WRAPPERS = Set.of("java.lang.Byte", "java.lang.Character");

    /** What {@code @Lob} makes a large object of as an attribute, and not as an element of an array. */
    private static final Set<String> ELEMENTS_WITHOUT_LOB = Set.of("java.net.InetAddress", "java.time.ZoneId");

    static final Set<String> TEMPORALS = Set.of(
            "java.sql.Date",
            "java.sql.Time",
            "java.sql.Timestamp",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.ZonedDateTime",
            "java.util.Calendar",
            "java.util.Date");

    private final ClassSource classes;

    private final TargetDialect dialect;
    private final HibernateSettings settings;
    private final UserTypes userTypes;
    private final MappingVersion version;
    private final TypeRegistrations registrations;
    private final JdbcDescriptors jdbcDescriptors;
    private final JavaDescriptors javaDescriptors;
    private final EnumTypes enums;
    private final ArrayTypes arrays;
    private final ContributedTypes contributed;

    /** @param definitions receives the types that a database must have for the columns */
    public BasicTypes(MappingContext context, Map<QualifiedName, TypeDefinition> definitions) {
        this.classes = context.classes;
        this.dialect = context.dialect;
        this.settings = context.options.settings();
        this.userTypes = new UserTypes(context.evaluation, context.version);
        this.version = context.version;
        this.jdbcDescriptors = new JdbcDescriptors(context.classes, context.evaluation);
        this.javaDescriptors = new JavaDescriptors(context.classes, context.evaluation, jdbcDescriptors);
        this.registrations = new TypeRegistrations(jdbcDescriptors, javaDescriptors, context);
        this.enums = new EnumTypes(context, definitions);
        this.arrays = new ArrayTypes(this, context.dialect, context.version, settings);
        this.contributed = new ContributedTypes(context.classes, context.dialect);
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

    /** Whether a type is one of dates and times, whose columns have fractional digits and no length. */
    static boolean isTemporal(TypeRef type) {
        return TEMPORALS.contains(type.text());
    }

    /** A type, a primitive one as its wrapper. */
    public static TypeRef boxed(TypeRef type) {
        return type instanceof TypeRef.Primitive primitive && BOXES.containsKey(primitive.keyword())
                ? TypeRef.Declared.of(BOXES.get(primitive.keyword()))
                : type;
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
        if (isRawCollection(type)) {
            return Optional.empty();
        }
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
        OptionalInt stated = code("", annotations);
        if (stated.isPresent()
                ? descriptor.type().isPresent()
                : descriptor.code().isEmpty()) {
            return descriptor.type().flatMap(each -> plain(each, Optional.empty(), annotations, column));
        }
        int code = stated.orElseGet(() -> descriptor.code().getAsInt());
        boolean lob = annotations.has(LOB) && stated.isEmpty() && descriptor.adjusted();
        return JdbcTypes.of(
                lob ? JdbcTypes.large(code) : code,
                descriptor.type().map(TypeRef::text).orElse(""),
                column,
                version);
    }

    /** The type of a column whose attribute has no descriptor. */
    private Optional<ColumnType> plain(
            TypeRef type, Optional<TypeRef> converted, Annotations annotations, ColumnSpec column) {
        String name = name(type);
        OptionalInt written = code(name, annotations);
        boolean inet = written.equals(OptionalInt.of(JdbcTypes.INET));
        if (annotations.has(Jpa.JDBC_TYPE) && (written.isEmpty() || inet && dialect == TargetDialect.H2)) {
            return Optional.empty();
        }
        Optional<TypeRegistrations.JdbcType> registered = registered(type, written, annotations);
        if (registered.isPresent() && registered.get().code().isEmpty()) {
            return Optional.empty();
        }
        OptionalInt code = effective(written, registered, annotations);
        if (contributed.hasUserType(name)) {
            return code.isPresent() ? Optional.empty() : contributed.userType(name);
        }
        Optional<ClassDetails> enumeration = enumeration(name);
        if (enumeration.isPresent()) {
            return enums.of(enumeration.get(), annotations, column, code);
        }
        Optional<ColumnType> ofCode = code.isPresent() ? contributed.ofCode(code.getAsInt()) : Optional.empty();
        if (ofCode.isPresent()) {
            return ofCode;
        }
        if (code.equals(OptionalInt.of(JdbcTypes.INET))) {
            return inet(type instanceof TypeRef.Array ? type.text() : name, column);
        }
        if (code.equals(OptionalInt.of(JdbcTypes.TIME_UTC)) && name.equals("java.time.OffsetTime")) {
            return timed(dialect.offsetTime(), column, version.timePrecision());
        }
        boolean single = type instanceof TypeRef.Array bytes && isOneValue(bytes, annotations);
        boolean passedOver = code.isPresent() && JdbcTypes.isArray(code.getAsInt()) && single;
        if (code.isPresent() && code.getAsInt() != JdbcTypes.ARRAY && !passedOver) {
            return JdbcTypes.of(code.getAsInt(), type instanceof TypeRef.Array ? type.text() : name, column, version);
        }
        if (type instanceof TypeRef.Array array && isOneValue(array, annotations)) {
            return array(array, annotations, column);
        }
        if (ArrayTypes.isPlural(type)) {
            return converted.isPresent()
                    ? arrays.ofConverted(type, converted.get(), annotations, column)
                    : arrays.of(type, annotations, column);
        }
        if (annotations.has(LOB)) {
            Optional<ColumnType> lob = lob(name);
            if (lob.isPresent()) {
                return lob;
            }
        }
        return known(name, annotations, column).or(() -> other(name, column));
    }

    /** Whether it is a collection or map without the arguments that its class takes; Hibernate does not start with one. */
    private boolean isRawCollection(TypeRef type) {
        return type instanceof TypeRef.Declared declared
                && declared.arguments().isEmpty()
                && classes.find(declared.name())
                        .filter(details -> !details.typeParameters().isEmpty())
                        .isPresent()
                && (classes.isSubtype(declared.name(), "java.util.Collection")
                        || classes.isSubtype(declared.name(), "java.util.Map"));
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
                || (annotations.has(LOB) || settings.wrapperArrays() == HibernateSettings.WrapperArrays.LEGACY)
                        && WRAPPERS.contains(component);
    }

    /**
     * The type of an element of an array.
     *
     * @return empty for what is no basic type
     */
    Optional<ColumnType> ofElement(TypeRef type, Annotations annotations, ColumnSpec column) {
        String name = name(type);
        if (registrations.concerns(type) || contributed.hasUserType(name)) {
            return Optional.empty();
        }
        Optional<ClassDetails> enumeration = enumeration(name);
        if (enumeration.isPresent()) {
            return enums.of(enumeration.get(), annotations, column, OptionalInt.empty());
        }
        if (type instanceof TypeRef.Array array) {
            return array.component().text().equals("byte") ? array(array, annotations, column) : Optional.empty();
        }
        boolean lob = annotations.has(LOB) && !ELEMENTS_WITHOUT_LOB.contains(name);
        OptionalInt zoned =
                storage(name, annotations).map(storage -> code(name, storage)).orElse(OptionalInt.empty());
        return (lob ? lob(name) : Optional.<ColumnType>empty())
                .or(() -> zoned.isPresent()
                        ? JdbcTypes.of(zoned.getAsInt(), name, column, version)
                        : known(name, annotations, column))
                // Hibernate binds an embeddable a second time, beside the array.
                .or(() -> isEmbeddable(name) ? Optional.empty() : other(name, column));
    }

    private boolean isEmbeddable(String name) {
        return classes.find(name)
                .filter(details -> details.annotations().has(Jpa.EMBEDDABLE))
                .isPresent();
    }

    /** What {@code @Lob} makes of a type; it is ignored on numbers, flags, dates, identifiers and enums. */
    private Optional<ColumnType> lob(String name) {
        return switch (name) {
            case "java.lang.Character",
                    "java.lang.Class",
                    "java.lang.String",
                    "java.net.URL",
                    "java.sql.Clob",
                    "java.sql.NClob",
                    "java.time.ZoneId",
                    "java.time.ZoneOffset",
                    "java.util.Currency",
                    "java.util.Locale",
                    "java.util.TimeZone" -> simple(ColumnType.Simple.Kind.CLOB);
            case "java.net.InetAddress" ->
                dialect == TargetDialect.H2 ? simple(ColumnType.Simple.Kind.BLOB) : Optional.empty();
            case "java.sql.Blob" -> simple(ColumnType.Simple.Kind.BLOB);
            default ->
                known(name, Annotations.none(), ColumnSpec.absent(Place.NOWHERE))
                                        .isEmpty()
                                && isSerialized(name)
                        ? simple(ColumnType.Simple.Kind.BLOB)
                        : Optional.empty();
        };
    }

    private static Optional<ColumnType> array(TypeRef.Array array, Annotations annotations, ColumnSpec column) {
        boolean lob = annotations.has(LOB);
        return switch (array.component().text()) {
            case "byte", "java.lang.Byte" ->
                lob
                        ? simple(ColumnType.Simple.Kind.BLOB)
                        : Optional.of(new ColumnType.Sized(ColumnType.Sized.Kind.VARBINARY, column.length()));
            case OBJECT -> Optional.of(new ColumnType.Sized(ColumnType.Sized.Kind.VARBINARY, column.length()));
            case "char", "java.lang.Character" -> lob ? simple(ColumnType.Simple.Kind.CLOB) : varchar(column.length());
            default -> Optional.empty();
        };
    }

    private Optional<ColumnType> known(String name, Annotations annotations, ColumnSpec column) {
        return switch (name) {
            case "java.lang.Boolean" -> simple(ColumnType.Simple.Kind.BOOLEAN);
            case "java.lang.Byte" -> simple(ColumnType.Simple.Kind.TINYINT);
            case "java.lang.Short" -> simple(ColumnType.Simple.Kind.SMALLINT);
            case "java.lang.Integer", "java.time.Year" -> simple(ColumnType.Simple.Kind.INTEGER);
            case "java.lang.Long" -> simple(ColumnType.Simple.Kind.BIGINT);
            case "java.lang.Float" -> bits(column, FLOAT_BITS);
            case "java.lang.Double" -> bits(column, DOUBLE_BITS);
            case "java.lang.Character" ->
                Optional.of(new ColumnType.Sized(
                        ColumnType.Sized.Kind.CHAR,
                        column.length() == ColumnSpec.DEFAULT_LENGTH ? 1 : column.length()));
            case "java.lang.String",
                    "java.util.Locale",
                    "java.net.URL",
                    "java.lang.Class",
                    "java.time.ZoneId",
                    "java.util.TimeZone" -> varchar(column.length());
            case "java.util.Currency" -> varchar(unless(column, 3));
            case "java.time.ZoneOffset" -> varchar(unless(column, 6));
            case "java.math.BigDecimal" -> numeric(column, 2);
            case "java.math.BigInteger" -> numeric(column, 0);
            case "java.time.Duration" ->
                Optional.of(
                        column.precision() == 0
                                ? ColumnTypes.numeric(21, 0)
                                : ColumnTypes.numeric(column.precision(), column.scale()));
            case "java.time.LocalDate", "java.sql.Date" -> simple(ColumnType.Simple.Kind.DATE);
            case "java.time.LocalTime", "java.sql.Time" ->
                timed(ColumnType.Timed.Kind.TIME, column, version.timePrecision());
            case "java.time.LocalDateTime", "java.sql.Timestamp" ->
                timed(ColumnType.Timed.Kind.TIMESTAMP, column, SECOND_PRECISION);
            case "java.util.Date", "java.util.Calendar" -> temporal(annotations, column);
            case "java.time.Instant" -> instant(annotations, column);
            case "java.time.OffsetDateTime", "java.time.ZonedDateTime" ->
                timed(ColumnType.Timed.Kind.TIMESTAMP_WITH_TIMEZONE, column, SECOND_PRECISION);
            case "java.time.OffsetTime" -> timed(dialect.offsetTime(), column, version.timePrecision());
            case "java.util.UUID" -> simple(ColumnType.Simple.Kind.UUID);
            case "java.sql.Blob" -> simple(ColumnType.Simple.Kind.BLOB);
            case "java.sql.Clob", "java.sql.NClob" -> simple(ColumnType.Simple.Kind.CLOB);
            case "java.net.InetAddress" -> inet(name, column);
            case "java.util.GregorianCalendar" ->
                version.serializesGregorianCalendar()
                        ? Optional.empty()
                        // Whatever @Temporal says.
                        : timed(ColumnType.Timed.Kind.TIMESTAMP, column, SECOND_PRECISION);
            default -> contributed.geometry(name);
        };
    }

    private Optional<ColumnType> other(String name, ColumnSpec column) {
        // Hibernate stores any other serializable class as bytes; a float may be known and have no such precision.
        return isSerialized(name) && !BOXES.containsValue(name)
                ? Optional.of(new ColumnType.Sized(ColumnType.Sized.Kind.VARBINARY, column.length()))
                : Optional.empty();
    }

    private boolean isSerialized(String name) {
        return classes.find(name)
                .filter(details -> details.kind() != ClassDetails.Kind.ENUM)
                .filter(details -> classes.isSubtype(name, "java.io.Serializable"))
                .isPresent();
    }

    /**
     * The check that a column needs because of its type, where that is not the column type's own business.
     *
     * @param column the column's name as conditions write it
     */
    public Optional<String> check(
            TypeRef type, Annotations annotations, ColumnSpec spec, String column, String subject) {
        if (userTypes.of(type, annotations).isPresent() || contributed.hasUserType(name(type))) {
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
        String name = name(type);
        OptionalInt written = code(name, annotations);
        OptionalInt code = effective(written, registered(type, written, annotations), annotations);
        if (name.equals("java.lang.Boolean") && code.isPresent()) {
            if (!version.checksCodedBooleans()) {
                return Optional.empty();
            }
            return switch (code.getAsInt()) {
                case JdbcTypes.CHAR -> Optional.of(column + " in ('F','T')");
                case JdbcTypes.TINYINT -> Optional.of(column + " in (0,1)");
                default -> Optional.empty();
            };
        }
        return enumeration(name).flatMap(details -> enums.check(details, annotations, spec, code, column, subject));
    }

    public boolean isEnum(TypeRef type) {
        return enumeration(name(type)).isPresent();
    }

    private Optional<ClassDetails> enumeration(String name) {
        return name.isEmpty() || BOXES.containsValue(name) || name.equals("java.lang.String")
                ? Optional.empty()
                : classes.find(name).filter(details -> details.kind() == ClassDetails.Kind.ENUM);
    }

    private Optional<TypeRegistrations.JdbcType> registered(
            TypeRef type, OptionalInt written, Annotations annotations) {
        return annotations.has(Jpa.JDBC_TYPE) ? Optional.empty() : registrations.jdbcType(type, written);
    }

    /** The code that counts, where a registered JDBC type is another than that of the code, or takes large objects as well. */
    private static OptionalInt effective(
            OptionalInt written, Optional<TypeRegistrations.JdbcType> registered, Annotations annotations) {
        return registered
                .filter(each -> written.isPresent() || !annotations.has(LOB) || !each.adjustable())
                .map(TypeRegistrations.JdbcType::code)
                .orElse(written);
    }

    /** The JDBC type code that an attribute states. */
    private OptionalInt code(String name, Annotations annotations) {
        Optional<AnnotationUsage> descriptor = annotations.find(Jpa.JDBC_TYPE);
        if (descriptor.isPresent()) {
            return jdbcDescriptors.code(descriptor.get());
        }
        Optional<AnnotationUsage> stated = annotations.find(Jpa.JDBC_TYPE_CODE);
        if (stated.isPresent()) {
            int code = stated.get().number("value", 0);
            // Of a single value, Hibernate passes over the code of an array.
            boolean passedOver =
                    JdbcTypes.isArray(code) && !name.isEmpty() && !ArrayTypes.isPlural(TypeRef.Declared.of(name));
            return passedOver ? OptionalInt.empty() : OptionalInt.of(code);
        }
        Integer preferred = settings.preferredCodes().get(name);
        return preferred != null
                ? OptionalInt.of(preferred)
                : storage(name, annotations).map(storage -> code(name, storage)).orElse(OptionalInt.empty());
    }

    /** How the offset of a date or time is stored. */
    public Optional<TimeZoneStorage> storage(TypeRef type, Annotations annotations) {
        return storage(name(type), annotations);
    }

    private Optional<TimeZoneStorage> storage(String name, Annotations annotations) {
        return TimeZoneStorage.of(name, annotations, settings.timeZoneStorage(), dialect);
    }

    private static OptionalInt code(String name, TimeZoneStorage storage) {
        boolean time = name.equals("java.time.OffsetTime");
        return switch (storage) {
            case NORMALIZE -> OptionalInt.of(time ? JdbcTypes.TIME : JdbcTypes.TIMESTAMP);
            case NATIVE -> time ? OptionalInt.of(JdbcTypes.TIME_WITH_TIMEZONE) : OptionalInt.empty();
            default -> OptionalInt.empty();
        };
    }

    private static String name(TypeRef type) {
        return boxed(type) instanceof TypeRef.Declared declared ? declared.name() : "";
    }

    private Optional<ColumnType> temporal(Annotations annotations, ColumnSpec column) {
        String value = annotations
                .find(Jpa.TEMPORAL)
                .map(usage -> usage.constant("value"))
                .orElse("TIMESTAMP");
        return switch (value) {
            case "DATE" -> simple(ColumnType.Simple.Kind.DATE);
            case "TIME" -> timed(ColumnType.Timed.Kind.TIME, column, version.timePrecision());
            default -> timed(ColumnType.Timed.Kind.TIMESTAMP, column, SECOND_PRECISION);
        };
    }

    private static Optional<ColumnType> instant(Annotations annotations, ColumnSpec column) {
        String value = annotations
                .find(Jpa.TEMPORAL)
                .map(usage -> usage.constant("value"))
                .orElse("TIMESTAMP");
        return switch (value) {
            case "DATE" -> simple(ColumnType.Simple.Kind.DATE);
            case "TIME" -> timed(ColumnType.Timed.Kind.TIME, column, SECOND_PRECISION);
            default -> timed(ColumnType.Timed.Kind.TIMESTAMP_WITH_TIMEZONE, column, SECOND_PRECISION);
        };
    }

    /** An address of the network; bytes on H2, as long as the Java type needs unless the length is stated. */
    private Optional<ColumnType> inet(String javaType, ColumnSpec column) {
        boolean bytes = dialect == TargetDialect.H2
                && !(javaType.equals("java.net.InetAddress") && column.length() == ColumnSpec.DEFAULT_LENGTH);
        return bytes
                ? JdbcTypes.of(JdbcTypes.VARBINARY, javaType, column, version)
                : simple(ColumnType.Simple.Kind.INET);
    }

    private static Optional<ColumnType> simple(ColumnType.Simple.Kind kind) {
        return Optional.of(new ColumnType.Simple(kind));
    }

    /** What is too long for a varchar of its database, the dialect makes a large object or a text of. */
    private static Optional<ColumnType> varchar(long length) {
        return length == 0 ? simple(ColumnType.Simple.Kind.LONG32VARCHAR) : Optional.of(ColumnTypes.varchar(length));
    }

    private static int unless(ColumnSpec column, int length) {
        return column.length() == ColumnSpec.DEFAULT_LENGTH ? length : column.length();
    }

    /** A precision alone has the scale 0, a scale alone counts for nothing. */
    private static Optional<ColumnType> numeric(ColumnSpec column, int defaultScale) {
        return Optional.of(
                column.precision() == 0
                        ? ColumnTypes.numeric(38, defaultScale)
                        : ColumnTypes.numeric(column.precision(), column.scale()));
    }

    /** A stated precision is in decimal digits, the column's in bits. */
    static Optional<ColumnType> bits(ColumnSpec column, int otherwise) {
        int bits = column.precision() == 0 ? otherwise : (int) Math.ceil(column.precision() / Math.log10(2));
        return column.precision() > 0 && column.scale() > 0 || bits > DOUBLE_BITS
                ? Optional.empty()
                : Optional.of(new ColumnType.Numeric(ColumnType.Numeric.Kind.FLOAT, bits, 0));
    }

    private static Optional<ColumnType> timed(ColumnType.Timed.Kind kind, ColumnSpec column, int otherwise) {
        return Optional.of(
                new ColumnType.Timed(kind, column.secondPrecision() < 0 ? otherwise : column.secondPrecision()));
    }
}
