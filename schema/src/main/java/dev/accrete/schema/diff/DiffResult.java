package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.SchemaApplier;
import dev.accrete.schema.decision.DiffCode;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.snapshot.Kept;
import java.util.Collection;
import java.util.Comparator;
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

    static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> finding.code().id())
            .thenComparing(Finding::subject)
            .thenComparing(Finding::message);

    public DiffResult {
        changes = List.copyOf(changes);
        Objects.requireNonNull(kept, "kept");
        findings = List.copyOf(findings);
    }

    /**
     * What there is to say about the diffs of all dialects together: everything once, and that an intent is spent only if
     * it is spent on every dialect.
     *
     * @param results one for each dialect
     * @return sorted by code and subject
     */
    public static List<Finding> findings(Collection<DiffResult> results) {
        return results.stream()
                .flatMap(result -> result.findings.stream())
                .filter(finding -> finding.code() != DiffCode.SPENT
                        || results.stream().allMatch(result -> result.findings.contains(finding)))
                .distinct()
                .sorted(ORDER)
                .toList();
    }
}
