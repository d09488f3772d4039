package dev.accrete.schema.snapshot;

import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Severity;

/** What can be wrong with {@code schema.json}. */
public enum SnapshotCode implements Code {
    CONFLICT("ACC-F001", "schema.json has conflict markers of git in it"),
    DAMAGED("ACC-F002", "schema.json is no valid JSON"),
    NEWER_FORMAT("ACC-F003", "schema.json was written by a newer version of Accrete"),
    BAD_FACT("ACC-F004", "schema.json states something that this version of Accrete doesn't know or can't read");

    private final String id;
    private final String summary;

    SnapshotCode(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return summary;
    }
}
