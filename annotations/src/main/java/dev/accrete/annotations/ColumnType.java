package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States the SQL type of a column where it cannot be known while compiling, for example behind a user type or a
 * converter that computes its type.
 *
 * <pre>{@code
 * @ColumnType("numeric(19,4)")
 * Money price;
 *
 * @ColumnType("varchar(3)")                       // for every attribute that it converts
 * class CurrencyConverter implements AttributeConverter<Currency, String> { ... }
 * }</pre>
 *
 * <p>It says what the persistence provider uses; it doesn't change that. To choose another type, use
 * {@code @Column(columnDefinition = "...")}, which both read.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface ColumnType {
    /**
     * The type.
     *
     * @return an SQL type that every dialect of the project knows, with length or precision and scale
     */
    String value();
}
