package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Permits that a column which no attribute maps any more is dropped, with its data.
 *
 * <pre>{@code
 * @Entity
 * @DropColumn("fax")                              // ALTER TABLE customer DROP COLUMN fax
 * class Customer { ... }
 * }</pre>
 *
 * <p>Without it the column stays, and becomes nullable if the application could not insert rows otherwise. Safest is to
 * remove the attribute in one migration and to drop the column in a later one: then no running version of the
 * application uses the column any more when it goes.
 *
 * @see KeepColumn
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(DropColumn.Container.class)
public @interface DropColumn {
    /**
     * The column to drop.
     *
     * @return its name in the database; the table is that of the annotated class; on a mapped superclass, that of each
     *     entity that extends it and has such a column
     */
    String value();

    /** Holds several {@link DropColumn} of one class; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface Container {
        /**
         * The repeated annotations.
         *
         * @return in source order
         */
        DropColumn[] value();
    }
}
