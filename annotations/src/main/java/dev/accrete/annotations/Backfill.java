package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States what the rows that exist already get in a column that is added as NOT NULL or becomes NOT NULL.
 *
 * <pre>{@code
 * @Backfill("now()")
 * @Column(nullable = false)
 * Instant joinedAt;
 *
 * @Backfill("lower(first_name || '.' || last_name)")   // may use the other columns of the row
 * @Column(nullable = false)
 * String login;
 * }</pre>
 *
 * <p>The value is for existing rows alone: it is no default of the column, new rows get their value from the
 * application.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Backfill {
    /**
     * The value for rows that have none.
     *
     * @return an SQL expression that every dialect of the project understands; it may name columns of the same table
     */
    String value();
}
