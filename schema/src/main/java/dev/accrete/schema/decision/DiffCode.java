package dev.accrete.schema.decision;

import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Severity;

/** What a diff has to say. */
public enum DiffCode implements Code {
    POSSIBLE_COLUMN_RENAME("ACC-D001", Severity.UNDECIDED, "a column is gone and one like it is new"),
    POSSIBLE_TABLE_RENAME("ACC-D002", Severity.UNDECIDED, "a table is gone and one like it is new"),
    NO_VALUE_FOR_ROWS("ACC-D003", Severity.UNDECIDED, "a column takes no NULL and existing rows have no value"),
    LOSSY_TYPE_CHANGE("ACC-D004", Severity.UNDECIDED, "a type change does not keep every value"),
    KEY_COLUMN_GONE("ACC-D005", Severity.UNDECIDED, "a column of the primary key is no longer mapped"),
    RENAME_IMPOSSIBLE("ACC-D006", Severity.UNDECIDED, "a stated rename cannot be carried out"),
    VALUES_LEFT_BEHIND("ACC-D007", Severity.UNDECIDED, "values stay in a table that no longer maps them"),
    REFERENCES_CHANGE("ACC-D008", Severity.UNDECIDED, "values of rows refer to others from now on"),
    COLUMN_RETIRED("ACC-D010", Severity.WARNING, "a column is no longer mapped and stays"),
    TABLE_RETIRED("ACC-D011", Severity.WARNING, "a table is no longer mapped and stays"),
    UNIQUE_KEY_WEAKENED("ACC-D012", Severity.WARNING, "a unique constraint stops protecting"),
    OPTIONS_CHANGED("ACC-D013", Severity.WARNING, "options changed that no migration can change"),
    SEQUENCE_STARTS_LOW("ACC-D014", Severity.WARNING, "a new sequence numbers a table that may have rows"),
    SPENT("ACC-D020", Severity.NOTE, "a stated intent has nothing to do any more"),
    INTERNAL("ACC-D090", Severity.ERROR, "the diff is not complete: a fault of Accrete");

    private final String id;
    private final Severity severity;
    private final String summary;

    DiffCode(String id, Severity severity, String summary) {
        this.id = id;
        this.severity = severity;
        this.summary = summary;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String summary() {
        return summary;
    }
}
