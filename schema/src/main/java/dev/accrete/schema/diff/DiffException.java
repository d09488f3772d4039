package dev.accrete.schema.diff;

import dev.accrete.schema.decision.DiffCode;
import dev.accrete.schema.finding.Finding;
import java.util.Optional;

/** [ACC-D090] The changes that a diff found do not lead to the new schema: a fault of ours, never of the input. */
public final class DiffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    DiffException(String subject, String message, Throwable cause) {
        this(
                new Finding(
                        DiffCode.INTERNAL,
                        Optional.empty(),
                        subject,
                        message,
                        "report this with the entities and schema.json; the snapshot and all files are unchanged"),
                cause);
    }

    private DiffException(Finding finding, Throwable cause) {
        super(finding.text(), cause);
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
