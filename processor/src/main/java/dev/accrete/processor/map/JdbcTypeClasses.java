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
            Map.entry("FloatJdbcType", JdbcTypes.FLOAT),
            Map.entry("IntegerJdbcType", JdbcTypes.INTEGER),
            Map.entry("LongVarbinaryJdbcType", JdbcTypes.LONGVARBINARY),
            Map.entry("LongVarcharJdbcType", JdbcTypes.LONGVARCHAR),
            Map.entry("NumericJdbcType", JdbcTypes.NUMERIC),
            Map.entry("RealJdbcType", JdbcTypes.REAL),
            Map.entry("SmallIntJdbcType", JdbcTypes.SMALLINT),
            Map.entry("TimeJdbcType", JdbcTypes.TIME),
            Map.entry("TimestampJdbcType", JdbcTypes.TIMESTAMP),
            Map.entry("TimestampWithTimeZoneJdbcType", JdbcTypes.TIMESTAMP_WITH_TIMEZONE),
            Map.entry("TinyIntJdbcType", JdbcTypes.TINYINT),
            Map.entry("UUIDJdbcType", JdbcTypes.UUID),
            Map.entry("VarbinaryJdbcType", JdbcTypes.VARBINARY),
            Map.entry("VarcharJdbcType", JdbcTypes.VARCHAR));

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
