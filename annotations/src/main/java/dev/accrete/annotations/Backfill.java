package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States what the rows that exist already get in a column that is added or becomes NOT NULL, or which rows a new table
 * starts with.
 *
 * <pre>{@code
 * @Backfill("now()")
 * @Column(nullable = false)
 * Instant joinedAt;
 *
 * @Backfill("lower(first_name || '.' || last_name)")   // may use the other columns of the row
 * @Column(nullable = false)
 * String login;
 *
 * @Entity
 * @Backfill("(id, doors) select id, doors from vehicle where dtype = 'Car'")   // what follows INSERT INTO car
 * class Car extends Vehicle { ... }
 *
 * @ElementCollection
 * @Backfill("(customer_id, phones) select id, phone from customer where phone is not null")
 * Set<String> phones;
 * }</pre>
 *
 * <p>The value is for existing rows alone: it is no default of the column, new rows get their value from the
 * application.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
@Repeatable(Backfill.Container.class)
public @interface Backfill {
    /**
     * The value for rows that have none, or the rows for a table that has none.
     *
     * @return SQL that every dialect of the project understands: for a column an expression, which may name columns of the
     *     same table and rank its rows with window functions, and in a column of large objects a text is what they hold; a
     *     column that gets another type with the same migration has it by then, but for window functions, which rank rows
     *     by the values until then; for a table, on its class or collection, the names of columns in parentheses and a query
     */
    String value();

    /**
     * Which column is meant, where the element has several or none of its own: an embedded attribute, a key of several
     * columns, a collection with its table, a class with the column of its discriminator.
     *
     * @return the column's name in the database, or {@code table.column} for one outside the table of the class;
     *     empty for the only column of the attribute, or for the rows of a new table
     */
    String column() default "";

    /**
     * Which table is meant, where it is not that of the class or the collection: a secondary table.
     *
     * @return the table's name in the database; empty for the table of the class or the collection
     */
    String table() default "";

    /** Holds several {@link Backfill} of one element; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
    @interface Container {
        /**
         * The repeated annotations.
         *
         * @return in source order
         */
        Backfill[] value();
    }
}
