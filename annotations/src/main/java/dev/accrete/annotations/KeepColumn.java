package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States that a column which no attribute maps any more stays on purpose: no rename, no drop, no more warnings.
 *
 * <pre>{@code
 * @Entity
 * @KeepColumn("legacy_number")                    // read by the data warehouse
 * class Customer { ... }
 * }</pre>
 *
 * @see DropColumn
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(KeepColumn.Container.class)
public @interface KeepColumn {
    /**
     * The column to keep.
     *
     * @return its name in the database; the table is that of the annotated class; on a mapped superclass, that of each
     *     entity that extends it and has such a column
     */
    String value();

    /** Holds several {@link KeepColumn} of one class; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface Container {
        /**
         * The repeated annotations.
         *
         * @return in source order
         */
        KeepColumn[] value();
    }
}
