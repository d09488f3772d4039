package dev.accrete.processor.map;

import java.util.List;
import java.util.Objects;

/**
 * What decides the mapping apart from the classes.
 *
 * @param naming how names in the source become names in the database
 * @param hibernate the version of Hibernate whose mapping is followed, e.g. {@code 7.4}
 * @param dialects names of the dialects, e.g. {@code h2}, {@code postgresql}
 * @param settings what else of Hibernate's configuration changes the schema
 */
public record MappingOptions(Naming naming, String hibernate, List<String> dialects, HibernateSettings settings) {

    /** The naming strategies, by the value of the option {@code accrete.naming}. */
    public enum Naming {
        /** Names as they are written or derived (JPA, Hibernate's default). */
        JPA,
        /** {@code firstName} becomes {@code first_name} (what Spring Boot sets). */
        SNAKE_CASE
    }

    public MappingOptions {
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(hibernate, "hibernate");
        dialects = List.copyOf(dialects);
        Objects.requireNonNull(settings, "settings");
    }

    /** JPA naming, Hibernate 7.4, both dialects. */
    public static MappingOptions defaults() {
        return new MappingOptions(Naming.JPA, "7.4", List.of("h2", "postgresql"), HibernateSettings.defaults());
    }

    public MappingOptions withNaming(Naming value) {
        return new MappingOptions(value, hibernate, dialects, settings);
    }
}
