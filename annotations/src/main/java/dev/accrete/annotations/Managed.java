package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States whether Accrete manages the table of a class.
 *
 * <p>Entities are managed without it. It is written where that is not what is wanted:
 *
 * <pre>{@code
 * @Managed                                        // no JPA entity, and a table all the same
 * @Table(name = "exchange_rates")
 * record ExchangeRate(@Id String currency, @Column(nullable = false) BigDecimal rate) {}
 *
 * @Managed(false)                                 // the table belongs to somebody else
 * @Entity
 * class LegacyCustomer { ... }
 *
 * @Managed(adopt = true)                          // the table exists in the databases already
 * @Entity
 * class Customer { ... }
 * }</pre>
 *
 * <p>On a package ({@code package-info.java}) it holds for every entity of that package that has none of its own.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface Managed {
    /**
     * Whether Accrete creates and changes the table.
     *
     * @return {@code true}, the default: the class is a table of the model, be it an entity or a plain class or record
     *     with {@code @Table}, {@code @Id} and {@code @Column}. {@code false}: no script ever mentions the table, though
     *     foreign keys may point to it
     */
    boolean value() default true;

    /**
     * Whether the table exists already in the databases that the migrations will meet.
     *
     * @return {@code true}: the migration checks that the table fits the model instead of creating it, and it is covered
     *     from then on. {@code false}, the default: the migration creates the table. Has no meaning beside
     *     {@code value = false}
     */
    boolean adopt() default false;
}
