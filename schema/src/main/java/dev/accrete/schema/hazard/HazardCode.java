package dev.accrete.schema.hazard;

import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Severity;

/** The codes of hazards. */
public enum HazardCode implements Code {
    TABLE_REWRITE("ACC-H101", "a change that writes every row anew"),
    LONG_SCAN_UNDER_LOCK("ACC-H102", "a change that reads every row while nobody can use the table"),
    RENAMED_OBJECT("ACC-H201", "a rename that the running version does not know"),
    DROPPED_WHILE_MAPPED("ACC-H202", "something goes that the running version uses"),
    NEW_REQUIRED_COLUMN("ACC-H203", "a column that inserts of the running version leave empty"),
    NARROWED_COLUMN("ACC-H204", "a type that holds less than before"),
    CONSTRAINT_ON_ROWS("ACC-H205", "a constraint that rows may not fulfil"),
    SEQUENCE_STEP("ACC-H206", "a sequence that steps differently"),
    DROPPED_IDENTITY("ACC-H207", "rows that are no longer numbered"),
    DROPPED_DEFAULT("ACC-H208", "a default that inserts may rely on"),
    NEW_CONSTANT("ACC-H209", "a value that the running version does not know"),
    CACHED_PLAN("ACC-H210", "prepared statements that fail once"),
    SESSION_TIME_ZONE("ACC-H211", "times that depend on who migrates"),
    DROPPED_ACTION("ACC-H212", "a foreign key that acts for the running version"),
    MOVED_ROWS_MISSED("ACC-H213", "rows that come too late to be taken over"),
    REFERENCE_ELSEWHERE("ACC-H214", "references to rows that the running version does not write"),
    VIEW_AWAY("ACC-H215", "a view that is not there while the migration runs"),
    DATA_LOSS("ACC-H301", "data goes"),
    FOREIGN_KEY_WITHOUT_INDEX("ACC-H401", "a foreign key without an index"),
    BACKFILL_WITHOUT_KEY("ACC-H501", "rows are filled in all at once");

    private final String id;
    private final String summary;

    HazardCode(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return summary;
    }
}
