package dev.accrete.cli.project;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.ResourceNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The copy of the migrations that the running application reads, and the compiled model that names their last one. */
final class OutputCopy {

    private final MigrationFolder folder;
    private final ClassOutput output;
    private final Path resources;

    OutputCopy(ProjectFolders folders) {
        folder = new MigrationFolder(folders.migrations());
        output = new ClassOutput(folders.classes());
        resources = folders.resources();
    }

    /**
     * Takes over scripts and hashes, so that the application can run at once; a class output that was compiled after
     * something else is left alone.
     *
     * @param gone files that are no longer in the folder, relative to it
     */
    void update(Catalog before, Catalog after, List<String> gone) {
        Optional<CompiledModel> model = output.compiledModelIfPresent();
        Optional<CompiledModel.Head> head = before.head().map(CompiledModel.Head::of);
        if (model.isEmpty() || !model.get().head().equals(head)) {
            return;
        }
        Path copy = resources.resolve(ResourceNames.MIGRATIONS);
        if (!copy.normalize().equals(folder.root().normalize())) {
            FileMove copies = new FileMove(copy);
            gone.forEach(copies::delete);
            for (CatalogLine line : after.lines()) {
                for (Map.Entry<String, String> file : folder.files(line).entrySet()) {
                    copies.put(file.getKey(), file.getValue());
                }
            }
            copies.put(MigrationFolder.CATALOG, after.text());
            copies.commit();
        }
        CompiledModel old = model.get();
        CompiledModel now = new CompiledModel(
                old.modelHash(),
                after.head().map(CompiledModel.Head::of),
                old.dialects(),
                old.draft(),
                old.tables(),
                old.classes(),
                old.undecided());
        new FileMove(output.root())
                .put(ResourceNames.COMPILED_MODEL, now.text())
                .commit();
    }
}
