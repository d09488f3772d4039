package dev.accrete.schema;

import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.snapshot.Snapshot;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What follows from a model.
 *
 * @param modelHash the {@link dev.accrete.schema.snapshot.ModelHash} of the model
 * @param after the snapshot that a saved migration leads to
 * @param empty whether nothing changes
 * @param findings what to say; an error means that there are no scripts
 * @param scripts by dialect; empty if nothing changes, else each dialect has one, which may have no step
 * @param wholeSchemas by dialect: the model from nothing
 */
public record Draft(
        String modelHash,
        Snapshot after,
        boolean empty,
        List<Finding> findings,
        SortedMap<String, DraftScript> scripts,
        SortedMap<String, String> wholeSchemas) {

    public Draft {
        findings = List.copyOf(findings);
        scripts = Collections.unmodifiableSortedMap(new TreeMap<>(scripts));
        wholeSchemas = Collections.unmodifiableSortedMap(new TreeMap<>(wholeSchemas));
    }
}
