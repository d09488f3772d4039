package dev.accrete.processor.map;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import java.util.Map;
import java.util.Optional;

/**
 * The Java types of Hibernate's own descriptors that {@code @JavaType} may name: an attribute with one has the column of that
 * type, whatever its own type is. Other descriptors decide by code that runs.
 */
final class JavaTypeClasses {

    private static final String PACKAGE = "org.hibernate.type.descriptor.java.";
    private static final TypeRef BYTES = new TypeRef.Array(new TypeRef.Primitive("byte"));
    private static final TypeRef CHARACTERS = new TypeRef.Array(new TypeRef.Primitive("char"));

    private static final Map<String, TypeRef> TYPES = Map.ofEntries(
            Map.entry("BigDecimalJavaType", TypeRef.Declared.of("java.math.BigDecimal")),
            Map.entry("BigIntegerJavaType", TypeRef.Declared.of("java.math.BigInteger")),
            Map.entry("BooleanJavaType", TypeRef.Declared.of("java.lang.Boolean")),
            Map.entry("ByteArrayJavaType", BYTES),
            Map.entry("ByteJavaType", TypeRef.Declared.of("java.lang.Byte")),
            Map.entry("CharacterArrayJavaType", CHARACTERS),
            Map.entry("CharacterJavaType", TypeRef.Declared.of("java.lang.Character")),
            Map.entry("DateJavaType", TypeRef.Declared.of("java.util.Date")),
            Map.entry("DoubleJavaType", TypeRef.Declared.of("java.lang.Double")),
            Map.entry("FloatJavaType", TypeRef.Declared.of("java.lang.Float")),
            Map.entry("InstantJavaType", TypeRef.Declared.of("java.time.Instant")),
            Map.entry("IntegerJavaType", TypeRef.Declared.of("java.lang.Integer")),
            Map.entry("JdbcDateJavaType", TypeRef.Declared.of("java.sql.Date")),
            Map.entry("JdbcTimeJavaType", TypeRef.Declared.of("java.sql.Time")),
            Map.entry("JdbcTimestampJavaType", TypeRef.Declared.of("java.sql.Timestamp")),
            Map.entry("LocalDateJavaType", TypeRef.Declared.of("java.time.LocalDate")),
            Map.entry("LocalDateTimeJavaType", TypeRef.Declared.of("java.time.LocalDateTime")),
            Map.entry("LongJavaType", TypeRef.Declared.of("java.lang.Long")),
            Map.entry("PrimitiveByteArrayJavaType", BYTES),
            Map.entry("PrimitiveCharacterArrayJavaType", CHARACTERS),
            Map.entry("ShortJavaType", TypeRef.Declared.of("java.lang.Short")),
            Map.entry("StringJavaType", TypeRef.Declared.of("java.lang.String")),
            Map.entry("UUIDJavaType", TypeRef.Declared.of("java.util.UUID")));

    private JavaTypeClasses() {}

    /** @return the attribute's own type if none is stated; empty if what is stated is not known */
    static Optional<TypeRef> type(TypeRef own, Annotations annotations) {
        return annotations
                .find(Jpa.JAVA_TYPE)
                .map(usage -> usage.type("value").map(TypeRef::text).orElse(""))
                .map(name -> Optional.ofNullable(
                        name.startsWith(PACKAGE) ? TYPES.get(name.substring(PACKAGE.length())) : null))
                .orElse(Optional.of(own));
    }
}
