package dev.accrete.runtime;

import dev.accrete.runtime.format.ResourceNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Migrations in a folder that holds {@code catalog} and a folder per dialect, as they lie in the source tree. */
public final class FolderSource implements MigrationSource {

    private static final String PREFIX = ResourceNames.MIGRATIONS + "/";

    private final String name;
    private final Path folder;

    /**
     * @param name of the stream in the history; {@code main} unless there are several
     * @param folder the folder in which the catalog lies
     */
    public FolderSource(String name, Path folder) {
        this.name = Objects.requireNonNull(name, "name");
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    @Override
    public String name() {
        return name;
    }

    /** Knows what is saved alone: no drafts, no compiled model. */
    @Override
    public InputStream open(String resource) throws IOException {
        if (!resource.startsWith(PREFIX)) {
            return null;
        }
        Path file = folder.resolve(resource.substring(PREFIX.length()));
        return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
    }
}
