package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.hibernate.HibernateSettings;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.map.hibernate.TimeZoneStorage;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The codes of the JDBC types that attributes have other than by their Java type: stated, registered, or set. */
final class JdbcCodes {

    /** JDBC types that Java types have by themselves, and that DDL has another code for. */
    private static final Map<String, Integer> CODES =
            Map.of("java.lang.Double", JdbcTypes.DOUBLE, "java.time.Duration", JdbcTypes.DURATION);

    private static final ColumnType OF_UNKNOWN_SIZE = new ColumnType.Raw("object");

    private final JdbcDescriptors descriptors;
    private final TypeRegistrations registrations;
    private final HibernateSettings settings;
    private final TargetDialects dialects;

    JdbcCodes(
            JdbcDescriptors descriptors,
            TypeRegistrations registrations,
            HibernateSettings settings,
            TargetDialects dialects) {
        this.descriptors = descriptors;
        this.registrations = registrations;
        this.settings = settings;
        this.dialects = dialects;
    }

    /** The JDBC type code that an attribute states, or that is set for its Java type. */
    OptionalInt stated(String name, Annotations annotations) {
        Optional<AnnotationUsage> descriptor = annotations.find(Jpa.JDBC_TYPE);
        if (descriptor.isPresent()) {
            return descriptors.code(descriptor.get());
        }
        Optional<AnnotationUsage> stated = annotations.find(Jpa.JDBC_TYPE_CODE);
        if (stated.isPresent()) {
            int code = stated.get().number("value", 0);
            // Of a single value, Hibernate passes over the code of an array.
            boolean passedOver =
                    JdbcTypes.isArray(code) && !name.isEmpty() && !ArrayTypes.isPlural(TypeRef.Declared.of(name));
            return passedOver ? OptionalInt.empty() : OptionalInt.of(code);
        }
        OptionalInt preferred = preferred(name, annotations);
        return preferred.isPresent()
                ? preferred
                : storage(name, annotations)
                        .map(storage -> zoned(name, storage))
                        .orElse(OptionalInt.empty());
    }

    /**
     * The code that is set for a Java type. Of what is a part of its values alone the part decides.
     *
     * @implNote InferredBasicValueResolver.fromTemporalImplicit.
     */
    OptionalInt preferred(String name, Annotations annotations) {
        Integer preferred = settings.preferredCodes().get(name);
        boolean part = annotations
                .find(Jpa.TEMPORAL)
                .filter(usage -> !usage.constant("value").equals("TIMESTAMP"))
                .isPresent();
        if (preferred == null || part) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(annotations.has(Jpa.LOB) ? JdbcTypes.large(preferred) : preferred);
    }

    /** The JDBC type that is registered for what an attribute states, or for its Java type. */
    Optional<TypeRegistrations.JdbcType> registered(TypeRef type, OptionalInt stated, Annotations annotations) {
        return annotations.has(Jpa.JDBC_TYPE) ? Optional.empty() : registrations.jdbcType(type, stated);
    }

    /** The code that counts, where a registered JDBC type is another than that of the code, or takes large objects as well. */
    static OptionalInt counting(
            OptionalInt stated, Optional<TypeRegistrations.JdbcType> registered, Annotations annotations) {
        return registered
                .filter(each -> stated.isPresent() || !annotations.has(Jpa.LOB) || !each.adjustable())
                .map(TypeRegistrations.JdbcType::code)
                .orElse(stated);
    }

    /** How the offset of a date or time is stored. */
    Optional<TimeZoneStorage> storage(String name, Annotations annotations) {
        return TimeZoneStorage.of(name, annotations, settings.timeZoneStorage(), dialects);
    }

    /** Apart from its offset, a date and time is stored as an instant is. */
    OptionalInt zoned(String name, TimeZoneStorage storage) {
        boolean time = name.equals("java.time.OffsetTime");
        Integer instant = settings.preferredCodes().get("java.time.Instant");
        return switch (storage) {
            case COLUMN -> time || instant == null ? OptionalInt.empty() : OptionalInt.of(instant);
            case NORMALIZE -> OptionalInt.of(time ? JdbcTypes.TIME : JdbcTypes.TIMESTAMP);
            case NATIVE -> time ? OptionalInt.of(JdbcTypes.TIME_WITH_TIMEZONE) : OptionalInt.empty();
            default -> OptionalInt.empty();
        };
    }

    /**
     * What a key counts a value as by the code of its JDBC type, where DDL has another one.
     *
     * @implNote getDdlTypeCode of DoubleJdbcType, DurationJdbcType and the types that pass java.time on to the driver; of their
     *     own codes, ColumnOrderingStrategyStandard knows eight bytes for a double and nothing for the others.
     */
    Optional<ColumnType> counted(String name, Annotations annotations) {
        OptionalInt stated = stated(name, annotations);
        Integer code = stated.isPresent() ? Integer.valueOf(stated.getAsInt()) : CODES.get(name);
        if (code == null) {
            return Optional.empty();
        }
        return switch (code) {
            case JdbcTypes.DOUBLE -> Optional.of(new ColumnType.Simple(ColumnType.Simple.Kind.BIGINT));
            case JdbcTypes.DURATION, JdbcTypes.INSTANT -> Optional.of(OF_UNKNOWN_SIZE);
            case JdbcTypes.LOCAL_DATE, JdbcTypes.LOCAL_TIME, JdbcTypes.LOCAL_DATE_TIME -> Optional.of(OF_UNKNOWN_SIZE);
            case JdbcTypes.OFFSET_TIME, JdbcTypes.OFFSET_DATE_TIME, JdbcTypes.ZONED_DATE_TIME ->
                Optional.of(OF_UNKNOWN_SIZE);
            default -> Optional.empty();
        };
    }
}
