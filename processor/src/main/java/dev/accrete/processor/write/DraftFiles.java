package dev.accrete.processor.write;

import com.palantir.javapoet.ClassName;
import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.schema.Draft;
import dev.accrete.schema.DraftScript;
import dev.accrete.schema.snapshot.SnapshotWriter;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The resources that a compile yields, as text by path. */
public final class DraftFiles {

    private static final String OUTSIDE_TRANSACTION = "executeInTransaction=false\n";

    private DraftFiles() {}

    /**
     * All resources of a compile but {@link ServiceFile}, which may hold more than is known here.
     *
     * @param version that the draft would get when it is saved
     * @param modelClass the generated class, if there is one
     */
    public static SortedMap<String, String> of(
            Draft draft, MigrationVersion version, CompiledModel model, Optional<ClassName> modelClass) {
        SortedMap<String, String> files = new TreeMap<>();
        if (!draft.empty()) {
            draft.scripts().forEach((dialect, script) -> put(files, dialect, version, script));
            files.put(ResourceNames.DRAFT_SNAPSHOT, SnapshotWriter.write(draft.after()));
        }
        draft.wholeSchemas().forEach((dialect, sql) -> files.put(ResourceNames.wholeSchema(dialect), sql));
        files.put(ResourceNames.COMPILED_MODEL, model.text());
        modelClass.ifPresent(name -> files.put(nativeImage(name), NATIVE_IMAGE));
        return files;
    }

    /** In a folder of its own, so that several modules can be packed into one jar. */
    private static String nativeImage(ClassName name) {
        String module = name.packageName().isEmpty() ? "main" : name.packageName();
        return "META-INF/native-image/dev.accrete/" + module + "/reachability-metadata.json";
    }

    /** Resources must be named; the service and its class are found by native-image itself. */
    private static final String NATIVE_IMAGE = """
            {
              "resources": [
                {"glob": "META-INF/accrete/model"},
                {"glob": "db/draft/**"},
                {"glob": "db/migration/**"}
              ]
            }
            """;

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
