package dev.accrete.cli.project;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.FormatException;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.format.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The chains in a catalog of which one side was squashed while the other side went on from what was squashed. The squash
 * says by a hash where the migrations ended for which it stands; so what follows one of these on the other side follows
 * the squash.
 */
final class SquashForks {

    private final MigrationFolder folder;
    private final Git git;
    private final CatalogLine squash;
    private final String lastHash;
    private final Set<CatalogLine> left;

    private SquashForks(MigrationFolder folder, Git git, CatalogLine squash, String lastHash, Set<CatalogLine> lines) {
        this.folder = folder;
        this.git = git;
        this.squash = squash;
        this.lastHash = lastHash;
        this.left = new LinkedHashSet<>(lines);
        left.remove(squash);
    }

    /**
     * Reads the chains.
     *
     * @param lines of both sides
     * @return with the squash in common, and two branches, of which one may be empty: that of the side with the squash comes
     *     first; empty if no line stands for others that are there too
     * @throws CommandException [ACC-C014] if the lines are no such two chains
     */
    static Optional<CatalogForks> read(MigrationFolder folder, Git git, Set<CatalogLine> lines) {
        for (CatalogLine line : lines) {
            Optional<String> stands = squashes(folder, line);
            boolean others = lines.stream()
                    .anyMatch(other -> !other.equals(line) && other.version().compareTo(line.version()) <= 0);
            if (stands.isPresent() && others) {
                String[] words = stands.get().split("\\s+");
                return Optional.of(new SquashForks(folder, git, line, words[words.length - 1], lines).read());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> squashes(MigrationFolder folder, CatalogLine line) {
        return folder.files(line).entrySet().stream()
                .filter(file -> file.getKey().endsWith(".sql") && file.getKey().contains("/V"))
                .flatMap(file -> Script.parse(
                        file.getValue(),
                        ResourceNames.script(
                                file.getKey().substring(0, file.getKey().indexOf('/')),
                                line.version(),
                                line.description()))
                        .squashes()
                        .stream())
                .findFirst();
    }

    private CatalogForks read() {
        List<CatalogLine> replaced = replaced();
        left.removeAll(new HashSet<>(replaced));
        List<CatalogLine> behind = chain(squash);
        List<CatalogLine> other = replaced.stream()
                .map(this::chain)
                .filter(chain -> !chain.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (!left.isEmpty()) {
            CatalogLine stray = left.iterator().next();
            throw CatalogForks.noChains(
                    folder,
                    stray.version() + " " + stray.description() + " follows neither the squash " + squash.description()
                            + " nor what it stands for: its hash fits none");
        }
        boolean hides = !other.isEmpty() && other.get(0).version().compareTo(squash.version()) <= 0;
        if (hides && mainLineHas(other.get(0)) && !mainLineHas(squash)) {
            throw CatalogForks.noChains(
                    folder,
                    "the squash " + squash.description() + " stands for migrations that the main line has not, and "
                            + other.get(0).version() + " " + other.get(0).description()
                            + " there has a number of theirs");
        }
        return new CatalogForks(List.of(squash), List.of(behind, other));
    }

    /** What follows a line, removed from what is left. */
    private List<CatalogLine> chain(CatalogLine start) {
        CatalogLine last = start;
        List<CatalogLine> chain = new ArrayList<>();
        List<CatalogLine> next =
                CatalogForks.take(folder, left, last.hash(), last.version().next());
        while (next.size() == 1) {
            last = next.get(0);
            chain.add(last);
            next = CatalogForks.take(folder, left, last.hash(), last.version().next());
        }
        return chain;
    }

    /** As the other side lists them, else as git's history does. */
    private List<CatalogLine> replaced() {
        if (left.stream().anyMatch(this::isEnd)) {
            return left.stream()
                    .filter(line -> line.version().compareTo(squash.version()) <= 0)
                    .toList();
        }
        for (String revision : git.revisionsEverywhere(MigrationFolder.CATALOG)) {
            Optional<Catalog> then = git.show(revision, MigrationFolder.CATALOG).flatMap(SquashForks::catalog);
            if (then.flatMap(catalog -> catalog.line(squash.version()))
                    .filter(this::isEnd)
                    .isPresent()) {
                return then.get().upTo(squash.version()).lines();
            }
        }
        throw CatalogForks.noChains(
                folder,
                "the squash " + squash.description() + " stands for migrations that neither the other side nor git's"
                        + " history has");
    }

    private boolean isEnd(CatalogLine line) {
        return line.version().equals(squash.version()) && line.hash().equals(lastHash);
    }

    private static Optional<Catalog> catalog(String text) {
        try {
            return Optional.of(Catalog.parse(text, MigrationFolder.CATALOG));
        } catch (FormatException e) {
            return Optional.empty();
        }
    }

    private boolean mainLineHas(CatalogLine line) {
        return Git.MAIN_LINES.stream().anyMatch(revision -> folder.isIn(git, revision, line));
    }
}
