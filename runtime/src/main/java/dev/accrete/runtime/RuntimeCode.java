package dev.accrete.runtime;

/** What can go wrong while migrating; each code has a page in {@code docs/codes} and is never reused. */
public enum RuntimeCode {
    /** The database can't be reached. */
    NO_CONNECTION("ACC-R001"),
    /** A database that Accrete does not know. */
    UNKNOWN_DATABASE("ACC-R002"),
    /** The history table belongs to another tool. */
    FOREIGN_HISTORY_TABLE("ACC-R003"),
    /** A script of the catalog is missing. */
    SCRIPT_MISSING("ACC-R004"),
    /** A script was changed after it was applied. */
    SCRIPT_ALTERED("ACC-R005"),
    /** The history lacks a migration. */
    HISTORY_GAP("ACC-R006"),
    /** A newer migration breaks this version of the application. */
    DATABASE_AHEAD("ACC-R007"),
    /** A statement of a script failed. */
    STATEMENT_FAILED("ACC-R008"),
    /** Another process is migrating. */
    LOCK_TIMEOUT("ACC-R009"),
    /** A transaction pooler stands before the database. */
    POOLER("ACC-R010"),
    /** A table to be created exists already. */
    TABLE_EXISTS("ACC-R011"),
    /** The code's model is not saved. */
    UNSAVED_MODEL("ACC-R012"),
    /** The code was compiled against another catalog. */
    STALE_CLASSES("ACC-R013"),
    /** Migrations are pending. */
    PENDING("ACC-R014"),
    /** A script changes what is not covered. */
    FOREIGN_OBJECT("ACC-R015"),
    /** The database holds a draft. */
    DRAFT_IN_DATABASE("ACC-R016"),
    /** A setting can't be read. */
    SETTING("ACC-R017"),
    /** Catalog or scripts can't be read. */
    SOURCE("ACC-R018"),
    /** The lock was lost while migrating. */
    LOCK_LOST("ACC-R019"),
    /** The database refused what Accrete itself asked for. */
    DATABASE("ACC-R020"),
    /** A script is not the one that was saved. */
    CATALOG_HASH("ACC-R021"),
    /** A draft has no undo script. */
    UNDO_MISSING("ACC-R022"),
    /** An index that was built online is not valid. */
    INDEX_INVALID("ACC-R023"),
    /** The history does not allow what was asked. */
    NOT_POSSIBLE("ACC-R024"),
    /** A migration is being taken back. */
    REVERTING("ACC-R025"),
    /** A migration in Java failed. */
    JAVA_MIGRATION("ACC-R026"),
    /** The database has a part of what a squash stands for. */
    SQUASHED("ACC-R027");

    private final String id;

    RuntimeCode(String id) {
        this.id = id;
    }

    /** E.g. {@code ACC-R008}. */
    public String id() {
        return id;
    }
}
