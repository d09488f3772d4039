package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States how the values of a column are converted when its type changes.
 *
 * <pre>{@code
 * @Using("cast(amount * 100 as bigint)")          // was: BigDecimal amount
 * long amount;
 * }</pre>
 *
 * <p>Needed where the database has no conversion of its own between the two types, or where its conversion is not the
 * one that is meant.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
@Repeatable(Using.Container.class)
public @interface Using {
    /**
     * The new value, from the old row.
     *
     * @return an SQL expression that every dialect of the project understands; the column's own name in it stands for
     *     the value before the change; the column's name alone means the databases' own conversion
     */
    String value();

    /**
     * Which column is meant, where the element has several or none of its own: an embedded attribute, a key of several
     * columns, a collection with its table, a class with the column of its discriminator.
     *
     * @return the column's name in the database, or {@code table.column} for one outside the table of the class;
     *     empty for the only column of the attribute
     */
    String column() default "";

    /** Holds several {@link Using} of one element; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
    @interface Container {
        /**
         * The repeated annotations.
         *
         * @return in source order
         */
        Using[] value();
    }
}
