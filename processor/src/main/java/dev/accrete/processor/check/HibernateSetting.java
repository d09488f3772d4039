package dev.accrete.processor.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A setting of Hibernate that changes the schema, with the option that repeats it.
 *
 * @param name the setting
 * @param option the option without its prefix; empty if none stands for the setting
 * @param otherwise the option's default, or the setting's if there is no option
 * @param values the option's values by the setting's, both in lower case; a value that is not among them is the option's own
 */
record HibernateSetting(String name, Optional<String> option, String otherwise, Map<String, String> values) {

    private static final String NAMING = "org.hibernate.boot.model.naming.";

    /** All that have an effect on H2 or PostgreSQL. */
    static final List<HibernateSetting> ALL = List.of(
            of("hibernate.default_schema", "default_schema", ""),
            of("hibernate.timezone.default_storage", "timezone_storage", "default"),
            of("hibernate.type.prefer_native_enum_types", "native_enums", "false"),
            of("hibernate.type.preferred_uuid_jdbc_type", "uuid_type", ""),
            of("hibernate.type.preferred_boolean_jdbc_type", "boolean_type", ""),
            of("hibernate.type.preferred_duration_jdbc_type", "duration_type", ""),
            of("hibernate.type.preferred_instant_jdbc_type", "instant_type", ""),
            of("hibernate.mapping.default_list_semantics", "lists", "bag"),
            of("hibernate.jpa.compliance.global_id_generators", "global_generators", "false"),
            of("hibernate.audit.strategy", "audit", "default"),
            of("hibernate.type.wrapper_array_handling", "wrapper_arrays", "disallow"),
            of(
                    "hibernate.hbm2ddl.default_constraint_mode",
                    "foreign_keys",
                    "true",
                    Map.of("constraint", "true", "no_constraint", "false")),
            of("hibernate.globally_quoted_identifiers", "quoting", "none", Map.of("true", "all", "false", "none")),
            of("hibernate.auto_quote_keyword", "quoting", "none", Map.of("true", "keywords", "false", "none")),
            of(
                    "hibernate.physical_naming_strategy",
                    "naming",
                    "jpa",
                    Map.of(
                            lower(NAMING + "PhysicalNamingStrategyStandardImpl"), "jpa",
                            lower(NAMING + "PhysicalNamingStrategySnakeCaseImpl"), "snake_case",
                            lower(NAMING + "CamelCaseToUnderscoresNamingStrategy"), "snake_case")),
            of(
                    "hibernate.implicit_naming_strategy",
                    "implicit_naming",
                    "jpa",
                    Map.of(
                            "default",
                            "jpa",
                            "component-path",
                            "component_path",
                            lower("org.springframework.boot.hibernate.SpringImplicitNamingStrategy"),
                            "spring",
                            lower("org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy"),
                            "spring",
                            lower(NAMING + "ImplicitNamingStrategyJpaCompliantImpl"),
                            "jpa",
                            lower(NAMING + "ImplicitNamingStrategyComponentPathImpl"),
                            "component_path")),
            of(
                    "jakarta.persistence.validation.mode",
                    "validation",
                    "ddl",
                    Map.of("auto", "ddl", "callback", "none", "none", "none")),
            none("hibernate.default_catalog", ""),
            none("hibernate.id.db_structure_naming_strategy", "standard"),
            none("hibernate.temporal.table_strategy", "auto"),
            none("hibernate.temporal.changeset_id_supplier", ""),
            none("hibernate.column_ordering_strategy", "default"),
            none("hibernate.type.preferred_array_jdbc_type", "array"),
            none("hibernate.discriminator.implicit_for_joined", "false"),
            none("hibernate.discriminator.ignore_explicit_for_joined", "false"));

    HibernateSetting {
        values = Map.copyOf(values);
    }

    private static HibernateSetting of(String name, String option, String otherwise) {
        return of(name, option, otherwise, Map.of());
    }

    private static HibernateSetting of(String name, String option, String otherwise, Map<String, String> values) {
        return new HibernateSetting(name, Optional.of(option), otherwise, values);
    }

    private static HibernateSetting none(String name, String otherwise) {
        return new HibernateSetting(name, Optional.empty(), otherwise, Map.of());
    }

    /** What the option would have to be for a value of the setting. */
    String optionValue(String value) {
        return values.getOrDefault(lower(value), lower(value));
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
