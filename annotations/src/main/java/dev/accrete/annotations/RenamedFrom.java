package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States that a table or a column had another name before, so that it is renamed with all its data.
 *
 * <pre>{@code
 * @Entity
 * @RenamedFrom("users")                           // ALTER TABLE users RENAME TO account
 * class Account {
 *     @RenamedFrom("name")                        // ALTER TABLE account RENAME COLUMN name TO full_name
 *     String fullName;
 * }
 * }</pre>
 *
 * <p>Without it a column that is gone and a column that is new are two facts: Accrete never guesses that they are one.
 * A rename breaks the application version that still runs while the migration is applied; the script says so.
 *
 * <p>Where the snapshot has no table or column of the former name, there is nothing to rename: the annotation is ignored
 * with a note.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
@Repeatable(RenamedFrom.Container.class)
public @interface RenamedFrom {
    /**
     * The former name.
     *
     * @return the name as it stands in the database: of the table, if this is on a type; of the column, if this is on an
     *     attribute
     */
    String value();

    /**
     * Which column is meant, where the element has several or none of its own: an embedded attribute, a key of several
     * columns, a collection with its table, a class with the column of its discriminator.
     *
     * @return the column's name now in the database, or {@code table.column} for one outside the table of the class;
     *     empty for the only column of the attribute, or for the table
     */
    String column() default "";

    /**
     * Which table is meant, where it is not that of the class or the collection: a secondary table.
     *
     * @return the table's name now in the database; empty for the table of the class or the collection
     */
    String table() default "";

    /** Holds several {@link RenamedFrom} of one element; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
    @interface Container {
        /**
         * The repeated annotations.
         *
         * @return in source order
         */
        RenamedFrom[] value();
    }
}
