package dev.accrete.cli.project;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.Checksum;
import dev.accrete.runtime.format.FormatException;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.format.Script;
import dev.accrete.schema.DraftScript;
import dev.accrete.schema.MigrationPipeline;
import dev.accrete.schema.SquashRequest;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.snapshot.ModelHash;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotException;
import dev.accrete.schema.snapshot.SnapshotReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts one migration in the place of all up to a version. New databases run it; those that have the others go on, because
 * the script names the hash of the last of them; what comes after them keeps its scripts and gets new hashes.
 */
public final class Squash {

    private static final String OUTSIDE_TRANSACTION = "executeInTransaction=false\n";

    private final MigrationFolder folder;
    private final OutputCopy output;
    private final Git git;

    public Squash(ProjectFolders folders) {
        folder = new MigrationFolder(folders.migrations());
        output = new OutputCopy(folders);
        git = new Git(folders.migrations());
    }

    /**
     * What was done.
     *
     * @param line the squash's line in the catalog
     * @param replaced the migrations that it stands for
     * @param chained the migrations behind it, with their new hashes
     * @param leftOut what of the replaced scripts is not in the squash, one line each; empty unless that was permitted
     */
    public record Squashed(
            CatalogLine line, List<CatalogLine> replaced, List<CatalogLine> chained, List<String> leftOut) {

        public Squashed {
            replaced = List.copyOf(replaced);
            chained = List.copyOf(chained);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Finishes what an interrupted command had decided.
     *
     * @return whether there was something to finish
     */
    public boolean recover() {
        return FileMove.recover(folder.root());
    }

    /** Whether nothing comes before a version in the catalog. */
    public boolean isFirst(MigrationVersion version) {
        return folder.catalog().lines().stream()
                .findFirst()
                .filter(line -> line.version().equals(version))
                .isPresent();
    }

    /**
     * Squashes.
     *
     * @param last the last version that the squash stands for
     * @param description what a person typed
     * @param leaveOut whether what the model does not say may get lost for new databases
     * @throws CommandException if it can't be done; nothing has changed then
     * @throws FormatException if a file can't be understood; nothing has changed then
     */
    public Squashed squash(MigrationVersion last, String description, boolean leaveOut) {
        recover();
        String slug = ResourceNames.slug(description);
        Catalog before = folder.catalog();
        CatalogLine end = before.line(last)
                .orElseThrow(() -> refusal(
                        CommandCode.TARGET,
                        "the catalog has no " + last + "; its last is "
                                + before.head().map(CatalogLine::text).orElse("none"),
                        "name a version of the catalog, e.g. --to V0002"));
        List<CatalogLine> altered = before.altered(folder::scripts);
        if (!altered.isEmpty()) {
            throw new CommandException(Check.altered(folder, altered));
        }
        List<CatalogLine> replaced = before.upTo(last).lines();
        if (replaced.size() < 2) {
            throw refusal(
                    CommandCode.SQUASH,
                    "there is nothing to squash: " + last + " is the first migration",
                    "name a later version with --to");
        }
        Map<String, DraftScript> squash = MigrationPipeline.squash(new SquashRequest(
                snapshot(before, end), Origins.none(), dialects(end), 1, last.number(), end.hash(), slug));
        List<String> leftOut = leftOut(replaced, squash, slug);
        if (!leftOut.isEmpty() && !leaveOut) {
            throw refusal(
                    CommandCode.SQUASH,
                    "new databases would not get what the model does not say:\n    " + String.join("\n    ", leftOut),
                    "squash up to an earlier version; or add --leave-out, copy what new databases need into the new script"
                            + " by hand, and run `accrete seal`");
        }
        return replace(before, replaced, slug, squash, leftOut);
    }

    private List<Dialect> dialects(CatalogLine end) {
        return folder.scripts(end).keySet().stream()
                .flatMap(name -> Dialects.named(name).stream())
                .toList();
    }

    /** As it was committed with the last squashed migration. */
    private Snapshot snapshot(Catalog catalog, CatalogLine end) {
        if (catalog.head().equals(Optional.of(end))) {
            Optional<Snapshot> current = folder.text(MigrationFolder.SNAPSHOT).flatMap(text -> fitting(text, end));
            if (current.isPresent()) {
                return current.get();
            }
        }
        for (String revision : git.revisions(MigrationFolder.SNAPSHOT)) {
            boolean then = git.show(revision, MigrationFolder.CATALOG)
                    .flatMap(Squash::head)
                    .filter(head -> head.version().equals(end.version())
                            && head.description().equals(end.description()))
                    .isPresent();
            Optional<Snapshot> found = !then
                    ? Optional.empty()
                    : git.show(revision, MigrationFolder.SNAPSHOT).flatMap(text -> fitting(text, end));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw refusal(
                CommandCode.SQUASH,
                "no snapshot (" + MigrationFolder.SNAPSHOT + ") of " + end.version() + " " + end.description()
                        + " is in git's history",
                "squash up to the last migration, whose snapshot is there, or fetch the whole history (git fetch"
                        + " --unshallow)");
    }

    private static Optional<CatalogLine> head(String catalog) {
        try {
            return Catalog.parse(catalog, MigrationFolder.CATALOG).head();
        } catch (FormatException e) {
            return Optional.empty();
        }
    }

    /** The snapshot, if its model is the one to which the migration leads. */
    private Optional<Snapshot> fitting(String text, CatalogLine line) {
        try {
            Snapshot snapshot = SnapshotReader.read(text, MigrationFolder.SNAPSHOT);
            String model = ModelHash.of(snapshot.model());
            boolean fits = scripts(line).values().stream()
                    .allMatch(script -> script.modelHash().map(model::equals).orElse(true));
            return fits ? Optional.of(snapshot) : Optional.empty();
        } catch (SnapshotException e) {
            return Optional.empty();
        }
    }

    private Map<String, Script> scripts(CatalogLine line) {
        Map<String, Script> scripts = new TreeMap<>();
        folder.scripts(line)
                .forEach((dialect, text) -> scripts.put(
                        dialect,
                        Script.parse(text, ResourceNames.script(dialect, line.version(), line.description()))));
        return scripts;
    }

    private List<String> leftOut(List<CatalogLine> replaced, Map<String, DraftScript> squash, String description) {
        List<String> leftOut = new ArrayList<>();
        squash.forEach((dialect, text) -> {
            List<Script> scripts = new ArrayList<>();
            for (CatalogLine line : replaced) {
                Optional.ofNullable(scripts(line).get(dialect)).ifPresent(scripts::add);
            }
            leftOut.addAll(SquashLoss.of(scripts, Script.parse(text.script(), description)));
        });
        return leftOut;
    }

    private Squashed replace(
            Catalog before,
            List<CatalogLine> replaced,
            String description,
            Map<String, DraftScript> squash,
            List<String> leftOut) {
        MigrationVersion version = replaced.get(replaced.size() - 1).version();
        FileMove move = new FileMove(folder.root());
        List<String> gone = new ArrayList<>();
        replaced.forEach(line -> gone.addAll(folder.files(line).keySet()));
        gone.forEach(move::delete);
        Map<String, String> checksums = new TreeMap<>();
        squash.forEach((dialect, text) -> {
            String script = MigrationFolder.below(ResourceNames.script(dialect, version, description));
            String undo = MigrationFolder.below(ResourceNames.undoScript(dialect, version, description));
            checksums.put(dialect, Checksum.of(Script.parse(text.script(), script)));
            move.put(script, text.script());
            move.put(undo, text.undo());
            if (text.scriptOutsideTransaction()) {
                move.put(ResourceNames.conf(script), OUTSIDE_TRANSACTION);
            }
            if (text.undoOutsideTransaction()) {
                move.put(ResourceNames.conf(undo), OUTSIDE_TRANSACTION);
            }
        });
        CatalogLine line = new CatalogLine(version, description, Catalog.hash("", version, description, checksums));
        Catalog after = new Catalog(List.of(line));
        for (CatalogLine later :
                before.lines().subList(replaced.size(), before.lines().size())) {
            after = after.append(later.description(), folder.scripts(later));
        }
        move.put(MigrationFolder.CATALOG, after.text());
        move.commit();
        output.update(before, after, gone);
        return new Squashed(
                line, replaced, after.lines().subList(1, after.lines().size()), leftOut);
    }

    private CommandException refusal(CommandCode code, String what, String remedy) {
        return new CommandException(
                code, folder.root().resolve(MigrationFolder.CATALOG).toString(), what, remedy);
    }
}
