package dev.accrete.schema;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.script.JavaStep;
import dev.accrete.schema.snapshot.Snapshot;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a draft is made of.
 *
 * @param before the snapshot of the last saved migration
 * @param model what the classes describe now, for all dialects
 * @param settings to echo in the snapshot
 * @param classes canonical names of the managed classes
 * @param origins where tables and columns come from
 * @param intents what the developer stated
 * @param dialects to write scripts for; not empty
 * @param javaSteps what changes data in Java and is not saved yet, in order; may be empty
 * @param version the number of the migration, from 1
 * @param description in lower case with underscores
 */
public record DraftRequest(
        Snapshot before,
        Schema model,
        SortedMap<String, String> settings,
        SortedSet<String> classes,
        Origins origins,
        Intents intents,
        List<Dialect> dialects,
        List<JavaStep> javaSteps,
        int version,
        String description) {

    public DraftRequest {
        dialects = List.copyOf(dialects);
        javaSteps = List.copyOf(javaSteps);
    }

    /** Without steps in Java. */
    public DraftRequest(
            Snapshot before,
            Schema model,
            SortedMap<String, String> settings,
            SortedSet<String> classes,
            Origins origins,
            Intents intents,
            List<Dialect> dialects,
            int version,
            String description) {
        this(before, model, settings, classes, origins, intents, dialects, List.of(), version, description);
    }
}
