package dev.accrete.processor.map.hibernate;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of Hibernate that change the schema, as the application has them.
 *
 * @param validation whether constraints of Bean Validation shape the schema (jakarta.persistence.validation.mode)
 * @param timeZoneStorage how offsets are stored where no annotation says it (hibernate.timezone.default_storage)
 * @param preferredCodes JDBC type codes by the canonical name of a Java type (hibernate.type.preferred_…_jdbc_type)
 * @param nativeEnums whether enums are types of the database (hibernate.type.prefer_native_enum_types)
 * @param defaultSchema the schema of what states none (hibernate.default_schema)
 * @param orderedLists whether the position in a list counts where nothing says so (hibernate.mapping.default_list_semantics)
 * @param foreignKeys whether relations have foreign keys (hibernate.hbm2ddl.default_constraint_mode)
 * @param globalGenerators whether generators are seen from all entities (hibernate.jpa.compliance.global_id_generators)
 * @param wrapperArrays what {@code Byte[]} and {@code Character[]} are (hibernate.type.wrapper_array_handling)
 * @param quoting which names are quoted (hibernate.globally_quoted_identifiers, hibernate.auto_quote_keyword)
 * @param auditsUntil whether audit tables say until when a row was so (hibernate.audit.strategy)
 * @param contributors classes of libraries that add to the mapping, whose effect is taken care of otherwise
 */
public record HibernateSettings(
        boolean validation,
        TimeZoneStorage timeZoneStorage,
        Map<String, Integer> preferredCodes,
        boolean nativeEnums,
        Optional<String> defaultSchema,
        boolean orderedLists,
        boolean foreignKeys,
        boolean globalGenerators,
        WrapperArrays wrapperArrays,
        Quoting quoting,
        boolean auditsUntil,
        Set<String> contributors) {

    /** What arrays of wrappers of bytes and characters are. */
    public enum WrapperArrays {
        /** Nothing: Hibernate does not start with them. */
        DISALLOW,
        /** Arrays, whose elements may be NULL. */
        ALLOW,
        /** Bytes and text, as {@code byte[]} and {@code char[]}. */
        LEGACY
    }

    /** Which names are quoted that the mapping does not quote. */
    public enum Quoting {
        NONE,
        /** The words that Hibernate knows to be reserved. */
        KEYWORDS,
        /** All, and what a {@code columnDefinition} states too. */
        ALL,
        /** All names. */
        ALL_BUT_DEFINITIONS;

        /** Whether every name is quoted. */
        public boolean isAll() {
            return this == ALL || this == ALL_BUT_DEFINITIONS;
        }
    }

    public HibernateSettings {
        Objects.requireNonNull(timeZoneStorage, "timeZoneStorage");
        preferredCodes = Map.copyOf(preferredCodes);
        Objects.requireNonNull(defaultSchema, "defaultSchema");
        Objects.requireNonNull(wrapperArrays, "wrapperArrays");
        Objects.requireNonNull(quoting, "quoting");
        contributors = Set.copyOf(contributors);
    }

    /** Hibernate's defaults. */
    public static HibernateSettings defaults() {
        return new HibernateSettings(
                true,
                TimeZoneStorage.DEFAULT,
                Map.of(),
                false,
                Optional.empty(),
                false,
                true,
                false,
                WrapperArrays.DISALLOW,
                Quoting.NONE,
                false,
                Set.of());
    }
}
