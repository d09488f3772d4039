package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
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
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Using {
    /**
     * The new value, from the old row.
     *
     * @return an SQL expression that every dialect of the project understands; the column's own name in it stands for
     *     the value before the change
     */
    String value();
}
