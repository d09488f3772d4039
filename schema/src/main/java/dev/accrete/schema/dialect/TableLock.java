package dev.accrete.schema.dialect;

import dev.accrete.schema.model.QualifiedName;
import java.util.Locale;
import java.util.Objects;

/**
 * A lock that a step takes on a table which exists already, for the header of a script.
 *
 * @param table the table
 * @param strength what it blocks
 * @param length how long it is held
 */
public record TableLock(QualifiedName table, Strength strength, Length length) {

    /**
     * From weak to strong.
     *
     * @implNote Source: PostgreSQL manual, 13.3.1 Table-Level Locks. H2 knows one exclusive lock.
     */
    public enum Strength {
        /** Blocks neither reads nor writes. */
        SHARE_UPDATE_EXCLUSIVE,
        /** Blocks writes. */
        SHARE_ROW_EXCLUSIVE,
        /** Blocks reads and writes. */
        ACCESS_EXCLUSIVE,
        /** H2: blocks reads and writes. */
        EXCLUSIVE;

        /** Whether somebody waits for it, so that the step must give up soon and try again. */
        public boolean isStrong() {
            return this == SHARE_ROW_EXCLUSIVE || this == ACCESS_EXCLUSIVE;
        }

        /** The words of the manual, e.g. {@code ACCESS EXCLUSIVE}. */
        public String words() {
            return name().replace('_', ' ');
        }
    }

    /** From short to long. */
    public enum Length {
        /** Independent of the number of rows. */
        INSTANT,
        /** Every row is read. */
        SCAN,
        /** Every row is written anew. */
        REWRITE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TableLock {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(strength, "strength");
        Objects.requireNonNull(length, "length");
    }
}
