package dev.accrete.runtime.apply;

import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.format.ResourceNames;
import java.io.IOException;
import java.io.InputStream;

/** The seeds of one environment as a source of migrations: the same files, in another folder. */
public final class SeedSource implements MigrationSource {

    private final MigrationSource source;
    private final String folder;

    /** @param environment a folder's name */
    public SeedSource(MigrationSource source, String environment) {
        this.source = source;
        this.folder = ResourceNames.SEEDS + "/" + environment;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public ClassLoader classLoader() {
        return source.classLoader();
    }

    /** There is no model of seeds. */
    @Override
    public InputStream open(String resource) throws IOException {
        return resource.startsWith(ResourceNames.MIGRATIONS)
                ? source.open(folder + resource.substring(ResourceNames.MIGRATIONS.length()))
                : null;
    }
}
