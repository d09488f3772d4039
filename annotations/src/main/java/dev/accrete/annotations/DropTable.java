package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Permits that a table which no class maps any more is dropped, with its data.
 *
 * <pre>{@code
 * @DropTable("fax_message")                       // DROP TABLE fax_message
 * package com.acme.office;                        // in package-info.java, or on a type of the same package
 * }</pre>
 *
 * <p>Without it the table stays and is no longer covered. The class that mapped the table is gone, so the permission
 * stands on a package or on another class, usually the one that takes over.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(DropTable.Container.class)
public @interface DropTable {
    /**
     * The table to drop.
     *
     * @return its name in the database, after its schema and a dot where it has one
     */
    String value();

    /** Holds several {@link DropTable} of one class or package; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.PACKAGE})
    @interface Container {
        /**
         * The repeated annotations.
         *
         * @return in source order
         */
        DropTable[] value();
    }
}
