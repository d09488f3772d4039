package dev.accrete.runtime;

import java.io.InputStream;
import java.util.Objects;

/** Migrations among the resources of a class loader, for code without a generated source. */
public final class ClassPathSource implements MigrationSource {

    private final String name;
    private final ClassLoader loader;

    /** @param name of the stream in the history; {@code main} unless there are several */
    public ClassPathSource(String name, ClassLoader loader) {
        this.name = Objects.requireNonNull(name, "name");
        this.loader = Objects.requireNonNull(loader, "loader");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ClassLoader classLoader() {
        return loader;
    }

    @Override
    public InputStream open(String resource) {
        return loader.getResourceAsStream(resource);
    }
}
