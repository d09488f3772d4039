package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.TypeRef;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What descriptors of Java types say of the columns: Hibernate's own, which {@code @JavaType} may put on an attribute of any
 * type, and those of users that name a JDBC type without looking at anything.
 */
public final class JavaDescriptors {

    private static final String HIBERNATE = "org.hibernate.";
    private static final String RECOMMENDED = "getRecommendedJdbcType";
    private static final String TEMPORAL = "org.hibernate.type.descriptor.java.TemporalJavaType";

    /** What gives the column another size. */
    private static final List<String> SIZES =
            List.of("getDefaultSqlLength", "getDefaultSqlPrecision", "getDefaultSqlScale", "getLongSqlLength");

    private static final String PACKAGE = "org.hibernate.type.descriptor.java.";
    private static final TypeRef BYTES = new TypeRef.Array(new TypeRef.Primitive("byte"));
    private static final TypeRef CHARACTERS = new TypeRef.Array(new TypeRef.Primitive("char"));

    private static final Map<String, TypeRef> TYPES = Map.ofEntries(
            Map.entry("BigDecimalJavaType", TypeRef.Declared.of("java.math.BigDecimal")),
            Map.entry("BigIntegerJavaType", TypeRef.Declared.of("java.math.BigInteger")),
            Map.entry("BlobJavaType", TypeRef.Declared.of("java.sql.Blob")),
            Map.entry("BooleanJavaType", TypeRef.Declared.of("java.lang.Boolean")),
            Map.entry("ByteArrayJavaType", BYTES),
            Map.entry("ByteJavaType", TypeRef.Declared.of("java.lang.Byte")),
            Map.entry("CharacterArrayJavaType", CHARACTERS),
            Map.entry("CharacterJavaType", TypeRef.Declared.of("java.lang.Character")),
            Map.entry("CalendarDateJavaType", TypeRef.Declared.of("java.util.Calendar")),
            Map.entry("CalendarJavaType", TypeRef.Declared.of("java.util.Calendar")),
            Map.entry("CalendarTimeJavaType", TypeRef.Declared.of("java.util.Calendar")),
            Map.entry("ClassJavaType", TypeRef.Declared.of("java.lang.Class")),
            Map.entry("ClobJavaType", TypeRef.Declared.of("java.sql.Clob")),
            Map.entry("CurrencyJavaType", TypeRef.Declared.of("java.util.Currency")),
            Map.entry("DateJavaType", TypeRef.Declared.of("java.util.Date")),
            Map.entry("DoubleJavaType", TypeRef.Declared.of("java.lang.Double")),
            Map.entry("DurationJavaType", TypeRef.Declared.of("java.time.Duration")),
            Map.entry("FloatJavaType", TypeRef.Declared.of("java.lang.Float")),
            Map.entry("InetAddressJavaType", TypeRef.Declared.of("java.net.InetAddress")),
            Map.entry("InstantJavaType", TypeRef.Declared.of("java.time.Instant")),
            Map.entry("IntegerJavaType", TypeRef.Declared.of("java.lang.Integer")),
            Map.entry("JdbcDateJavaType", TypeRef.Declared.of("java.sql.Date")),
            Map.entry("JdbcTimeJavaType", TypeRef.Declared.of("java.sql.Time")),
            Map.entry("JdbcTimestampJavaType", TypeRef.Declared.of("java.sql.Timestamp")),
            Map.entry("LocalDateJavaType", TypeRef.Declared.of("java.time.LocalDate")),
            Map.entry("LocalDateTimeJavaType", TypeRef.Declared.of("java.time.LocalDateTime")),
            Map.entry("LocalTimeJavaType", TypeRef.Declared.of("java.time.LocalTime")),
            Map.entry("LocaleJavaType", TypeRef.Declared.of("java.util.Locale")),
            Map.entry("LongJavaType", TypeRef.Declared.of("java.lang.Long")),
            Map.entry("NClobJavaType", TypeRef.Declared.of("java.sql.NClob")),
            Map.entry("OffsetDateTimeJavaType", TypeRef.Declared.of("java.time.OffsetDateTime")),
            Map.entry("OffsetTimeJavaType", TypeRef.Declared.of("java.time.OffsetTime")),
            Map.entry("PrimitiveByteArrayJavaType", BYTES),
            Map.entry("PrimitiveCharacterArrayJavaType", CHARACTERS),
            Map.entry("ShortJavaType", TypeRef.Declared.of("java.lang.Short")),
            Map.entry("StringJavaType", TypeRef.Declared.of("java.lang.String")),
            Map.entry("TimeZoneJavaType", TypeRef.Declared.of("java.util.TimeZone")),
            Map.entry("UUIDJavaType", TypeRef.Declared.of("java.util.UUID")),
            Map.entry("UrlJavaType", TypeRef.Declared.of("java.net.URL")),
            Map.entry("YearJavaType", TypeRef.Declared.of("java.time.Year")),
            Map.entry("ZoneIdJavaType", TypeRef.Declared.of("java.time.ZoneId")),
            Map.entry("ZoneOffsetJavaType", TypeRef.Declared.of("java.time.ZoneOffset")),
            Map.entry("ZonedDateTimeJavaType", TypeRef.Declared.of("java.time.ZonedDateTime")));

    /** Those of Hibernate's own that recommend another JDBC type than the one of their Java type. */
    private static final Map<String, Integer> CODES =
            Map.of("CalendarDateJavaType", Types.DATE, "CalendarTimeJavaType", Types.TIME);

    private static final Set<String> GENERAL = Set.of(PACKAGE + "AbstractClassJavaType", PACKAGE + "AbstractJavaType");

    /** What Hibernate writes as the bytes of an object where the class is stated, and not the type of an attribute. */
    private static final Set<String> AS_BYTES =
            Set.of("java.lang.Class", "java.sql.NClob", "java.util.Currency", "java.util.Locale", "java.util.TimeZone");

    private static final Descriptor UNKNOWN = new Descriptor(Optional.empty(), OptionalInt.empty(), false);

    private final ClassSource classes;
    private final Evaluation evaluation;
    private final JdbcDescriptors jdbcTypes;

    JavaDescriptors(ClassSource classes, Evaluation evaluation, JdbcDescriptors jdbcTypes) {
        this.classes = classes;
        this.evaluation = evaluation;
        this.jdbcTypes = jdbcTypes;
    }

    /**
     * What a descriptor says; neither type nor code if that is not known.
     *
     * @param type the Java type whose columns it has, at least their sizes
     * @param code the JDBC type that it names itself
     * @param adjusted whether a large object has another JDBC type
     */
    record Descriptor(Optional<TypeRef> type, OptionalInt code, boolean adjusted) {}

    /** What a descriptor says of an attribute that states it. A value of a type that nobody recommends anything for is bytes. */
    Descriptor stated(String descriptor) {
        Optional<String> described = describedByClass(descriptor);
        Optional<TypeRef> known = inherited(descriptor).filter(type -> AS_BYTES.contains(type.text()));
        boolean bytes = (known.isPresent()
                        || described.filter(name -> !name.startsWith("java.")).isPresent())
                && !isOwn(descriptor, RECOMMENDED)
                && !isSized(descriptor);
        return bytes ? new Descriptor(known, OptionalInt.of(JdbcTypes.VARBINARY), false) : registered(descriptor);
    }

    /** What a descriptor says of an attribute of the type that it is registered for. */
    Descriptor registered(String descriptor) {
        Optional<TypeRef> type = inherited(descriptor);
        if (type.isEmpty() && classes.isSubtype(descriptor, TEMPORAL) || isSized(descriptor)) {
            return UNKNOWN;
        }
        if (isOwn(descriptor, RECOMMENDED)) {
            return evaluation.ofMethod(descriptor, RECOMMENDED) instanceof Evaluation.Values known
                    ? recommending(type, known.values().get(0))
                    : UNKNOWN;
        }
        return new Descriptor(type, recommended(descriptor), true);
    }

    private OptionalInt recommended(String descriptor) {
        return ofHibernate(descriptor).map(CODES::get).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private boolean isSized(String descriptor) {
        return SIZES.stream().anyMatch(method -> isOwn(descriptor, method));
    }

    /** The class that a descriptor describes which extends Hibernate's general one, and not that of a type. */
    private Optional<String> describedByClass(String descriptor) {
        return classes.find(descriptor)
                .flatMap(ClassDetails::superclass)
                .filter(superclass -> GENERAL.contains(superclass.name()))
                .flatMap(superclass -> superclass.arguments().stream().findFirst())
                .map(type -> type instanceof TypeRef.Declared declared ? declared.name() : "java.");
    }

    /**
     * What says of a value whose class an annotation states that it is stored as bytes.
     *
     * @param usage the annotation
     * @param type the class
     */
    public static Optional<AnnotationUsage> asBytes(AnnotationUsage usage, TypeRef type) {
        return type instanceof TypeRef.Declared declared && AS_BYTES.contains(declared.name())
                ? Optional.of(new AnnotationUsage(
                        Jpa.JDBC_TYPE_CODE, Map.of("value", JdbcTypes.VARBINARY), Map.of(), usage.place(), Map.of()))
                : Optional.empty();
    }

    /** Whether a descriptor is one of Hibernate's, or extends one, for another type. */
    boolean isOfOther(String descriptor, TypeRef type) {
        return inherited(descriptor)
                .filter(own -> !own.text().equals(JavaTypes.boxed(type).text()))
                .isPresent();
    }

    private Descriptor recommending(Optional<TypeRef> type, Object jdbcType) {
        OptionalInt code = jdbcType instanceof Integer number
                ? OptionalInt.of(number)
                : jdbcType instanceof String name ? jdbcTypes.code(name) : OptionalInt.empty();
        boolean adjusted = !(jdbcType instanceof String name) || jdbcTypes.isAdjustable(name);
        return code.isPresent() ? new Descriptor(type, code, adjusted) : UNKNOWN;
    }

    private boolean isOwn(String descriptor, String method) {
        return evaluation
                .declaredBy(descriptor, method)
                .filter(declaring -> !declaring.startsWith(HIBERNATE))
                .isPresent();
    }

    /** The Java type of the known class that a descriptor is or extends. */
    private Optional<TypeRef> inherited(String descriptor) {
        return ofHibernate(descriptor).map(TYPES::get);
    }

    /** The simple name of the class of Hibernate's that a descriptor is or extends. */
    private Optional<String> ofHibernate(String descriptor) {
        String name = descriptor;
        while (!name.isEmpty() && !name.startsWith(HIBERNATE)) {
            name = classes.find(name)
                    .flatMap(ClassDetails::superclass)
                    .map(TypeRef.Declared::name)
                    .orElse("");
        }
        return name.startsWith(PACKAGE) ? Optional.of(name.substring(PACKAGE.length())) : Optional.empty();
    }
}
