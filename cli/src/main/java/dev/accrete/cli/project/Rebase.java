package dev.accrete.cli.project;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.format.Script;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.snapshot.ModelHash;
import dev.accrete.schema.snapshot.SnapshotException;
import dev.accrete.schema.snapshot.SnapshotReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts the migrations of two branches in one line after a merge: those that others have already keep their numbers, the
 * others come after them. Where git could not merge the snapshot, the others are dropped, and the next save makes them
 * anew from the entities.
 */
public final class Rebase {

    private final MigrationFolder folder;
    private final Git git;

    /** @param migrations the folder of the saved migrations in the source tree */
    public Rebase(Path migrations) {
        folder = new MigrationFolder(migrations);
        git = new Git(migrations);
    }

    /**
     * What was done.
     *
     * @param kept the migrations that kept their numbers, behind the common ones
     * @param renumbered old lines with the lines that they became, in order
     * @param dropped the migrations that the next save makes anew; then {@code renumbered} is empty
     */
    public record Rebased(List<CatalogLine> kept, List<Renumbering> renumbered, List<CatalogLine> dropped) {

        public Rebased {
            kept = List.copyOf(kept);
            renumbered = List.copyOf(renumbered);
            dropped = List.copyOf(dropped);
        }
    }

    /** One migration's old and new line in the catalog. */
    public record Renumbering(CatalogLine before, CatalogLine after) {}

    /**
     * Brings the migrations in one line.
     *
     * @param last the description of a migration whose branch comes last; empty: what git's main line has comes first
     * @return empty if there is one line already
     * @throws CommandException if it can't be told what to do; nothing has changed then
     */
    public Optional<Rebased> rebase(Optional<String> last) {
        FileMove.recover(folder.root());
        CatalogForks forks = CatalogForks.read(folder, git, folder.catalogText().orElse(""));
        if (forks.branches().isEmpty()) {
            return Optional.empty();
        }
        List<CatalogLine> first = forks.branches().get(0);
        List<CatalogLine> second = forks.branches().get(1);
        boolean secondKeeps = secondKeeps(forks.common(), first, second, last);
        List<CatalogLine> kept = secondKeeps ? second : first;
        List<CatalogLine> moved = secondKeeps ? first : second;

        List<CatalogLine> before = new ArrayList<>(forks.common());
        before.addAll(kept);
        Optional<String> merged = mergedModel(forks.common(), kept, moved);
        return Optional.of(
                merged.isPresent()
                        ? renumber(new Catalog(before), kept, moved, merged.get())
                        : drop(new Catalog(before), kept, moved));
    }

    /** Behind a squash one branch may be empty, and one that parts from a migration within it can't keep its numbers. */
    private boolean secondKeeps(
            List<CatalogLine> common, List<CatalogLine> first, List<CatalogLine> second, Optional<String> last) {
        if (second.isEmpty() || first.isEmpty()) {
            return second.isEmpty() && first.isEmpty();
        }
        return !partsWithin(common, second)
                && last.map(it -> names(first, second, it)).orElseGet(() -> othersHave(second, first));
    }

    /** Whether a branch starts at a version for which the squash before both stands. */
    private static boolean partsWithin(List<CatalogLine> common, List<CatalogLine> branch) {
        return !common.isEmpty()
                && !branch.isEmpty()
                && branch.get(0)
                                .version()
                                .compareTo(common.get(common.size() - 1).version())
                        <= 0;
    }

    /** Whether the first branch is the one that the user names. */
    private boolean names(List<CatalogLine> first, List<CatalogLine> second, String last) {
        boolean inFirst = first.stream().anyMatch(line -> line.description().equals(last));
        boolean inSecond = second.stream().anyMatch(line -> line.description().equals(last));
        if (inFirst == inSecond) {
            throw choice(first, second, (inFirst ? "both branches have" : "no branch has") + " a migration " + last);
        }
        return inFirst;
    }

    /** Whether the main line has the one branch and not the other. */
    private boolean othersHave(List<CatalogLine> one, List<CatalogLine> other) {
        for (String mainLine : Git.MAIN_LINES) {
            boolean hasOne = folder.isIn(git, mainLine, one.get(0));
            if (hasOne != folder.isIn(git, mainLine, other.get(0))) {
                return hasOne;
            }
        }
        throw choice(other, one, "git's main line doesn't tell which migration others have already");
    }

    private CommandException choice(List<CatalogLine> first, List<CatalogLine> second, String what) {
        return new CommandException(
                CommandCode.REBASE_CHOICE,
                folder.root().resolve(MigrationFolder.CATALOG).toString(),
                what + " (" + name(first.get(0)) + " or " + name(second.get(0)) + ")",
                "name the one that nobody has applied yet: `accrete rebase --last "
                        + second.get(second.size() - 1).description() + "`, or `--last "
                        + first.get(first.size() - 1).description() + "`");
    }

    private static String name(CatalogLine line) {
        return line.version() + " " + line.description();
    }

    /** The hash of the merged snapshot's model; empty if it is not the sum of both branches. */
    private Optional<String> mergedModel(List<CatalogLine> common, List<CatalogLine> kept, List<CatalogLine> moved) {
        Optional<String> merged = folder.text(MigrationFolder.SNAPSHOT).flatMap(this::modelHash);
        if (merged.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> before =
                common.isEmpty() ? Optional.of(ModelHash.of(Schema.empty())) : modelOf(common.get(common.size() - 1));
        Optional<String> keptModel = kept.isEmpty() ? before : modelOf(kept.get(kept.size() - 1));
        Optional<String> movedModel = moved.isEmpty() ? before : modelOf(moved.get(moved.size() - 1));
        // Within a squash nothing tells the model from which the branches part: both have changed it.
        Optional<String> base = partsWithin(common, moved) ? Optional.empty() : before;
        // A snapshot that is one side's alone was taken over in the merge; it lacks what the other side changed.
        boolean lacksMoved = merged.equals(keptModel) && !movedModel.equals(base) && !movedModel.equals(keptModel);
        boolean lacksKept = merged.equals(movedModel) && !keptModel.equals(base) && !keptModel.equals(movedModel);
        return lacksMoved || lacksKept ? Optional.empty() : merged;
    }

    private Optional<String> modelHash(String snapshot) {
        try {
            return Optional.of(ModelHash.of(
                    SnapshotReader.read(snapshot, MigrationFolder.SNAPSHOT).model()));
        } catch (SnapshotException e) {
            return Optional.empty();
        }
    }

    /** The model that a saved migration leads to, as its scripts say. */
    private Optional<String> modelOf(CatalogLine line) {
        return folder.scripts(line).entrySet().stream()
                .flatMap(script -> Script.parse(
                        script.getValue(), ResourceNames.script(script.getKey(), line.version(), line.description()))
                        .modelHash()
                        .stream())
                .findFirst();
    }

    private Rebased renumber(Catalog catalog, List<CatalogLine> kept, List<CatalogLine> moved, String merged) {
        FileMove move = new FileMove(folder.root());
        moved.forEach(line -> folder.files(line).keySet().forEach(move::delete));
        Catalog longer = catalog;
        List<Renumbering> renumbered = new ArrayList<>();
        for (CatalogLine line : moved) {
            MigrationVersion version = longer.nextVersion();
            boolean ends = line.equals(moved.get(moved.size() - 1));
            boolean starts = line.equals(moved.get(0));
            Map<String, String> scripts = new TreeMap<>();
            for (Map.Entry<String, String> file : folder.files(line).entrySet()) {
                String text = file.getValue();
                boolean undo = file.getKey().contains("/U");
                if (!file.getKey().endsWith(".conf")) {
                    // What lies between the branches' ends is a model that nobody has compiled.
                    Optional<String> model = undo
                            ? (starts ? modelOf(catalog.head().orElseThrow()) : Optional.empty())
                            : (ends ? Optional.of(merged) : Optional.empty());
                    String identified = ScriptHeaders.identified(text, version, line.description());
                    text = model.map(hash -> ScriptHeaders.withModel(identified, hash))
                            .orElseGet(() -> ScriptHeaders.withoutModel(identified));
                    if (!undo) {
                        scripts.put(file.getKey().substring(0, file.getKey().indexOf('/')), text);
                    }
                }
                move.put(renumbered(file.getKey(), line.version(), version), text);
            }
            longer = longer.append(line.description(), scripts);
            renumbered.add(new Renumbering(line, longer.head().orElseThrow()));
        }
        move.put(MigrationFolder.CATALOG, longer.text());
        move.commit();
        return new Rebased(kept, renumbered, List.of());
    }

    private static String renumbered(String path, MigrationVersion before, MigrationVersion after) {
        return path.replaceFirst(
                "/([VU])" + before.toString().substring(1) + "__",
                "/$1" + after.toString().substring(1) + "__");
    }

    private Rebased drop(Catalog catalog, List<CatalogLine> kept, List<CatalogLine> moved) {
        CatalogLine head = catalog.head().orElseThrow();
        Optional<String> model = modelOf(head);
        List<String> candidates = new ArrayList<>();
        folder.text(MigrationFolder.SNAPSHOT).ifPresent(candidates::add);
        candidates.addAll(git.versions(MigrationFolder.SNAPSHOT));
        String snapshot = candidates.stream()
                .filter(text -> model.isPresent() && modelHash(text).equals(model))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        CommandCode.REBASE_SNAPSHOT,
                        folder.root().resolve(MigrationFolder.SNAPSHOT).toString(),
                        "neither this file nor a side of the merge is the snapshot of " + name(head),
                        "check the file out from the branch that has that migration, then run `accrete rebase` again"));
        FileMove move = new FileMove(folder.root());
        moved.forEach(line -> folder.files(line).keySet().forEach(move::delete));
        move.put(MigrationFolder.SNAPSHOT, snapshot);
        move.put(MigrationFolder.CATALOG, catalog.text());
        move.commit();
        return new Rebased(kept, List.of(), moved);
    }
}
