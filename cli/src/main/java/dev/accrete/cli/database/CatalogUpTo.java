package dev.accrete.cli.database;

import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Another source whose catalog ends earlier: lines chain forwards, so what is left is a whole catalog. */
public final class CatalogUpTo implements MigrationSource {

    private final MigrationSource source;
    private final String catalog;

    /** @throws CommandException [ACC-C020] if the catalog has no such version */
    public CatalogUpTo(MigrationSource source, Catalog whole, MigrationVersion last) {
        this.source = source;
        if (whole.line(last).isEmpty()) {
            throw new CommandException(
                    CommandCode.TARGET,
                    last.toString(),
                    "the catalog has no such migration; its last is "
                            + whole.head()
                                    .map(line -> line.version().toString())
                                    .orElse("none"),
                    "name a version of the catalog, e.g. --to V0002");
        }
        this.catalog = whole.upTo(last).text();
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public ClassLoader classLoader() {
        return source.classLoader();
    }

    @Override
    public InputStream open(String resource) throws IOException {
        return resource.equals(ResourceNames.CATALOG)
                ? new ByteArrayInputStream(catalog.getBytes(StandardCharsets.UTF_8))
                : source.open(resource);
    }
}
