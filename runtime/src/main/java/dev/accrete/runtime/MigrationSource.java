package dev.accrete.runtime;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where the runtime reads catalog, scripts and compiled model from.
 *
 * <p>The processor generates one implementation per module with entities and registers it for {@link
 * java.util.ServiceLoader}; it reads from its own module and class loader, so that nothing scans a class path.
 * Implementations are immutable and may be used by several threads.
 */
public interface MigrationSource {

    /**
     * The name of the stream in the history, one per module with migrations; stable, because applied migrations are
     * recorded under it.
     *
     * @return not empty, at most 100 characters; {@code main} where there is only one
     */
    String name();

    /**
     * Opens a resource.
     *
     * @param resource an absolute path without a leading slash, as {@link dev.accrete.runtime.format.ResourceNames}
     *     makes them, e.g. {@code db/migration/catalog}
     * @return a stream that the caller closes, or {@code null} if there is no such resource
     * @throws IOException if the resource is there but can't be read
     */
    InputStream open(String resource) throws IOException;

    /** Where the classes of migrations in Java are found. */
    default ClassLoader classLoader() {
        return getClass().getClassLoader();
    }
}
