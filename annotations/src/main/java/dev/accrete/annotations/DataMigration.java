package dev.accrete.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class a migration in Java, for changes of data that SQL alone cannot express.
 *
 * <pre>{@code
 * @DataMigration(version = "V0007", description = "normalize phone numbers", environments = {"prod", "testing"})
 * class NormalizePhoneNumbers { ... }
 * }</pre>
 *
 * <p>The processor lists the class beside the compiled model, so that nothing has to scan a class path at start-up. It
 * takes its place in the order of versions, between the scripts.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DataMigration {
    /**
     * The version under which it is applied.
     *
     * @return {@code V} and at least four digits; no script has the same
     */
    String version();

    /**
     * What it does, for the history.
     *
     * @return a few words
     */
    String description();

    /**
     * Where it is applied.
     *
     * @return names of environments; empty, the default, means all
     */
    String[] environments() default {};
}
