package dev.accrete.processor.map.type;

import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The column type of a JDBC type code that a mapping states ({@code @JdbcTypeCode}), for a Java type.
 *
 * @implNote Source: java.sql.Types and Hibernate's SqlTypes; each pair of code and Java type was measured. A length or
 *     precision that is not stated is the one that the Java type needs as text or number.
 */
public final class JdbcTypes {

    static final int CHAR = 1;
    static final int NUMERIC = 2;
    static final int DECIMAL = 3;
    public static final int INTEGER = 4;
    public static final int SMALLINT = 5;
    static final int FLOAT = 6;
    static final int REAL = 7;
    static final int DOUBLE = 8;
    public static final int VARCHAR = 12;
    static final int BOOLEAN = 16;
    static final int DATE = 91;
    static final int TIME = 92;
    static final int TIMESTAMP = 93;
    static final int LONGVARCHAR = -1;
    static final int BINARY = -2;
    static final int VARBINARY = -3;
    static final int LONGVARBINARY = -4;
    public static final int BIGINT = -5;
    static final int TINYINT = -6;
    static final int BIT = -7;
    static final int NVARCHAR = -9;
    static final int NCHAR = -15;
    static final int LONGNVARCHAR = -16;
    static final int ARRAY = 2003;
    static final int BLOB = 2004;
    static final int CLOB = 2005;
    static final int SQLXML = 2009;
    static final int NCLOB = 2011;
    static final int TIME_WITH_TIMEZONE = 2013;
    static final int TIMESTAMP_WITH_TIMEZONE = 2014;
    static final int UUID = 3000;
    static final int JSON = 3001;
    static final int INET = 3002;
    static final int STRUCT = 2002;
    static final int JSON_ARRAY = 3018;
    static final int XML_ARRAY = 3019;
    static final int TIMESTAMP_UTC = 3003;
    static final int MATERIALIZED_BLOB = 3004;
    static final int MATERIALIZED_CLOB = 3005;
    static final int MATERIALIZED_NCLOB = 3006;
    static final int TIME_UTC = 3007;
    static final int INSTANT = 3008;
    static final int LOCAL_DATE_TIME = 3009;
    static final int LOCAL_DATE = 3010;
    static final int LOCAL_TIME = 3011;
    static final int OFFSET_DATE_TIME = 3012;
    static final int OFFSET_TIME = 3013;
    static final int ZONED_DATE_TIME = 3014;
    static final int DURATION = 3015;
    static final int INTERVAL_SECOND = 3100;
    static final int GEOMETRY = 3200;
    static final int GEOGRAPHY = 3250;
    static final int LONG32VARCHAR = 4001;
    static final int LONG32NVARCHAR = 4002;
    static final int LONG32VARBINARY = 4003;
    static final int ENUM = 6000;
    static final int NAMED_ENUM = 6001;
    static final int NAMED_ORDINAL_ENUM = 6003;

    /** The length of a type code that has no length of its own (Length.LONG). */
    private static final int LONG = 32_600;

    /** The length of a large object (Dialect.getDefaultLobLength). */
    private static final int LOB = 1_048_576;

    private static final int UUID_BYTES = 16;
    private static final int SECOND_PRECISION = 6;
    private static final int NANOSECONDS = 9;

    /** Characters that a value takes as text. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("java.lang.Boolean", 1),
            Map.entry("java.lang.Byte", 1),
            Map.entry("java.lang.Character", 1),
            Map.entry("java.lang.Short", 6),
            Map.entry("java.lang.Integer", 11),
            Map.entry("java.lang.Long", 20),
            Map.entry("java.lang.Float", 14),
            Map.entry("java.lang.Double", 24),
            Map.entry("java.math.BigDecimal", 40),
            Map.entry("java.math.BigInteger", 39),
            Map.entry("java.net.InetAddress", 19),
            Map.entry("java.sql.Blob", LOB),
            Map.entry("java.sql.Clob", LOB),
            Map.entry("java.time.ZoneOffset", 6),
            Map.entry("java.util.Currency", 3),
            Map.entry("java.util.UUID", 36));

    /** Precision and scale that a value takes as a number. */
    private static final Map<String, int[]> DIGITS = Map.ofEntries(
            Map.entry("java.lang.Boolean", new int[] {1, 0}),
            Map.entry("java.lang.Byte", new int[] {3, 0}),
            Map.entry("java.lang.Character", new int[] {3, 0}),
            Map.entry("java.lang.Short", new int[] {5, 0}),
            Map.entry("java.lang.Integer", new int[] {10, 0}),
            Map.entry("java.lang.Long", new int[] {19, 0}),
            Map.entry("java.lang.Float", new int[] {8, 2}),
            Map.entry("java.lang.Double", new int[] {17, 2}),
            Map.entry("java.math.BigDecimal", new int[] {38, 2}),
            Map.entry("java.math.BigInteger", new int[] {38, 0}),
            Map.entry("java.time.Duration", new int[] {21, 0}));

    private static final int[] OTHER_DIGITS = {19, 2};

    private JdbcTypes() {}

    /**
     * The type of a column.
     *
     * @param code the type code
     * @param javaType the canonical name of the attribute's type, wrapped if it is primitive
     * @return empty for a code that is not mapped, or not for the Java type
     */
    static Optional<ColumnType> of(int code, String javaType, ColumnSpec stated, MappingVersion version) {
        boolean temporal = JavaTypes.TEMPORALS.contains(javaType);
        ColumnSpec spec = stated.ofOtherType(temporal);
        return switch (code) {
            case CHAR, NCHAR -> sized(ColumnType.Sized.Kind.CHAR, javaType, spec);
            case VARCHAR, NVARCHAR -> sized(ColumnType.Sized.Kind.VARCHAR, javaType, spec);
            case LONGVARCHAR, LONGNVARCHAR -> Optional.of(ColumnTypes.varchar(longer(spec)));
            case LONG32VARCHAR, LONG32NVARCHAR -> simple(ColumnType.Simple.Kind.LONG32VARCHAR);
            case CLOB, NCLOB, MATERIALIZED_CLOB, MATERIALIZED_NCLOB -> simple(ColumnType.Simple.Kind.CLOB);
            case BINARY -> sized(ColumnType.Sized.Kind.BINARY, javaType, spec);
            case VARBINARY -> sized(ColumnType.Sized.Kind.VARBINARY, javaType, spec);
            case LONGVARBINARY -> Optional.of(new ColumnType.Sized(ColumnType.Sized.Kind.VARBINARY, longer(spec)));
            case LONG32VARBINARY -> simple(ColumnType.Simple.Kind.LONG32VARBINARY);
            case BLOB, MATERIALIZED_BLOB -> simple(ColumnType.Simple.Kind.BLOB);
            case NUMERIC, DURATION ->
                temporal ? Optional.empty() : numeric(ColumnType.Numeric.Kind.NUMERIC, javaType, spec, version);
            case DECIMAL ->
                temporal ? Optional.empty() : numeric(ColumnType.Numeric.Kind.DECIMAL, javaType, spec, version);
            case FLOAT, DOUBLE -> temporal ? Optional.empty() : floating(javaType, spec);
            case REAL -> Optional.of(new ColumnType.Raw("real"));
            case TINYINT -> simple(ColumnType.Simple.Kind.TINYINT);
            case SMALLINT -> simple(ColumnType.Simple.Kind.SMALLINT);
            case INTEGER -> simple(ColumnType.Simple.Kind.INTEGER);
            case BIGINT -> simple(ColumnType.Simple.Kind.BIGINT);
            case BOOLEAN, BIT -> simple(ColumnType.Simple.Kind.BOOLEAN);
            case UUID -> simple(ColumnType.Simple.Kind.UUID);
            case JSON, JSON_ARRAY -> simple(ColumnType.Simple.Kind.JSON);
            case SQLXML, XML_ARRAY -> simple(ColumnType.Simple.Kind.XML);
            case DATE, LOCAL_DATE -> simple(ColumnType.Simple.Kind.DATE);
            case TIME, LOCAL_TIME -> timed(code, ColumnType.Timed.Kind.TIME, javaType, spec, version);
            case TIME_WITH_TIMEZONE, OFFSET_TIME ->
                timed(code, ColumnType.Timed.Kind.TIME_WITH_TIMEZONE, javaType, spec, version);
            case TIMESTAMP, INSTANT, LOCAL_DATE_TIME ->
                timed(code, ColumnType.Timed.Kind.TIMESTAMP, javaType, spec, version);
            case TIMESTAMP_WITH_TIMEZONE, TIMESTAMP_UTC, OFFSET_DATE_TIME, ZONED_DATE_TIME ->
                timed(code, ColumnType.Timed.Kind.TIMESTAMP_WITH_TIMEZONE, javaType, spec, version);
            case INTERVAL_SECOND ->
                // A stated precision would be H2's alone, a scale that of both.
                javaType.equals("java.time.Duration") && spec.precision() == 0
                        ? Optional.of(new ColumnType.Timed(ColumnType.Timed.Kind.INTERVAL_SECOND, NANOSECONDS))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether a code stands for several values. */
    static boolean isArray(int code) {
        return code == ARRAY || code == JSON_ARRAY || code == XML_ARRAY;
    }

    /** Whether a code stands for text, so that the constants of an enum are stored by name. */
    static boolean isText(int code) {
        return switch (code) {
            case CHAR, NCHAR, VARCHAR, NVARCHAR, LONGVARCHAR, LONGNVARCHAR -> true;
            default -> false;
        };
    }

    /** Whether a code stands for a whole number, so that the constants of an enum are stored by position. */
    static boolean isInteger(int code) {
        return code == TINYINT || code == SMALLINT || code == INTEGER || code == BIGINT;
    }

    /** Whether a code stands for times with fractional seconds. */
    static boolean isTimed(int code) {
        return switch (code) {
            case TIME, LOCAL_TIME, TIME_WITH_TIMEZONE, OFFSET_TIME -> true;
            case TIMESTAMP, INSTANT, LOCAL_DATE_TIME -> true;
            case TIMESTAMP_WITH_TIMEZONE, TIMESTAMP_UTC, OFFSET_DATE_TIME, ZONED_DATE_TIME -> true;
            default -> false;
        };
    }

    /** The code of a large object in the place of a text or bytes. */
    static int large(int code) {
        return switch (code) {
            case CHAR, NCHAR, VARCHAR, NVARCHAR, LONGVARCHAR, LONGNVARCHAR -> CLOB;
            case BINARY, VARBINARY, LONGVARBINARY -> BLOB;
            default -> code;
        };
    }

    private static int longer(ColumnSpec spec) {
        return spec.length() == ColumnSpec.DEFAULT_LENGTH ? LONG : spec.length();
    }

    private static Optional<ColumnType> simple(ColumnType.Simple.Kind kind) {
        return Optional.of(new ColumnType.Simple(kind));
    }

    private static Optional<ColumnType> sized(ColumnType.Sized.Kind kind, String javaType, ColumnSpec spec) {
        boolean binary = kind == ColumnType.Sized.Kind.BINARY || kind == ColumnType.Sized.Kind.VARBINARY;
        int needed = binary && javaType.equals("java.util.UUID")
                ? UUID_BYTES
                : LENGTHS.getOrDefault(javaType, ColumnSpec.DEFAULT_LENGTH);
        return Optional.of(
                new ColumnType.Sized(kind, spec.length() == ColumnSpec.DEFAULT_LENGTH ? needed : spec.length()));
    }

    private static Optional<ColumnType> numeric(
            ColumnType.Numeric.Kind kind, String javaType, ColumnSpec spec, MappingVersion version) {
        int[] digits = DIGITS.getOrDefault(javaType, OTHER_DIGITS);
        int precision =
                version.countsDigitsOfFloats() ? digits[0] : bits(javaType).orElse(digits[0]);
        return Optional.of(
                spec.precision() == 0
                        ? new ColumnType.Numeric(kind, precision, digits[1])
                        : new ColumnType.Numeric(kind, spec.precision(), spec.scale()));
    }

    private static OptionalInt bits(String javaType) {
        return switch (javaType) {
            case "java.lang.Float" -> OptionalInt.of(JavaTypes.FLOAT_BITS);
            case "java.lang.Double" -> OptionalInt.of(JavaTypes.DOUBLE_BITS);
            default -> OptionalInt.empty();
        };
    }

    private static Optional<ColumnType> floating(String javaType, ColumnSpec spec) {
        OptionalInt bits = bits(javaType);
        if (bits.isPresent()) {
            return JavaTypes.bits(spec, bits.getAsInt());
        }
        return spec.precision() > 0
                ? Optional.empty()
                : Optional.of(new ColumnType.Numeric(
                        ColumnType.Numeric.Kind.FLOAT, DIGITS.getOrDefault(javaType, OTHER_DIGITS)[0], 0));
    }

    /** A type with the fractional seconds that it has where nothing is stated. */
    public static ColumnType.Timed withDefaultSeconds(ColumnType.Timed type, MappingVersion version) {
        return switch (type.kind()) {
            case TIME, TIME_WITH_TIMEZONE -> new ColumnType.Timed(type.kind(), version.timePrecision());
            case TIMESTAMP, TIMESTAMP_WITH_TIMEZONE -> new ColumnType.Timed(type.kind(), SECOND_PRECISION);
            case INTERVAL_SECOND -> type;
        };
    }

    private static Optional<ColumnType> timed(
            int code, ColumnType.Timed.Kind kind, String javaType, ColumnSpec spec, MappingVersion version) {
        int otherwise = switch (javaType) {
            case "java.time.LocalTime", "java.time.OffsetTime", "java.sql.Time" -> version.timePrecision();
            case "java.util.Date", "java.util.Calendar" -> code == TIME ? version.timePrecision() : SECOND_PRECISION;
            case "java.time.Instant",
                    "java.time.LocalDateTime",
                    "java.time.OffsetDateTime",
                    "java.time.ZonedDateTime",
                    "java.sql.Timestamp" -> SECOND_PRECISION;
            default -> -1;
        };
        if (otherwise < 0) {
            return Optional.empty();
        }
        return Optional.of(new ColumnType.Timed(kind, spec.secondPrecision() < 0 ? otherwise : spec.secondPrecision()));
    }
}
