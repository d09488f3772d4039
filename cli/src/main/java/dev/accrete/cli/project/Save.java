package dev.accrete.cli.project;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.Checksum;
import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.FormatException;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.format.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Turns the draft into the next migration: in the source tree, where it is committed, and in the class output, so that the
 * application can run at once. The source tree changes first and as a whole; a class output that was not brought up to
 * date is made anew by the next compile.
 */
public final class Save {

    private final MigrationFolder folder;
    private final ClassOutput output;
    private final Path resources;

    public Save(ProjectFolders folders) {
        folder = new MigrationFolder(folders.migrations());
        output = new ClassOutput(folders.classes());
        resources = folders.resources();
    }

    /**
     * What was saved.
     *
     * @param line the new line of the catalog
     * @param files what was written in the migration folder, relative to it
     * @param earlier whether a save that was interrupted had written them, and only the class output was left to do
     */
    public record Saved(CatalogLine line, List<String> files, boolean earlier) {

        public Saved {
            files = List.copyOf(files);
        }
    }

    /**
     * Finishes a save, seal or rebase that was interrupted while it moved files into place.
     *
     * @return whether there was one
     */
    public boolean recover() {
        FileMove.recover(copy());
        FileMove.recover(output.root());
        return FileMove.recover(folder.root());
    }

    /**
     * Saves the draft.
     *
     * @param description what a person typed; file names and catalog get a plain form of it
     * @return empty if there is no draft
     * @throws CommandException if something is in the way; nothing has changed then
     * @throws FormatException if a file can't be understood; nothing has changed then
     */
    public Optional<Saved> save(String description) {
        String slug = ResourceNames.slug(description);
        CompiledModel model = output.compiledModel();
        if (model.draft().isEmpty()) {
            return Optional.empty();
        }
        Catalog catalog = folder.catalog();
        Optional<Saved> earlier = savedEarlier(model, catalog);
        if (earlier.isPresent()) {
            return earlier;
        }
        refuseOtherHead(model, catalog);
        refuseUndecided(model);
        refuseAltered(catalog);
        ClassOutput.Draft draft = output.draft(model, model.draft().get());

        Map<String, String> files = files(draft, slug);
        refuseExisting(draft, files);
        CatalogLine line = line(catalog, draft, slug);
        files.put(MigrationFolder.SNAPSHOT, draft.snapshot());
        files.put(MigrationFolder.CATALOG, appended(folder.catalogText().orElse(""), line));

        FileMove move = new FileMove(folder.root());
        leftovers(draft, files).forEach(move::delete);
        files.forEach(move::put);
        move.commit();
        updateOutput(model, draft, line, files);
        return Optional.of(new Saved(line, List.copyOf(files.keySet()), false));
    }

    /** A save that was interrupted after the source tree had changed left a class output with a draft that is saved. */
    private Optional<Saved> savedEarlier(CompiledModel model, Catalog catalog) {
        Optional<CatalogLine> head =
                catalog.head().filter(it -> Optional.of(it.version()).equals(model.draft()));
        if (head.isEmpty()) {
            return Optional.empty();
        }
        CatalogLine line = head.get();
        List<CatalogLine> lines = catalog.lines();
        Catalog before = new Catalog(lines.subList(0, lines.size() - 1));
        ClassOutput.Draft draft = output.draft(model, line.version());
        if (!model.head().equals(before.head().map(CompiledModel.Head::of))
                || !line.equals(line(before, draft, line.description()))) {
            return Optional.empty();
        }
        refuseAltered(catalog);
        Map<String, String> files = files(draft, line.description());
        files.put(MigrationFolder.SNAPSHOT, draft.snapshot());
        files.put(MigrationFolder.CATALOG, folder.catalogText().orElseThrow());
        updateOutput(model, draft, line, files);
        return Optional.of(new Saved(line, List.copyOf(files.keySet()), true));
    }

    private static CatalogLine line(Catalog before, ClassOutput.Draft draft, String description) {
        Map<String, String> files = files(draft, description);
        return before.append(description, scripts(draft, files, description))
                .head()
                .orElseThrow();
    }

    private void refuseOtherHead(CompiledModel model, Catalog catalog) {
        Optional<CompiledModel.Head> now = catalog.head().map(CompiledModel.Head::of);
        boolean follows = model.head().equals(now) && model.draft().get().equals(catalog.nextVersion());
        if (!follows) {
            throw new CommandException(
                    CommandCode.OTHER_HEAD,
                    folder.root().resolve(MigrationFolder.CATALOG).toString(),
                    "the draft was made after "
                            + model.head().map(it -> it.version().toString()).orElse("no migration")
                            + ", and the catalog ends with "
                            + catalog.head().map(CatalogLine::text).orElse("no migration"),
                    "compile again, then save; the compile must read this folder (-Aaccrete.dir=" + folder.root()
                            + ")");
        }
    }

    private void refuseUndecided(CompiledModel model) {
        if (!model.undecided().isEmpty()) {
            throw new CommandException(
                    CommandCode.UNDECIDED,
                    output.root().toString(),
                    "the draft has open decisions:\n    " + String.join("\n    ", model.undecided()),
                    "state each of them in the source as its message says, compile, and save");
        }
    }

    private void refuseAltered(Catalog catalog) {
        List<CatalogLine> altered = catalog.altered(folder::scripts);
        if (!altered.isEmpty()) {
            throw new CommandException(Check.altered(folder, altered));
        }
    }

    /** The new migration's scripts, undo scripts and confs, relative to the migration folder. */
    private static Map<String, String> files(ClassOutput.Draft draft, String description) {
        Map<String, String> files = new LinkedHashMap<>();
        MigrationVersion version = draft.version();
        draft.scripts().forEach((dialect, it) -> {
            String script = MigrationFolder.below(ResourceNames.script(dialect, version, description));
            String undo = MigrationFolder.below(ResourceNames.undoScript(dialect, version, description));
            files.put(script, ScriptHeaders.identified(it.script(), version, description));
            it.conf().ifPresent(text -> files.put(ResourceNames.conf(script), text));
            it.undo().ifPresent(text -> files.put(undo, ScriptHeaders.identified(text, version, description)));
            it.undoConf().ifPresent(text -> files.put(ResourceNames.conf(undo), text));
        });
        return files;
    }

    private static Map<String, String> scripts(ClassOutput.Draft draft, Map<String, String> files, String description) {
        Map<String, String> scripts = new TreeMap<>();
        for (String dialect : draft.scripts().keySet()) {
            String script = ResourceNames.script(dialect, draft.version(), description);
            scripts.put(dialect, files.get(MigrationFolder.below(script)));
        }
        return scripts;
    }

    /** A file of the new version that says something else was put there by somebody else. */
    private void refuseExisting(ClassOutput.Draft draft, Map<String, String> files) {
        List<String> leftovers = leftovers(draft, files);
        for (String file : filesOf(draft.version())) {
            if (!leftovers.contains(file)) {
                throw new CommandException(
                        CommandCode.FILE_EXISTS,
                        folder.root().resolve(file).toString(),
                        "the file has the version of the new migration, and the catalog does not know it",
                        "move it out of the folder or delete it, then save again");
            }
        }
    }

    /** Files of this version that do what the draft does: those that a save left behind whose catalog was taken back. */
    private List<String> leftovers(ClassOutput.Draft draft, Map<String, String> files) {
        List<String> leftovers = new ArrayList<>();
        for (String file : filesOf(draft.version())) {
            String dialect = file.substring(0, file.indexOf('/'));
            boolean same = folder.text(file).equals(Optional.ofNullable(files.get(file)))
                    || Optional.ofNullable(draft.scripts().get(dialect))
                            .map(scripts -> doesTheSame(file, scripts))
                            .orElse(false);
            if (same) {
                leftovers.add(file);
            }
        }
        return leftovers;
    }

    private boolean doesTheSame(String file, ClassOutput.DraftScripts scripts) {
        String name = file.substring(file.indexOf('/') + 1);
        String text = folder.text(file).orElse("");
        boolean undo = name.startsWith("U");
        if (name.endsWith(".conf")) {
            return (undo ? scripts.undoConf() : scripts.conf()).equals(Optional.of(text));
        }
        return (undo ? scripts.undo() : Optional.of(scripts.script()))
                .map(draft -> checksum(text, file).equals(checksum(draft, "draft")))
                .orElse(false);
    }

    private static Optional<String> checksum(String script, String name) {
        try {
            return Optional.of(Checksum.of(Script.parse(script, name)));
        } catch (FormatException e) {
            return Optional.empty();
        }
    }

    private List<String> filesOf(MigrationVersion version) {
        String digits = version.toString().substring(1);
        return folder.dialectFiles().stream()
                .filter(file -> file.matches("[^/]+/[VU]" + digits + "__.*"))
                .toList();
    }

    /** The catalog with one more line; comments in it stay. */
    private static String appended(String catalog, CatalogLine line) {
        String before = catalog.isEmpty() || catalog.endsWith("\n") ? catalog : catalog + "\n";
        return before + line.text() + "\n";
    }

    private void updateOutput(
            CompiledModel model, ClassOutput.Draft draft, CatalogLine line, Map<String, String> files) {
        Path copy = copy();
        if (!copy.normalize().equals(folder.root().normalize())) {
            FileMove copies = new FileMove(copy);
            files.forEach(copies::put);
            copies.commit();
        }
        CompiledModel saved = new CompiledModel(
                model.modelHash(),
                Optional.of(CompiledModel.Head.of(line)),
                model.dialects(),
                Optional.empty(),
                model.tables(),
                model.classes(),
                List.of());
        FileMove drop = new FileMove(output.root());
        drop.put(ResourceNames.COMPILED_MODEL, saved.text());
        ClassOutput.draftFiles(draft.version()).forEach(drop::delete);
        drop.commit();
    }

    /** Where the application finds the migrations without a compile. */
    private Path copy() {
        return resources.resolve(ResourceNames.MIGRATIONS);
    }
}
