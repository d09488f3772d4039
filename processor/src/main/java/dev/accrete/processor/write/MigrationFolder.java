package dev.accrete.processor.write;

import java.io.IOException;
import java.util.Optional;

/** The folder with catalog, snapshot and saved scripts; read only. */
public interface MigrationFolder {

    /** Where it is, for messages. */
    String location();

    /**
     * A file's text.
     *
     * @param path relative to the folder: {@code catalog}, {@code h2/V0001__first.sql}
     * @return empty if there is no such file
     * @throws IOException if it is there and can't be read, or is not UTF-8
     */
    Optional<String> read(String path) throws IOException;
}
