package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
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
public @interface RenamedFrom {
    /**
     * The former name.
     *
     * @return the name as it stands in the database: of the table, if this is on a type; of the column, if this is on an
     *     attribute
     */
    String value();
}
