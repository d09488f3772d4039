package dev.accrete.schema.model;

import java.util.Locale;

/** What a foreign key does when the row that it references is deleted or its key changes (SQL:2016, 11.8). */
public enum ReferentialAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** The words of SQL, e.g. {@code set null}. */
    public String sql() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
