package dev.accrete.cli.project;

/** What can keep a command from doing its work; each code has a page in {@code docs/codes} and is never reused. */
public enum CommandCode {
    NO_PROJECT("ACC-C001", "the class output or the migration folder was not found"),
    NOT_COMPILED("ACC-C002", "the class output holds no compiled model"),
    UNDECIDED("ACC-C003", "a draft with open decisions can't be saved"),
    OTHER_HEAD("ACC-C004", "the draft follows another migration than the catalog's last one"),
    ALTERED("ACC-C005", "a saved script is not what the catalog says"),
    SCRIPT_MISSING("ACC-C006", "a migration of the catalog has no script"),
    FILE_EXISTS("ACC-C007", "a file of the new migration exists already"),
    DRAFT_DAMAGED("ACC-C008", "a file of the draft is missing"),
    DRAFT_OPEN("ACC-C009", "the model differs from the last saved migration"),
    INTERRUPTED("ACC-C010", "an earlier command was interrupted while it moved files into place"),
    STRAY_SCRIPT("ACC-C011", "a script that the catalog doesn't know"),
    FILE_ACCESS("ACC-C012", "a file can't be read or written"),
    REBASE_CHOICE("ACC-C013", "which migration keeps its number can't be told"),
    REBASE_HEADS("ACC-C014", "the catalog's lines are no two chains"),
    REBASE_SNAPSHOT("ACC-C015", "no snapshot fits the migrations that stay"),
    INSTANCE("ACC-C016", "no such instance, or its properties can't be used"),
    SECRET("ACC-C017", "a password where others can see it"),
    PASSWORD_FILE("ACC-C018", "a password file that can't be read, or that others can read"),
    NOT_CONFIRMED("ACC-C019", "a question was not answered with yes"),
    TARGET("ACC-C020", "no such version in the catalog"),
    SCRATCH("ACC-C021", "the database can't be compared"),
    NO_TABLE("ACC-C022", "no such table"),
    CLASS_PATH("ACC-C023", "a class path that can't be used"),
    SERVER_VERSION("ACC-C024", "a server version that is not supported"),
    REVISION("ACC-C025", "a revision that git doesn't know"),
    NO_DRAFT("ACC-C026", "there is no draft"),
    DIALECT("ACC-C027", "no such dialect"),
    BACKUP_TOOL("ACC-C028", "pg_dump or pg_restore is missing or too old"),
    BACKUP_FAILED("ACC-C029", "a backup could not be made"),
    BACKUP_FILE("ACC-C030", "a backup that is not there, damaged, or of another database"),
    NOT_EMPTY("ACC-C031", "the database to restore into is not empty"),
    RESTORE_FAILED("ACC-C032", "a restore failed and the old data stays"),
    DIFFERS("ACC-C033", "the database is not what would be recorded"),
    NOTHING_BEGUN("ACC-C034", "no migration failed or was interrupted"),
    OTHER_TOOL("ACC-C035", "another migration tool has not finished"),
    PRODUCTION("ACC-C036", "not on a production instance"),
    SEED("ACC-C037", "a seed could not be planted"),
    RESET("ACC-C038", "a reset could not drop the covered tables"),
    NO_TARGET("ACC-C039", "no instance or schema to migrate"),
    SQUASH("ACC-C040", "migrations that can't be squashed"),
    HISTORY_THERE("ACC-C041", "a database where migrations create what is missing");

    private final String id;
    private final String summary;

    CommandCode(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    /** E.g. {@code ACC-C001}. */
    public String id() {
        return id;
    }

    /** One line for lists of codes. */
    public String summary() {
        return summary;
    }
}
