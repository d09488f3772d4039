package dev.accrete.schema.snapshot;

import dev.accrete.schema.finding.Finding;

/** A snapshot can't be read. */
public final class SnapshotException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    SnapshotException(Finding finding, Throwable cause) {
        super(finding.text(), cause);
        this.finding = finding;
    }

    /** What is wrong, with file and line as its subject. */
    public Finding finding() {
        return finding;
    }
}
