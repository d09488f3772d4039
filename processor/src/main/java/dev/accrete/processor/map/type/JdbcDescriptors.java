package dev.accrete.processor.map.type;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The type codes by which descriptors of JDBC types have their columns in a schema: Hibernate's own, and those of users whose
 * methods say it without looking at anything.
 *
 * @implNote Hibernate asks getDdlTypeCode, which asks getDefaultSqlTypeCode, which asks getJdbcTypeCode, as far as none of
 *     them is overridden.
 */
final class JdbcDescriptors {

    private static final String HIBERNATE = "org.hibernate.";
    private static final String ADJUSTABLE = "org.hibernate.type.descriptor.jdbc.AdjustableJdbcType";
    private static final List<String> METHODS = List.of("getDdlTypeCode", "getDefaultSqlTypeCode", "getJdbcTypeCode");

    private static final String PACKAGE = "org.hibernate.type.descriptor.jdbc.";
    /** Those of the dialects, by version. */
    private static final Set<String> DIALECT_PACKAGES = Set.of("org.hibernate.dialect.type.", "org.hibernate.dialect.");

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
            Map.entry("JsonJdbcType", JdbcTypes.JSON),
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

    private static final Map<String, Integer> OF_DIALECTS = Map.ofEntries(
            Map.entry("H2DurationIntervalSecondJdbcType", JdbcTypes.INTERVAL_SECOND),
            Map.entry("H2JsonJdbcType", JdbcTypes.JSON),
            Map.entry("PostgreSQLCastingInetJdbcType", JdbcTypes.INET),
            Map.entry("PostgreSQLCastingIntervalSecondJdbcType", JdbcTypes.INTERVAL_SECOND),
            Map.entry("PostgreSQLEnumJdbcType", JdbcTypes.NAMED_ENUM),
            Map.entry("PostgreSQLInetJdbcType", JdbcTypes.INET),
            Map.entry("PostgreSQLIntervalSecondJdbcType", JdbcTypes.INTERVAL_SECOND),
            Map.entry("PostgreSQLJsonPGObjectJsonType", JdbcTypes.JSON),
            Map.entry("PostgreSQLJsonPGObjectJsonbType", JdbcTypes.JSON),
            Map.entry("PostgreSQLOrdinalEnumJdbcType", JdbcTypes.NAMED_ORDINAL_ENUM),
            Map.entry("PostgreSQLUUIDJdbcType", JdbcTypes.UUID));

    /** Those that are registered by another code than that of their columns. */
    private static final Map<String, Integer> REGISTERED =
            Map.of("TinyIntAsSmallIntJdbcType", JdbcTypes.TINYINT, "UuidAsBinaryJdbcType", JdbcTypes.UUID);

    private final ClassSource classes;
    private final Evaluation evaluation;

    JdbcDescriptors(ClassSource classes, Evaluation evaluation) {
        this.classes = classes;
        this.evaluation = evaluation;
    }

    /** @return empty if the code is not known */
    OptionalInt code(AnnotationUsage usage) {
        return code(usage.type("value").map(TypeRef::text).orElse(""));
    }

    /** @return empty if the code is not known */
    OptionalInt code(String descriptor) {
        return code(METHODS, descriptor, Map.of());
    }

    /** @param others what is otherwise among Hibernate's own codes */
    private OptionalInt code(List<String> methods, String descriptor, Map<String, Integer> others) {
        return methods.stream()
                .filter(method -> !descriptor.startsWith(HIBERNATE))
                .flatMap(method -> evaluation.declaredBy(descriptor, method).stream()
                        .map(declaring -> declaring.startsWith(HIBERNATE)
                                ? ofHibernate(ancestor(descriptor), others)
                                : evaluated(descriptor, method)))
                .findFirst()
                .orElseGet(() -> ofHibernate(ancestor(descriptor), others));
    }

    /**
     * The code by which a descriptor is registered where none is stated.
     *
     * @implNote getDefaultSqlTypeCode, which is mostly that of its columns.
     */
    OptionalInt registrationCode(String descriptor) {
        return code(METHODS.subList(1, METHODS.size()), descriptor, REGISTERED);
    }

    /** Whether large objects and enumerations get another descriptor in the place of this one. */
    boolean isAdjustable(String descriptor) {
        return classes.isSubtype(descriptor, ADJUSTABLE);
    }

    private OptionalInt evaluated(String descriptor, String method) {
        return evaluation.ofMethod(descriptor, method) instanceof Evaluation.Values known
                        && known.values().get(0) instanceof Integer code
                ? OptionalInt.of(code)
                : OptionalInt.empty();
    }

    /** The nearest class of Hibernate's that a descriptor is or extends. */
    private String ancestor(String descriptor) {
        String name = descriptor;
        while (!name.isEmpty() && !name.startsWith(HIBERNATE)) {
            name = classes.find(name)
                    .flatMap(ClassDetails::superclass)
                    .map(TypeRef.Declared::name)
                    .orElse("");
        }
        return name;
    }

    private static OptionalInt ofHibernate(String name, Map<String, Integer> others) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        String found = name.substring(0, name.length() - simple.length());
        Integer code = found.equals(PACKAGE)
                ? others.getOrDefault(simple, CODES.get(simple))
                : DIALECT_PACKAGES.contains(found) ? OF_DIALECTS.get(simple) : null;
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }
}
