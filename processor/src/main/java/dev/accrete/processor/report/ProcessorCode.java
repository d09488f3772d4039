package dev.accrete.processor.report;

import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Severity;

/** What can go wrong at the processor's two ends: its options, its files, classes that do not compile, itself. */
public enum ProcessorCode implements Code {
    INTERNAL("ACC-E000", "a failure of the processor itself"),
    NOT_COMPILABLE("ACC-E001", "a managed class whose declarations do not compile"),
    DATA_MIGRATION("ACC-E002", "a class that can't be a data migration"),
    UNKNOWN_OPTION("ACC-O001", "an option that does not exist"),
    UNKNOWN_VALUE("ACC-O002", "a value that an option does not have"),
    MAPPING_FILE("ACC-O010", "a mapping file that could change the schema", Severity.WARNING),
    SETTING_FILE("ACC-O011", "a setting of Hibernate that the options do not repeat", Severity.WARNING),
    PERSISTENCE_VERSION(
            "ACC-O012", "another Jakarta Persistence than the version of Hibernate is for", Severity.WARNING),
    CONTRIBUTOR("ACC-O013", "a class of a library that may add to the mapping", Severity.WARNING),
    UNKNOWN_ANNOTATION("ACC-O014", "an annotation of a class file that is not on the class path", Severity.WARNING),
    UNREADABLE("ACC-F401", "a file of the migration folder can't be read"),
    UNWRITABLE("ACC-F402", "a file of the class output can't be written"),
    SNAPSHOT_MISSING("ACC-F403", "of catalog and snapshot one is missing"),
    NOT_SAVED("ACC-F404", "check mode: the model differs from the snapshot"),
    NOT_SEALED("ACC-F405", "check mode: a script differs from its line in the catalog");

    private final String id;
    private final String summary;
    private final Severity severity;

    ProcessorCode(String id, String summary) {
        this(id, summary, Severity.ERROR);
    }

    ProcessorCode(String id, String summary, Severity severity) {
        this.id = id;
        this.summary = summary;
        this.severity = severity;
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
