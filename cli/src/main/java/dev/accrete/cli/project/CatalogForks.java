package dev.accrete.cli.project;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.Checksum;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.format.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The chains in a catalog that keeps the lines of two branches. Which line follows which is told by the hashes alone, so
 * the order in which a merge left the lines means nothing.
 *
 * @param common the lines before the branches parted
 * @param branches the lines of each branch, in version order; empty if there is one chain; behind a squash on one side, one of
 *     them may have none
 */
record CatalogForks(List<CatalogLine> common, List<List<CatalogLine>> branches) {

    CatalogForks {
        common = List.copyOf(common);
        branches = branches.stream().map(List::copyOf).toList();
    }

    /**
     * Reads a catalog that a merge left behind.
     *
     * @param text may hold git's conflict markers; the lines of both sides count
     * @throws CommandException [ACC-C014] if the lines are anything else than one chain or two that part once
     */
    static CatalogForks read(MigrationFolder folder, Git git, String text) {
        Set<CatalogLine> left = lines(folder, text);
        Optional<CatalogForks> squashed = SquashForks.read(folder, git, left);
        if (squashed.isPresent()) {
            return squashed.get();
        }
        List<CatalogLine> common = new ArrayList<>();
        List<CatalogLine> next = take(folder, left, "", first(left));
        while (next.size() == 1) {
            CatalogLine line = next.get(0);
            common.add(line);
            next = take(folder, left, line.hash(), line.version().next());
        }
        List<List<CatalogLine>> branches = new ArrayList<>();
        for (CatalogLine first : next) {
            branches.add(branch(folder, left, first));
        }
        if (!left.isEmpty()) {
            CatalogLine stray = left.iterator().next();
            throw noChains(
                    folder, stray.version() + " " + stray.description() + " follows no other line: its hash fits none");
        }
        if (branches.size() > 2) {
            throw noChains(
                    folder,
                    branches.size() + " branches start at " + next.get(0).version());
        }
        return new CatalogForks(common, branches);
    }

    /** 1, or that of a squash. */
    private static MigrationVersion first(Set<CatalogLine> lines) {
        return lines.stream()
                .map(CatalogLine::version)
                .min(Comparator.naturalOrder())
                .orElse(MigrationVersion.FIRST);
    }

    private static List<CatalogLine> branch(MigrationFolder folder, Set<CatalogLine> left, CatalogLine first) {
        List<CatalogLine> branch = new ArrayList<>(List.of(first));
        List<CatalogLine> next =
                take(folder, left, first.hash(), first.version().next());
        while (next.size() == 1) {
            branch.add(next.get(0));
            next = take(folder, left, next.get(0).hash(), next.get(0).version().next());
        }
        if (!next.isEmpty()) {
            throw noChains(folder, "a branch parts again at " + next.get(0).version());
        }
        return branch;
    }

    /** Removes and returns the lines of a version whose hash says that they follow a given line. */
    static List<CatalogLine> take(
            MigrationFolder folder, Set<CatalogLine> left, String hashBefore, MigrationVersion version) {
        List<CatalogLine> followers = left.stream()
                .filter(line -> line.version().equals(version))
                .filter(line -> hash(folder, hashBefore, line).equals(line.hash()))
                .toList();
        followers.forEach(left::remove);
        return followers;
    }

    private static String hash(MigrationFolder folder, String hashBefore, CatalogLine line) {
        Map<String, String> checksums = new TreeMap<>();
        folder.scripts(line).forEach((dialect, text) -> {
            String name = folder.root()
                    .resolve(MigrationFolder.below(ResourceNames.script(dialect, line.version(), line.description())))
                    .toString();
            checksums.put(dialect, Checksum.of(Script.parse(text, name)));
        });
        return Catalog.hash(hashBefore, line.version(), line.description(), checksums);
    }

    private static Set<CatalogLine> lines(MigrationFolder folder, String text) {
        Set<CatalogLine> lines = new LinkedHashSet<>();
        boolean inBase = false;
        for (String line : text.split("\r?\n")) {
            // With merge.conflictStyle=diff3 the common ancestor stands between ||||||| and =======.
            inBase = line.startsWith("|||||||") || inBase && !line.startsWith("=======");
            boolean marker = line.matches("(<{7}|\\|{7}|={7}|>{7})( .*)?");
            if (inBase || marker || line.isBlank() || line.startsWith("#")) {
                continue;
            }
            lines.add(line(folder, line));
        }
        return lines;
    }

    private static CatalogLine line(MigrationFolder folder, String line) {
        String[] words = line.strip().split("\\s+");
        Optional<MigrationVersion> version = MigrationVersion.parse(words[0]);
        if (words.length != 3 || version.isEmpty() || !ResourceNames.isDescription(words[1])) {
            throw noChains(folder, "this line can't be read: " + line);
        }
        return new CatalogLine(version.get(), words[1], words[2]);
    }

    static CommandException noChains(MigrationFolder folder, String what) {
        return new CommandException(
                CommandCode.REBASE_HEADS,
                folder.root().resolve(MigrationFolder.CATALOG).toString(),
                what,
                "keep exactly the lines of the two branches, restore edited scripts from version control, and run"
                        + " `accrete rebase` again");
    }
}
