package dev.accrete.cli.project;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.ResourceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the saved migrations of a source tree: the files below {@code db/migration}. Paths in it have no prefix. */
final class MigrationFolder {

    static final String CATALOG = below(ResourceNames.CATALOG);
    static final String SNAPSHOT = below(ResourceNames.SNAPSHOT);

    private final Path root;

    /** @param root need not exist: then there is no migration yet */
    MigrationFolder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** {@code db/migration/catalog} to {@code catalog}. */
    static String below(String resource) {
        return resource.substring(ResourceNames.MIGRATIONS.length() + 1);
    }

    /** @return empty before the first migration; may hold git's conflict markers */
    Optional<String> catalogText() {
        return FileAccess.read(root.resolve(CATALOG));
    }

    Catalog catalog() {
        return catalogText()
                .map(text -> Catalog.parse(text, root.resolve(CATALOG).toString()))
                .orElse(Catalog.empty());
    }

    Optional<String> text(String path) {
        return FileAccess.read(root.resolve(path));
    }

    /**
     * The scripts of a migration, one per dialect at most.
     *
     * @throws CommandException [ACC-C006] if there is none at all
     */
    Map<String, String> scripts(CatalogLine line) {
        Map<String, String> scripts = new TreeMap<>();
        for (String dialect : ResourceNames.DIALECTS) {
            text(below(ResourceNames.script(dialect, line.version(), line.description())))
                    .ifPresent(text -> scripts.put(dialect, text));
        }
        if (scripts.isEmpty()) {
            throw new CommandException(
                    CommandCode.SCRIPT_MISSING,
                    root.toString(),
                    "the catalog lists " + line.version() + " " + line.description() + ", but no dialect has a script "
                            + ResourceNames.scriptFile(line.version(), line.description()),
                    "restore the scripts from version control; a saved migration is never renamed or deleted");
        }
        return scripts;
    }

    /** All files in the dialects' folders, as {@code <dialect>/<file>}, sorted. */
    TreeSet<String> dialectFiles() {
        TreeSet<String> files = new TreeSet<>();
        for (String dialect : ResourceNames.DIALECTS) {
            Path folder = root.resolve(dialect);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> found = Files.list(folder)) {
                found.map(file -> dialect + "/" + file.getFileName()).forEach(files::add);
            } catch (IOException e) {
                throw FileAccess.failed(folder, "can't be read", e);
            }
        }
        return files;
    }

    /** A migration's files with their texts, relative to the migration folder. */
    Map<String, String> files(CatalogLine line) {
        Map<String, String> files = new TreeMap<>();
        for (String dialect : ResourceNames.DIALECTS) {
            String script = below(ResourceNames.script(dialect, line.version(), line.description()));
            String undo = below(ResourceNames.undoScript(dialect, line.version(), line.description()));
            for (String path : List.of(script, ResourceNames.conf(script), undo, ResourceNames.conf(undo))) {
                text(path).ifPresent(text -> files.put(path, text));
            }
        }
        return files;
    }

    /** Whether a branch or commit has a script of a migration. */
    boolean isIn(Git git, String revision, CatalogLine line) {
        return ResourceNames.DIALECTS.stream()
                .map(dialect -> below(ResourceNames.script(dialect, line.version(), line.description())))
                .anyMatch(script -> git.show(revision, script).isPresent());
    }
}
