package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Place;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The column types that Java types have by themselves.
 *
 * @implNote Source: Hibernate 7.4's basic type registry, measured for every type below.
 */
public final class JavaTypes {

    private static final String OBJECT = "java.lang.Object";

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
    private final TargetDialects dialects;
    private final MappingVersion version;
    private final ContributedTypes contributed;

    JavaTypes(MappingContext context, ContributedTypes contributed) {
        this.classes = context.classes;
        this.dialects = context.dialects;
        this.version = context.version;
        this.contributed = contributed;
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

    /** The class of a type, of a primitive one its wrapper; empty for what is none. */
    static String name(TypeRef type) {
        return boxed(type) instanceof TypeRef.Declared declared ? declared.name() : "";
    }

    /**
     * Whether a class may be an enum; what every model is full of need not be looked up.
     *
     * @param name of a type, a primitive one as its wrapper
     */
    static boolean mayBeEnum(String name) {
        return !name.isEmpty() && !BOXES.containsValue(name) && !name.equals("java.lang.String");
    }

    /** What {@code @Lob} makes of a type; it is ignored on numbers, flags, dates, identifiers and enums. */
    Optional<ColumnType> lob(String name) {
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
                dialects.is(TargetDialect.H2) ? simple(ColumnType.Simple.Kind.BLOB) : Optional.empty();
            case "java.sql.Blob" -> simple(ColumnType.Simple.Kind.BLOB);
            default ->
                known(name, Annotations.none(), ColumnSpec.absent(Place.NOWHERE))
                                        .isEmpty()
                                && isSerialized(name)
                        ? simple(ColumnType.Simple.Kind.BLOB)
                        : Optional.empty();
        };
    }

    /** An array of bytes or characters that is one value. */
    static Optional<ColumnType> array(TypeRef.Array array, Annotations annotations, ColumnSpec column) {
        boolean lob = annotations.has(Jpa.LOB);
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

    /** The type of a column without a large object; empty for a class that has none. */
    Optional<ColumnType> known(String name, Annotations annotations, ColumnSpec column) {
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
            case "java.time.OffsetTime" ->
                timed(dialects.ask(TargetDialect::offsetTime), column, version.timePrecision());
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

    /** What any other class is stored as: bytes, if it is serializable. */
    Optional<ColumnType> serialized(String name, ColumnSpec column) {
        // A float may be known and have no such precision.
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
    Optional<ColumnType> inet(String javaType, ColumnSpec column) {
        boolean bytes = !(javaType.equals("java.net.InetAddress") && column.length() == ColumnSpec.DEFAULT_LENGTH)
                && dialects.is(TargetDialect.H2);
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
