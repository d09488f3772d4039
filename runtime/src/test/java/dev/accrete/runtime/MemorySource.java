package dev.accrete.runtime;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Migrations in memory, for one dialect; grows as a test saves. */
final class MemorySource implements MigrationSource {

    static final String MODEL = "1:0123456789abcdef0123456789abcdef";

    private final String name;
    private final String dialect;
    private final Map<String, String> files = new HashMap<>();
    private Catalog catalog = Catalog.empty();

    MemorySource(String dialect) {
        this("main", dialect);
    }

    MemorySource(String name, String dialect) {
        this.name = name;
        this.dialect = dialect;
    }

    /** Saves a migration with the dialect's usual mode. */
    MemorySource save(String description, String sql) {
        return saveRaw(description, "-- accrete:step 1 " + mode() + "\n" + sql);
    }

    /** Saves a migration; the text follows the header line. */
    MemorySource saveRaw(String description, String text) {
        MigrationVersion version = catalog.nextVersion();
        String script = "-- accrete:migration " + version + " " + description + " " + dialect + "\n" + text;
        catalog = catalog.append(description, Map.of(dialect, script));
        files.put(ResourceNames.script(dialect, version, description), script);
        files.put(ResourceNames.CATALOG, catalog.text());
        return this;
    }

    /** Goes on after a catalog that was made elsewhere. */
    MemorySource begin(Catalog other) {
        catalog = other;
        return put(ResourceNames.CATALOG, catalog.text());
    }

    /** Adds the undo script of the migration that was saved last. */
    MemorySource undo(String sql) {
        CatalogLine line = catalog.head().orElseThrow();
        return put(
                ResourceNames.undoScript(dialect, line.version(), line.description()),
                "-- accrete:undo " + line.version() + " " + line.description() + " " + dialect + "\n-- accrete:step 1 "
                        + mode() + "\n" + sql);
    }

    /** Corrects the script that was saved last, and seals it. */
    MemorySource correct(String from, String to) {
        CatalogLine last = catalog.head().orElseThrow();
        String path = ResourceNames.script(dialect, last.version(), last.description());
        put(path, text(path).replace(from, to));
        catalog = catalog.sealed(
                line -> Map.of(dialect, text(ResourceNames.script(dialect, line.version(), line.description()))));
        return put(ResourceNames.CATALOG, catalog.text());
    }

    /** What a compile with unsaved changes leaves. */
    MemorySource draft(String sql, String undo) {
        MigrationVersion version = catalog.nextVersion();
        files.put(
                ResourceNames.draftScript(dialect, version),
                "-- accrete:migration " + version + " draft " + dialect + "\n-- accrete:step 1 " + mode() + "\n" + sql);
        files.put(
                ResourceNames.draftUndoScript(dialect, version),
                "-- accrete:undo " + version + " draft " + dialect + "\n-- accrete:step 1 " + mode() + "\n" + undo);
        return model(Optional.of(version));
    }

    /** What a compile without changes leaves. */
    MemorySource noDraft() {
        files.keySet().removeIf(path -> path.startsWith(ResourceNames.DRAFTS));
        return model(Optional.empty());
    }

    private MemorySource model(Optional<MigrationVersion> draft) {
        Optional<CompiledModel.Head> head = catalog.head().map(CompiledModel.Head::of);
        files.put(
                ResourceNames.COMPILED_MODEL,
                new CompiledModel(MODEL, head, List.of(dialect), draft, List.of(), List.of(), List.of()).text());
        return this;
    }

    MemorySource put(String path, String text) {
        files.put(path, text);
        return this;
    }

    MemorySource remove(String path) {
        files.remove(path);
        return this;
    }

    String scriptPath(int version) {
        CatalogLine line = catalog.lines().get(version - 1);
        return ResourceNames.script(dialect, line.version(), line.description());
    }

    /** The paths of all files. */
    Set<String> paths() {
        return files.keySet();
    }

    String text(String path) {
        return files.get(path);
    }

    String mode() {
        return dialect.equals("h2") ? "autocommit" : "transaction";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream open(String resource) {
        String text = files.get(resource);
        return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
