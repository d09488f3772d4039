package dev.accrete.processor.check;

import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import dev.accrete.processor.source.Place;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Compares the Jakarta Persistence on the class path to the one that the version of Hibernate is for, whose mapping is
 * followed: the schema may differ from what the Hibernate expects that the application starts with.
 *
 * @implNote Source: Hibernate's compatibility matrix; {@code CheckConstraint} is new in Jakarta Persistence 3.2.
 */
public final class PersistenceVersion {

    private static final Map<String, String> BY_HIBERNATE = Map.of("6.6", "3.1", "7.4", "3.2");
    private static final String ANY = "jakarta.persistence.Entity";
    private static final String NEWER = "jakarta.persistence.CheckConstraint";

    private PersistenceVersion() {}

    /**
     * Reports another version than that of the option.
     *
     * @param known whether the compiler knows a class
     * @param hibernate the value of the option
     */
    public static void check(Predicate<String> known, String hibernate, Problems problems) {
        if (!known.test(ANY)) {
            return;
        }
        String found = known.test(NEWER) ? "3.2" : "3.1";
        String expected = BY_HIBERNATE.get(hibernate);
        if (!found.equals(expected)) {
            String other = known.test(NEWER) ? "7.4" : "6.6";
            problems.add(
                    ProcessorCode.PERSISTENCE_VERSION,
                    Place.NOWHERE,
                    "-Aaccrete.hibernate",
                    "the class path has Jakarta Persistence " + found + ", and Hibernate " + hibernate
                            + ", whose mapping is" + " followed, is for " + expected,
                    "compile with -Aaccrete.hibernate=" + other
                            + ", or with the Jakarta Persistence that the application has when it runs");
        }
    }
}
