package dev.accrete.cli.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks git what other branches have; changes nothing. Without git or a repository every answer is empty. */
final class Git {

    /** Where others take their migrations from: what stands there keeps its number. The first that tells wins. */
    static final List<String> MAIN_LINES = List.of("origin/HEAD", "origin/main", "origin/master", "main", "master");

    /** Where the sides of a merge are found, stages of the index first. */
    private static final List<String> SIDES =
            List.of(":2", ":3", "HEAD", "MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD", "ORIG_HEAD");

    private final Path folder;

    /** @param folder the files that are asked about lie in it */
    Git(Path folder) {
        this.folder = folder;
    }

    /** Whether a branch, tag or commit is there. */
    boolean knows(String revision) {
        return run("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
                .isPresent();
    }

    /** The content of a file in a branch, commit or stage. */
    Optional<String> show(String revision, String path) {
        return run("show", revision + ":./" + path);
    }

    /** A file as the sides of a merge and the main line have it; most likely first. */
    List<String> versions(String path) {
        List<String> texts = new ArrayList<>();
        SIDES.forEach(revision -> show(revision, path).ifPresent(texts::add));
        MAIN_LINES.forEach(revision -> show(revision, path).ifPresent(texts::add));
        return texts;
    }

    /** The revisions that changed a file, the latest first. */
    List<String> revisions(String path) {
        return run("log", "--format=%H", "--", "./" + path)
                .map(text -> text.lines().toList())
                .orElse(List.of());
    }

    /** The same on all branches that are known here. */
    List<String> revisionsEverywhere(String path) {
        return run("log", "--all", "--format=%H", "--", "./" + path)
                .map(text -> text.lines().toList())
                .orElse(List.of());
    }

    private Optional<String> run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()))
                    .start();
            byte[] output = process.getInputStream().readAllBytes();
            return process.waitFor() == 0 ? Optional.of(new String(output, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            // No git on this machine: the caller asks the user instead.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Path nothing() {
        return Path.of(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
