package dev.accrete.cli.database;

/**
 * A table of a database.
 *
 * @param name as the database spells it
 * @param owner whose it is
 * @param rows counted, in one statement per table
 * @param bytes on disk, with indexes, as the database says
 */
public record TableEntry(String name, Owner owner, long rows, long bytes) {

    /** Whose a table is. */
    public enum Owner {
        /** A model declares it, or a migration created it and nothing maps it any more. */
        COVERED,
        /** Somebody else's: no migration touches it. */
        FOREIGN,
        /** Where Accrete keeps its records. */
        ACCRETE;

        /** In lower case. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
