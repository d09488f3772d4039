package dev.accrete.runtime;

/** What can go wrong while migrating; each code has a page in {@code docs/codes} and is never reused. */
public enum RuntimeCode {
    NO_CONNECTION("ACC-R001", "the database can't be reached"),
    UNKNOWN_DATABASE("ACC-R002", "a database that Accrete does not know"),
    FOREIGN_HISTORY_TABLE("ACC-R003", "the history table belongs to another tool"),
    SCRIPT_MISSING("ACC-R004", "a script of the catalog is missing"),
    SCRIPT_ALTERED("ACC-R005", "a script was changed after it was applied"),
    HISTORY_GAP("ACC-R006", "the history lacks a migration"),
    DATABASE_AHEAD("ACC-R007", "a newer migration breaks this version of the application"),
    STATEMENT_FAILED("ACC-R008", "a statement of a script failed"),
    LOCK_TIMEOUT("ACC-R009", "another process is migrating"),
    POOLER("ACC-R010", "a transaction pooler stands before the database"),
    TABLE_EXISTS("ACC-R011", "a table to be created exists already"),
    UNSAVED_MODEL("ACC-R012", "the code's model is not saved"),
    STALE_CLASSES("ACC-R013", "the code was compiled against another catalog"),
    PENDING("ACC-R014", "migrations are pending"),
    FOREIGN_OBJECT("ACC-R015", "a script changes what is not covered"),
    DRAFT_IN_DATABASE("ACC-R016", "the database holds a draft"),
    SETTING("ACC-R017", "a setting can't be read"),
    SOURCE("ACC-R018", "catalog or scripts can't be read"),
    LOCK_LOST("ACC-R019", "the lock was lost while migrating"),
    DATABASE("ACC-R020", "the database refused what Accrete itself asked for"),
    CATALOG_HASH("ACC-R021", "a script is not the one that was saved"),
    UNDO_MISSING("ACC-R022", "a draft has no undo script"),
    INDEX_INVALID("ACC-R023", "an index that was built online is not valid"),
    NOT_POSSIBLE("ACC-R024", "the history does not allow what was asked"),
    REVERTING("ACC-R025", "a migration is being taken back");

    private final String id;
    private final String summary;

    RuntimeCode(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    /** E.g. {@code ACC-R008}. */
    public String id() {
        return id;
    }

    /** One line for lists of codes. */
    public String summary() {
        return summary;
    }
}
