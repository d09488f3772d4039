package dev.accrete.processor.write;

import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.schema.Draft;
import dev.accrete.schema.DraftScript;
import dev.accrete.schema.snapshot.SnapshotWriter;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The resources that a compile yields, as text by path. */
public final class DraftFiles {

    private static final String OUTSIDE_TRANSACTION = "executeInTransaction=false\n";

    private DraftFiles() {}

    /**
     * What a compile finds, but for the files about the generated class.
     *
     * @param version that the draft would get when it is saved
     */
    public static SortedMap<String, String> of(Draft draft, MigrationVersion version, CompiledModel model) {
        SortedMap<String, String> files = new TreeMap<>();
        if (!draft.empty()) {
            draft.scripts().forEach((dialect, script) -> put(files, dialect, version, script));
            files.put(ResourceNames.DRAFT_SNAPSHOT, SnapshotWriter.write(draft.after()));
        }
        draft.wholeSchemas().forEach((dialect, sql) -> files.put(ResourceNames.wholeSchema(dialect), sql));
        files.put(ResourceNames.COMPILED_MODEL, model.text());
        return files;
    }

    private static void put(
            SortedMap<String, String> files, String dialect, MigrationVersion version, DraftScript script) {
        String path = ResourceNames.draftScript(dialect, version);
        files.put(path, script.script());
        if (script.scriptOutsideTransaction()) {
            files.put(ResourceNames.conf(path), OUTSIDE_TRANSACTION);
        }
        String undo = ResourceNames.draftUndoScript(dialect, version);
        files.put(undo, script.undo());
        if (script.undoOutsideTransaction()) {
            files.put(ResourceNames.conf(undo), OUTSIDE_TRANSACTION);
        }
    }

    /**
     * What an earlier compile may have left and this one did not write: drafts of the version before, the last saved
     * and the next one, for every dialect there is.
     */
    public static SortedSet<String> stale(Saved saved, SortedMap<String, String> written) {
        SortedSet<MigrationVersion> versions = new TreeSet<>();
        saved.previous().flatMap(CompiledModel::draft).ifPresent(versions::add);
        saved.catalog().head().ifPresent(line -> versions.add(line.version()));
        versions.add(saved.catalog().nextVersion());
        SortedSet<String> stale = new TreeSet<>();
        stale.add(ResourceNames.DRAFT_SNAPSHOT);
        for (String dialect : ResourceNames.DIALECTS) {
            stale.add(ResourceNames.wholeSchema(dialect));
            for (MigrationVersion version : versions) {
                String script = ResourceNames.draftScript(dialect, version);
                String undo = ResourceNames.draftUndoScript(dialect, version);
                stale.add(script);
                stale.add(ResourceNames.conf(script));
                stale.add(undo);
                stale.add(ResourceNames.conf(undo));
            }
        }
        stale.removeAll(written.keySet());
        return stale;
    }
}
