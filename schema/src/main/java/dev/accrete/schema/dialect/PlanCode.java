package dev.accrete.schema.dialect;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.finding.Severity;
import java.util.Optional;

/** Why a change can't be planned. */
public enum PlanCode implements Code {
    NO_STATEMENT("ACC-P001", "a change that no statement can carry out");

    private final String id;
    private final String summary;

    PlanCode(String id, String summary) {
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

    static PlanException noStatement(Change change, String message) {
        return new PlanException(new Finding(
                NO_STATEMENT,
                Optional.empty(),
                change.object().toString(),
                message,
                "undo this change of the mapping, or write the migration by hand"));
    }
}
