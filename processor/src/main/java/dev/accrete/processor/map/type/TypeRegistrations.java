package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The descriptors that {@code @JavaTypeRegistration} and {@code @JdbcTypeRegistration} set for all attributes of a Java type, or
 * with a type code.
 *
 * @implNote Hibernate's AnnotationBinder puts them into the registries of the whole model; attributes are resolved later.
 */
final class TypeRegistrations {

    /** The type codes that Hibernate asks its registry for, by the types of attributes. */
    private static final Map<String, Integer> RECOMMENDED = Map.ofEntries(
            Map.entry("byte[]", JdbcTypes.VARBINARY),
            Map.entry("char[]", JdbcTypes.VARCHAR),
            Map.entry("java.lang.Boolean", JdbcTypes.BOOLEAN),
            Map.entry("java.lang.Byte", JdbcTypes.TINYINT),
            Map.entry("java.lang.Character", JdbcTypes.CHAR),
            Map.entry("java.lang.Class", JdbcTypes.VARCHAR),
            Map.entry("java.lang.Double", JdbcTypes.DOUBLE),
            Map.entry("java.lang.Float", JdbcTypes.FLOAT),
            Map.entry("java.lang.Integer", JdbcTypes.INTEGER),
            Map.entry("java.lang.Long", JdbcTypes.BIGINT),
            Map.entry("java.lang.Short", JdbcTypes.SMALLINT),
            Map.entry("java.lang.String", JdbcTypes.VARCHAR),
            Map.entry("java.math.BigDecimal", JdbcTypes.NUMERIC),
            Map.entry("java.math.BigInteger", JdbcTypes.NUMERIC),
            Map.entry("java.net.URL", JdbcTypes.VARCHAR),
            Map.entry("java.time.Duration", JdbcTypes.DURATION),
            Map.entry("java.time.Year", JdbcTypes.INTEGER),
            Map.entry("java.time.ZoneId", JdbcTypes.VARCHAR),
            Map.entry("java.time.ZoneOffset", JdbcTypes.VARCHAR),
            Map.entry("java.util.Currency", JdbcTypes.VARCHAR),
            Map.entry("java.util.Locale", JdbcTypes.VARCHAR),
            Map.entry("java.util.TimeZone", JdbcTypes.VARCHAR),
            Map.entry("java.util.UUID", JdbcTypes.UUID));

    /** Codes of enumerations, dates and times, and of several values: what becomes of them depends on more than the code. */
    private static final Set<Integer> COMPOUND = Set.of(
            JdbcTypes.ARRAY,
            JdbcTypes.CHAR,
            JdbcTypes.DATE,
            JdbcTypes.ENUM,
            JdbcTypes.NAMED_ENUM,
            JdbcTypes.NAMED_ORDINAL_ENUM,
            JdbcTypes.SMALLINT,
            JdbcTypes.TIME,
            JdbcTypes.TIMESTAMP,
            JdbcTypes.TIMESTAMP_UTC,
            JdbcTypes.TIMESTAMP_WITH_TIMEZONE,
            JdbcTypes.TIME_WITH_TIMEZONE,
            JdbcTypes.TINYINT,
            JdbcTypes.VARCHAR);

    private final JdbcDescriptors descriptors;
    private final JavaDescriptors javaDescriptors;
    private final MappingContext context;
    private final Map<String, String> javaTypes = new HashMap<>();
    private final Map<Integer, JdbcType> jdbcTypes = new HashMap<>();

    TypeRegistrations(JdbcDescriptors descriptors, JavaDescriptors javaDescriptors, MappingContext context) {
        this.descriptors = descriptors;
        this.javaDescriptors = javaDescriptors;
        this.context = context;
    }

    /**
     * A registered JDBC type.
     *
     * @param code the type code by which its columns are made; empty if it is not known
     * @param adjustable whether large objects have another one
     */
    record JdbcType(OptionalInt code, boolean adjustable) {}

    /** Takes in what managed classes and their packages register. */
    void register(List<ClassDetails> managed) {
        for (ClassDetails details : managed) {
            register(details.annotations(), details.simpleName());
            register(details.packageAnnotations(), details.packageName());
        }
    }

    private void register(Annotations annotations, String subject) {
        for (AnnotationUsage usage : annotations.all(Jpa.JAVA_TYPE_REGISTRATION, Jpa.JAVA_TYPE_REGISTRATION + "s")) {
            String descriptor = usage.type("descriptorClass").map(TypeRef::text).orElse("");
            usage.type("javaType").ifPresent(type -> {
                // Hibernate does not start where the descriptor is one of another type.
                if (javaDescriptors.isOfOther(descriptor, type)) {
                    context.refuse(usage, subject);
                }
                javaTypes.put(key(type), descriptor);
            });
        }
        for (AnnotationUsage usage : annotations.all(Jpa.JDBC_TYPE_REGISTRATION, Jpa.JDBC_TYPE_REGISTRATION + "s")) {
            String descriptor = usage.type("value").map(TypeRef::text).orElse("");
            OptionalInt code = usage.has("registrationCode")
                    ? OptionalInt.of(usage.number("registrationCode", 0))
                    : descriptors.registrationCode(descriptor);
            JdbcType type = new JdbcType(descriptors.code(descriptor), descriptors.isAdjustable(descriptor));
            if (code.isEmpty()
                    || COMPOUND.contains(code.getAsInt()) && !type.code().equals(code)) {
                context.refuse(usage, subject);
            } else {
                jdbcTypes.put(code.getAsInt(), type);
            }
        }
    }

    private static String key(TypeRef type) {
        return JavaTypes.boxed(type).className();
    }

    /** The descriptor that is registered for a Java type. */
    Optional<String> javaType(TypeRef type) {
        return Optional.ofNullable(javaTypes.get(key(type)));
    }

    /** Whether the columns of a type may be others because of what is registered. */
    boolean concerns(TypeRef type) {
        Integer recommended = RECOMMENDED.get(key(type));
        return javaType(type).isPresent() || recommended != null && replaces(recommended);
    }

    private boolean replaces(int code) {
        return jdbcTypes.containsKey(code) && !jdbcTypes.get(code).code().equals(OptionalInt.of(code));
    }

    /**
     * What is registered for the code that an attribute states, else for the one that its type recommends.
     *
     * @param stated the code that counts if nothing is registered
     */
    Optional<JdbcType> jdbcType(TypeRef type, OptionalInt stated) {
        Integer code = stated.isPresent() ? Integer.valueOf(stated.getAsInt()) : RECOMMENDED.get(key(type));
        return Optional.ofNullable(jdbcTypes.get(code));
    }
}
