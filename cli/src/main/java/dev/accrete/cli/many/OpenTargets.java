package dev.accrete.cli.many;

import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The targets of the last run that are still to be done, one per line, written before the run begins and after each target:
 * whatever ends the run, the file is right. Used by several threads.
 */
public final class OpenTargets {

    private final Path file;
    private final Set<String> open = new LinkedHashSet<>();

    /** @param folder the working folder */
    public OpenTargets(Path folder) {
        this.file = folder.resolve(".accrete").resolve("migrate-all");
    }

    /** Those that the last run left; empty if there was none. */
    public Optional<List<String>> left() {
        try {
            return Optional.of(Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A run begins with these. */
    public synchronized void begin(List<String> labels) {
        open.clear();
        open.addAll(labels);
        write();
    }

    public synchronized void done(String label) {
        open.remove(label);
        write();
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Path next = Files.write(file.resolveSibling("migrate-all.next"), open);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private CommandException failed(IOException e) {
        return new CommandException(
                CommandCode.FILE_ACCESS,
                file.toString(),
                "can't be read or written (" + e.getClass().getSimpleName() + ")",
                "correct permissions or free space, then run the command again");
    }
}
