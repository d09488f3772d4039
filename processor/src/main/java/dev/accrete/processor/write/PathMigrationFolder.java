package dev.accrete.processor.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A migration folder in the file system; it need not exist before the first migration is saved. */
public record PathMigrationFolder(Path folder) implements MigrationFolder {

    public PathMigrationFolder {
        Objects.requireNonNull(folder, "folder");
    }

    @Override
    public String location() {
        return folder.toString();
    }

    @Override
    public Optional<String> read(String path) throws IOException {
        try {
            return Optional.of(Files.readString(folder.resolve(path), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
