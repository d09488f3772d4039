package dev.accrete.processor.map;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The settings of Hibernate that change the schema, as the application has them.
 *
 * @param validation whether constraints of Bean Validation shape the schema (jakarta.persistence.validation.mode)
 * @param timeZoneStorage how offsets are stored where no annotation says it (hibernate.timezone.default_storage)
 * @param preferredCodes JDBC type codes by the canonical name of a Java type (hibernate.type.preferred_…_jdbc_type)
 * @param nativeEnums whether enums are types of the database (hibernate.type.prefer_native_enum_types)
 * @param defaultSchema the schema of what states none (hibernate.default_schema)
 */
public record HibernateSettings(
        boolean validation,
        TimeZoneStorage timeZoneStorage,
        Map<String, Integer> preferredCodes,
        boolean nativeEnums,
        Optional<String> defaultSchema) {

    public HibernateSettings {
        Objects.requireNonNull(timeZoneStorage, "timeZoneStorage");
        preferredCodes = Map.copyOf(preferredCodes);
        Objects.requireNonNull(defaultSchema, "defaultSchema");
    }

    /** Hibernate's defaults. */
    public static HibernateSettings defaults() {
        return new HibernateSettings(true, TimeZoneStorage.DEFAULT, Map.of(), false, Optional.empty());
    }
}
