package dev.accrete.cli.project;

import dev.accrete.runtime.format.FormatText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files, and says what is wrong with one that can't be read in the same way everywhere. */
final class FileAccess {

    private FileAccess() {}

    /** @return empty if there is no such file; without a byte order mark */
    static Optional<String> read(Path file) {
        try {
            return Optional.of(FormatText.decode(Files.readAllBytes(file), file.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(file, "can't be read", e);
        }
    }

    static CommandException failed(Path file, String what, IOException e) {
        String reason = e instanceof AccessDeniedException
                ? "no permission for " + e.getMessage()
                : e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
        return new CommandException(
                CommandProblem.of(
                        CommandCode.FILE_ACCESS,
                        file.toString(),
                        what + " (" + reason + ")",
                        "correct permissions or free space, then run the command again"),
                e);
    }
}
