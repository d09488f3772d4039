package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A migration of data in Java, for what SQL can't do. The class is public, implements {@code
 * dev.accrete.runtime.JavaMigration} and has a public constructor without parameters.
 *
 * <pre>{@code
 * @DataMigration(description = "slugs for products that have none")
 * public final class FillSlugs implements JavaMigration {
 *     public long migrate(Connection connection, int batch) throws SQLException {
 *         ... // the next thousand rows that have no slug
 *         return rows;
 *     }
 * }
 * }</pre>
 *
 * <p>It is drafted, saved and applied like a change of the entities: as a step of the next migration, behind those that
 * change the schema, once per database. Keep the class as long as a migration names it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DataMigration {
    /**
     * What it does, for the script.
     *
     * @return one line; the class's name by default
     */
    String description() default "";

    /**
     * Its place among those that are saved together: lower numbers first, then by name.
     *
     * @return any number
     */
    int order() default 0;

    /**
     * The environments in which it runs; elsewhere it counts as done.
     *
     * @return names as in the setting {@code accrete.environment}; empty: all
     */
    String[] environments() default {};
}
