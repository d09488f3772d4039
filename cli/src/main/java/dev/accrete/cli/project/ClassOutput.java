package dev.accrete.cli.project;

import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what compiling left in a class output: the compiled model and the draft. */
final class ClassOutput {

    /**
     * A draft's files for one dialect.
     *
     * @param script the text of {@code V0002__draft.sql}
     * @param undo the text of {@code U0002__draft.sql}, if there is one
     * @param conf the text of the {@code .conf} beside the script, if it needs one
     * @param undoConf the same for the undo script
     */
    record DraftScripts(String script, Optional<String> undo, Optional<String> conf, Optional<String> undoConf) {}

    /**
     * The unsaved difference.
     *
     * @param scripts by dialect; not empty
     * @param snapshot what {@code schema.json} becomes
     */
    record Draft(MigrationVersion version, Map<String, DraftScripts> scripts, String snapshot) {}

    private final Path root;

    ClassOutput(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** @throws CommandException [ACC-C002] if there is none */
    CompiledModel compiledModel() {
        return compiledModelIfPresent()
                .orElseThrow(() -> new CommandException(
                        CommandCode.NOT_COMPILED,
                        root.toString(),
                        "the class output holds no compiled model (" + ResourceNames.COMPILED_MODEL + ")",
                        "compile the entities with Accrete's processor, then run the command again"));
    }

    Optional<CompiledModel> compiledModelIfPresent() {
        Path file = root.resolve(ResourceNames.COMPILED_MODEL);
        return FileAccess.read(file).map(text -> CompiledModel.parse(text, file.toString()));
    }

    /**
     * Reads the draft of a compiled model that says there is one.
     *
     * @throws CommandException [ACC-C008] if a file is missing
     */
    Draft draft(CompiledModel model, MigrationVersion version) {
        Map<String, DraftScripts> scripts = new TreeMap<>();
        for (String dialect : model.dialects()) {
            String script = ResourceNames.draftScript(dialect, version);
            String undo = ResourceNames.draftUndoScript(dialect, version);
            scripts.put(
                    dialect,
                    new DraftScripts(
                            require(script),
                            text(undo),
                            text(ResourceNames.conf(script)),
                            text(ResourceNames.conf(undo))));
        }
        return new Draft(version, scripts, require(ResourceNames.DRAFT_SNAPSHOT));
    }

    /** Every file that a draft of this version can have, whether it is there or not. */
    static List<String> draftFiles(MigrationVersion version) {
        List<String> files = new ArrayList<>();
        for (String dialect : ResourceNames.DIALECTS) {
            String script = ResourceNames.draftScript(dialect, version);
            String undo = ResourceNames.draftUndoScript(dialect, version);
            files.addAll(List.of(script, ResourceNames.conf(script), undo, ResourceNames.conf(undo)));
        }
        files.add(ResourceNames.DRAFT_SNAPSHOT);
        return files;
    }

    private Optional<String> text(String resource) {
        return FileAccess.read(root.resolve(resource));
    }

    private String require(String resource) {
        return text(resource)
                .orElseThrow(() -> new CommandException(
                        CommandCode.DRAFT_DAMAGED,
                        root.resolve(resource).toString(),
                        "the compiled model has a draft, but this file of it is missing",
                        "compile the entities again"));
    }
}
