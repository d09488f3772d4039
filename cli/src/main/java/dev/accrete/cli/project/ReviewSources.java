package dev.accrete.cli.project;

import dev.accrete.cli.review.ReviewedMigration;
import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotException;
import dev.accrete.schema.snapshot.SnapshotReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The migrations of a project that somebody may want to look at, and the models that they lead to. */
public final class ReviewSources {

    private final MigrationFolder folder;
    private final Optional<ClassOutput> output;

    /** @param classes empty if nothing has been compiled: then there is no draft */
    public ReviewSources(Path migrations, Optional<Path> classes) {
        this.folder = new MigrationFolder(migrations);
        this.output = classes.map(ClassOutput::new);
    }

    /** The unsaved difference; empty if there is none. */
    public Optional<ReviewedMigration> draft() {
        return output.flatMap(classes -> classes.compiledModelIfPresent()
                .flatMap(model -> model.draft().map(version -> draft(classes.draft(model, version)))));
    }

    private static ReviewedMigration draft(ClassOutput.Draft draft) {
        Map<String, String> scripts = new TreeMap<>();
        Map<String, String> undo = new TreeMap<>();
        draft.scripts().forEach((dialect, texts) -> {
            scripts.put(dialect, texts.script());
            texts.undo().ifPresent(text -> undo.put(dialect, text));
        });
        return ReviewedMigration.of(draft.version().toString(), ResourceNames.DRAFT, scripts, undo);
    }

    /** The last saved one; empty before the first. */
    public Optional<ReviewedMigration> last() {
        return folder.catalog().head().map(this::saved);
    }

    /** @throws CommandException [ACC-C020] if the catalog has no such version */
    public ReviewedMigration saved(String version) {
        Catalog catalog = folder.catalog();
        return MigrationVersion.parse(version)
                .flatMap(catalog::line)
                .map(this::saved)
                .orElseThrow(() -> new CommandException(
                        CommandCode.TARGET,
                        version,
                        "the catalog has no such migration; its last is "
                                + catalog.head()
                                        .map(line -> line.version().toString())
                                        .orElse("none"),
                        "name a version of the catalog, e.g. V0002, or draft"));
    }

    /**
     * Those that a branch or commit doesn't have, in order.
     *
     * @throws CommandException [ACC-C025] if git doesn't know it
     */
    public List<ReviewedMigration> since(String revision) {
        Git git = new Git(folder.root());
        if (!git.knows(revision)) {
            throw new CommandException(
                    CommandCode.REVISION,
                    "--since " + revision,
                    "git doesn't know it, or " + folder.root() + " is in no repository",
                    "name a branch, tag or commit, e.g. --since origin/main; a shallow clone must be fetched with it");
        }
        Catalog then = git.show(revision, MigrationFolder.CATALOG)
                .map(text -> Catalog.parse(text, revision + ":" + MigrationFolder.CATALOG))
                .orElse(Catalog.empty());
        List<ReviewedMigration> since = new ArrayList<>();
        for (CatalogLine line : folder.catalog().lines()) {
            boolean known = then.lines().stream().anyMatch(other -> other.hash().equals(line.hash()));
            if (!known) {
                since.add(saved(line));
            }
        }
        return since;
    }

    private ReviewedMigration saved(CatalogLine line) {
        Map<String, String> undo = new TreeMap<>();
        for (String dialect : ResourceNames.DIALECTS) {
            folder.text(MigrationFolder.below(ResourceNames.undoScript(dialect, line.version(), line.description())))
                    .ifPresent(text -> undo.put(dialect, text));
        }
        return ReviewedMigration.of(line.version().toString(), line.description(), folder.scripts(line), undo);
    }

    /** The model of the draft, if it is asked for and there is one, else of the last saved migration. */
    public Snapshot snapshot(boolean withDraft) {
        if (withDraft && output.isPresent()) {
            Optional<CompiledModel> model = output.get().compiledModelIfPresent();
            if (model.isPresent() && model.get().draft().isPresent()) {
                ClassOutput.Draft draft =
                        output.get().draft(model.get(), model.get().draft().get());
                return parsed(draft.snapshot(), output.get().root().resolve(ResourceNames.DRAFT_SNAPSHOT));
            }
        }
        return folder.text(MigrationFolder.SNAPSHOT)
                .map(text -> parsed(text, folder.root().resolve(MigrationFolder.SNAPSHOT)))
                .orElse(Snapshot.empty());
    }

    private static Snapshot parsed(String text, Path file) {
        try {
            return SnapshotReader.read(text, file.toString());
        } catch (SnapshotException e) {
            Finding finding = e.finding();
            throw new CommandException(
                    new CommandProblem(finding.code().id(), finding.subject(), finding.message(), finding.fix()), e);
        }
    }
}
