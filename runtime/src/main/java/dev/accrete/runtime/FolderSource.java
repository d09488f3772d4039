package dev.accrete.runtime;

import dev.accrete.runtime.format.ResourceNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Migrations in a folder that holds {@code catalog} and a folder per dialect, as they lie in the source tree. */
public final class FolderSource implements MigrationSource {

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

    /** Knows what is saved alone, and the seeds in the folder {@code seed} beside it: no drafts, no compiled model. */
    @Override
    public InputStream open(String resource) throws IOException {
        Path file;
        if (resource.startsWith(ResourceNames.MIGRATIONS + "/")) {
            file = folder.resolve(resource.substring(ResourceNames.MIGRATIONS.length() + 1));
        } else if (resource.startsWith(ResourceNames.SEEDS + "/")) {
            file = folder.toAbsolutePath()
                    .resolveSibling("seed")
                    .resolve(resource.substring(ResourceNames.SEEDS.length() + 1));
        } else {
            return null;
        }
        return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
    }
}
