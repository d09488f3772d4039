package dev.accrete.schema.dialect;

import dev.accrete.schema.finding.Finding;

/** A change that can't be planned; carries what to tell the user. */
public final class PlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public PlanException(Finding finding) {
        super(finding.text());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
