package dev.accrete.processor.map.hibernate;

import java.util.List;
import java.util.Objects;

/**
 * What decides the mapping apart from the classes.
 *
 * @param naming how names in the source become names in the database
 * @param implicitNaming what names are derived from that the source does not state
 * @param hibernate the version of Hibernate whose mapping is followed, e.g. {@code 7.4}
 * @param dialects names of the dialects, e.g. {@code h2}, {@code postgresql}
 * @param settings what else of Hibernate's configuration changes the schema
 */
public record MappingOptions(
        Naming naming,
        ImplicitNaming implicitNaming,
        String hibernate,
        List<String> dialects,
        HibernateSettings settings) {

    /** The naming strategies, by the value of the option {@code accrete.naming}. */
    public enum Naming {
        /** Names as they are written or derived (JPA, Hibernate's default). */
        JPA,
        /** {@code firstName} becomes {@code first_name} (what Spring Boot sets). */
        SNAKE_CASE
    }

    /** What derives names, by the value of the option {@code accrete.implicit_naming}. */
    public enum ImplicitNaming {
        /** JPA's rules (Hibernate's default). */
        JPA,
        /** JPA's, but join tables are called after the owner's table and the attribute (what Spring Boot sets). */
        SPRING,
        /** JPA's, with the whole path of an attribute where JPA takes its name (ImplicitNamingStrategyComponentPathImpl). */
        COMPONENT_PATH;

        /** The one that is set together with a naming. */
        public static ImplicitNaming of(Naming naming) {
            return naming == Naming.SNAKE_CASE ? SPRING : JPA;
        }
    }

    public MappingOptions {
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(implicitNaming, "implicitNaming");
        Objects.requireNonNull(hibernate, "hibernate");
        dialects = List.copyOf(dialects);
        Objects.requireNonNull(settings, "settings");
    }

    /** JPA naming, Hibernate 7.4, both dialects. */
    public static MappingOptions defaults() {
        return new MappingOptions(
                Naming.JPA, ImplicitNaming.JPA, "7.4", List.of("h2", "postgresql"), HibernateSettings.defaults());
    }

    public MappingOptions withNaming(Naming value) {
        return new MappingOptions(value, ImplicitNaming.of(value), hibernate, dialects, settings);
    }
}
