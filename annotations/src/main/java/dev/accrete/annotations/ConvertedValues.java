package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States what a converter of an enum or a Boolean makes of each constant. Hibernate runs the converter when it starts and
 * writes a check of the results. Its source is evaluated while compiling; this is for code that can't be known then, or whose
 * source is elsewhere. What is stated here counts.
 *
 * <pre>{@code
 * enum Grade { GOOD, BAD }
 *
 * @ConvertedValues({"g", "b"})
 * class GradeConverter implements AttributeConverter<Grade, String> { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface ConvertedValues {
    /**
     * The values in the column.
     *
     * @return for an enum in the order of its constants, without those that become NULL; for a Boolean what becomes of
     *     false, true and null; numbers as digits, texts without quotes
     */
    String[] value();

    /**
     * Whether something becomes NULL.
     *
     * @return true if the converter returns null for a constant of an enum, or for false, true or null
     */
    boolean orNull() default false;
}
