package dev.accrete.cli.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Several files of one folder that change together. New content is written beside the folder's files first, then a list
 * of what to move where; from the moment that list exists the change is decided, and {@link #recover} finishes it if the
 * process ended in the middle. Before that moment nothing has changed.
 *
 * <p>Not for several processes at once.
 */
final class FileMove {

    /** Where new content waits. The name starts with a dot, so that tools that read the folder pass over it. */
    static final String STAGING = ".accrete-pending";

    private static final String LIST = "moves";

    private final Path root;
    private final Map<String, Optional<String>> changes = new LinkedHashMap<>();

    FileMove(Path root) {
        this.root = root;
    }

    /**
     * The file gets this content.
     *
     * @param path below the folder, with {@code /}
     */
    FileMove put(String path, String text) {
        changes.remove(path);
        changes.put(path, Optional.of(text));
        return this;
    }

    /** The file is deleted if it exists. */
    FileMove delete(String path) {
        changes.remove(path);
        changes.put(path, Optional.empty());
        return this;
    }

    /** What is changed, in the order of the calls, relative to the folder. */
    List<String> paths() {
        return List.copyOf(changes.keySet());
    }

    /** Carries the changes out, in the order of the calls. */
    void commit() {
        try {
            Path staging = root.resolve(STAGING);
            deleteTree(staging);
            Files.createDirectories(staging);
            List<String> moves = new ArrayList<>();
            for (Map.Entry<String, Optional<String>> change : changes.entrySet()) {
                if (change.getValue().isPresent()) {
                    write(
                            staging.resolve(String.valueOf(moves.size())),
                            change.getValue().get());
                    moves.add("put " + change.getKey());
                } else {
                    moves.add("delete " + change.getKey());
                }
            }
            Path unfinished = staging.resolve(LIST + ".tmp");
            write(unfinished, String.join("\n", moves) + "\n");
            Files.move(unfinished, staging.resolve(LIST), StandardCopyOption.ATOMIC_MOVE);
            recover(root);
        } catch (IOException e) {
            throw FileAccess.failed(root, "can't be changed", e);
        }
    }

    /** Whether an earlier change was decided and not finished. */
    static boolean interrupted(Path root) {
        return Files.exists(root.resolve(STAGING).resolve(LIST));
    }

    /**
     * Finishes what an earlier process began, or clears away what it had not decided yet.
     *
     * @return whether there was something to finish
     */
    static boolean recover(Path root) {
        Path staging = root.resolve(STAGING);
        try {
            boolean decided = interrupted(root);
            if (decided) {
                List<String> moves = Files.readAllLines(staging.resolve(LIST));
                for (int i = 0; i < moves.size(); i++) {
                    apply(root, staging.resolve(String.valueOf(i)), moves.get(i));
                }
            }
            deleteTree(staging);
            return decided;
        } catch (IOException e) {
            throw FileAccess.failed(root, "can't be changed", e);
        }
    }

    private static void apply(Path root, Path staged, String move) throws IOException {
        int space = move.indexOf(' ');
        Path target = root.resolve(move.substring(space + 1));
        if (move.startsWith("delete ")) {
            Files.deleteIfExists(target);
        } else if (Files.exists(staged, LinkOption.NOFOLLOW_LINKS)) {
            // Gone already if an earlier run had come this far.
            Files.createDirectories(target.getParent());
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            // Children before their folder.
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
