package dev.accrete.processor.check;

import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Severity;

/** What can be wrong with a schema as a whole. */
public enum SchemaCode implements Code {
    NAME_CLASH("ACC-E140", "two names that a database takes for one");

    private final String id;
    private final String summary;

    SchemaCode(String id, String summary) {
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
