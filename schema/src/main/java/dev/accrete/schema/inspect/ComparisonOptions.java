package dev.accrete.schema.inspect;

import java.util.Objects;

/**
 * What a comparison looks at beyond the definitions of the objects.
 *
 * @param constraintNames how names of keys, checks and indexes count
 * @param columnOrder whether the order of a table's columns counts
 * @param comments whether comments of tables and columns count
 * @param rows whether the rows count, where both sides were read with them
 */
public record ComparisonOptions(Names constraintNames, boolean columnOrder, boolean comments, boolean rows) {

    public ComparisonOptions {
        Objects.requireNonNull(constraintNames, "constraintNames");
    }

    /** Everything must be equal. */
    public static ComparisonOptions exact() {
        return new ComparisonOptions(Names.EXACT, true, true, true);
    }

    /** What makes two databases behave alike: definitions, comments and rows; neither names nor column order. */
    public static ComparisonOptions definitions() {
        return new ComparisonOptions(Names.IGNORED, false, true, true);
    }

    /** The same options with another rule for names. */
    public ComparisonOptions withNames(Names names) {
        return new ComparisonOptions(names, columnOrder, comments, rows);
    }

    /** How the names of keys, checks and indexes count. */
    public enum Names {
        /** Constraints and indexes are compared by definition alone. */
        IGNORED,
        /** A name on the expected side counts unless a database or Hibernate made it up. */
        EXPLICIT,
        /** Every name counts. */
        EXACT
    }
}
