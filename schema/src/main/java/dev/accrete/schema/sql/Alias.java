package dev.accrete.schema.sql;

import dev.accrete.schema.model.Name;

/**
 * What a query about each row of a table calls the rows of another one, or other rows of its own: a letter. A table of that
 * name would be hidden by it, and its columns be taken for those of the others.
 */
public final class Alias {

    private Alias() {}

    /**
     * The letter, twice if the table is called so.
     *
     * @param own the table about whose rows the query is
     */
    public static String of(String letter, Name own) {
        return of(letter, own.text());
    }

    /** The same by the text of the table's name. */
    public static String of(String letter, String own) {
        return own.equalsIgnoreCase(letter) ? letter + letter : letter;
    }
}
