package dev.accrete.schema.diff;

import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.snapshot.Kept;
import java.util.List;
import java.util.Objects;

/**
 * What a diff found, for one dialect.
 *
 * @param changes in the order in which {@link SchemaApplier} can apply them; empty if nothing differs
 * @param kept what is kept without a mapping after these changes
 * @param findings undecided, warnings and notes, sorted by code and subject
 */
public record DiffResult(List<Change> changes, Kept kept, List<Finding> findings) {

    public DiffResult {
        changes = List.copyOf(changes);
        Objects.requireNonNull(kept, "kept");
        findings = List.copyOf(findings);
    }
}
