package dev.accrete.cli.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of a database.
 *
 * @param file the copy; its description lies beside it
 * @param instance of which instance
 * @param product e.g. {@code PostgreSQL}
 * @param version of the server, e.g. {@code 18.6}
 * @param migration the last migration that was applied, e.g. {@code V0007}; {@code none} before the first
 * @param sha256 of the file, in hexadecimal digits
 * @param bytes the file's size
 */
public record Backup(
        Path file,
        String instance,
        String product,
        String version,
        String migration,
        Instant createdAt,
        String sha256,
        long bytes) {

    /** The name to give to {@code restore}. */
    public String name() {
        return file.getFileName().toString();
    }
}
