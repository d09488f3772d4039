package dev.accrete.processor.map;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.TypeRef;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The type codes of Hibernate's own descriptors that {@code @JdbcType} may name; others decide by code that runs. */
final class JdbcTypeClasses {

    private static final String PACKAGE = "org.hibernate.type.descriptor.jdbc.";
    private static final String POSTGRES_ENUM = "org.hibernate.dialect.type.PostgreSQLEnumJdbcType";

    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("BigIntJdbcType", JdbcTypes.BIGINT),
            Map.entry("BinaryJdbcType", JdbcTypes.BINARY),
            Map.entry("BlobJdbcType", JdbcTypes.BLOB),
            Map.entry("BooleanJdbcType", JdbcTypes.BOOLEAN),
            Map.entry("CharJdbcType", JdbcTypes.CHAR),
            Map.entry("ClobJdbcType", JdbcTypes.CLOB),
            Map.entry("DateJdbcType", JdbcTypes.DATE),
            Map.entry("DecimalJdbcType", JdbcTypes.DECIMAL),
            Map.entry("DoubleJdbcType", JdbcTypes.DOUBLE),
            Map.entry("DurationJdbcType", JdbcTypes.DURATION),
            Map.entry("FloatJdbcType", JdbcTypes.FLOAT),
            Map.entry("InstantAsTimestampJdbcType", JdbcTypes.TIMESTAMP_UTC),
            Map.entry("InstantAsTimestampWithTimeZoneJdbcType", JdbcTypes.TIMESTAMP_UTC),
            Map.entry("InstantJdbcType", JdbcTypes.INSTANT),
            Map.entry("IntegerJdbcType", JdbcTypes.INTEGER),
            Map.entry("LocalDateJdbcType", JdbcTypes.LOCAL_DATE),
            Map.entry("LocalDateTimeJdbcType", JdbcTypes.LOCAL_DATE_TIME),
            Map.entry("LocalTimeJdbcType", JdbcTypes.LOCAL_TIME),
            Map.entry("LongNVarcharJdbcType", JdbcTypes.LONGNVARCHAR),
            Map.entry("LongVarbinaryJdbcType", JdbcTypes.LONGVARBINARY),
            Map.entry("LongVarcharJdbcType", JdbcTypes.LONGVARCHAR),
            Map.entry("NCharJdbcType", JdbcTypes.NCHAR),
            Map.entry("NVarcharJdbcType", JdbcTypes.NVARCHAR),
            Map.entry("NumericJdbcType", JdbcTypes.NUMERIC),
            Map.entry("OffsetDateTimeJdbcType", JdbcTypes.OFFSET_DATE_TIME),
            Map.entry("OffsetTimeJdbcType", JdbcTypes.OFFSET_TIME),
            Map.entry("RealJdbcType", JdbcTypes.REAL),
            Map.entry("SmallIntJdbcType", JdbcTypes.SMALLINT),
            Map.entry("TimeJdbcType", JdbcTypes.TIME),
            Map.entry("TimeWithTimeZoneJdbcType", JdbcTypes.TIME_WITH_TIMEZONE),
            Map.entry("TimestampJdbcType", JdbcTypes.TIMESTAMP),
            Map.entry("TimestampUtcAsInstantJdbcType", JdbcTypes.TIMESTAMP_UTC),
            Map.entry("TimestampUtcAsJdbcTimestampJdbcType", JdbcTypes.TIMESTAMP_UTC),
            Map.entry("TimestampUtcAsOffsetDateTimeJdbcType", JdbcTypes.TIMESTAMP_UTC),
            Map.entry("TimestampWithTimeZoneJdbcType", JdbcTypes.TIMESTAMP_WITH_TIMEZONE),
            Map.entry("TinyIntAsSmallIntJdbcType", JdbcTypes.SMALLINT),
            Map.entry("TinyIntJdbcType", JdbcTypes.TINYINT),
            Map.entry("UUIDJdbcType", JdbcTypes.UUID),
            Map.entry("UuidAsBinaryJdbcType", JdbcTypes.BINARY),
            Map.entry("VarbinaryJdbcType", JdbcTypes.VARBINARY),
            Map.entry("VarcharJdbcType", JdbcTypes.VARCHAR),
            Map.entry("VarcharUUIDJdbcType", JdbcTypes.UUID),
            Map.entry("ZonedDateTimeJdbcType", JdbcTypes.ZONED_DATE_TIME));

    private JdbcTypeClasses() {}

    /** @return empty if the code is not known */
    static OptionalInt code(AnnotationUsage usage) {
        String name = usage.type("value").map(TypeRef::text).orElse("");
        if (name.equals(POSTGRES_ENUM)) {
            return OptionalInt.of(JdbcTypes.NAMED_ENUM);
        }
        Optional<Integer> code = name.startsWith(PACKAGE)
                ? Optional.ofNullable(CODES.get(name.substring(PACKAGE.length())))
                : Optional.empty();
        return code.isPresent() ? OptionalInt.of(code.get()) : OptionalInt.empty();
    }
}
