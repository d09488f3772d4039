package dev.accrete.schema.dialect;

import java.util.List;
import java.util.Optional;

/** The dialects that there are. */
public final class Dialects {

    /** In the order in which scripts are written. */
    public static final List<Dialect> ALL = List.of(new H2Dialect(), new PostgresDialect());

    private Dialects() {}

    /** The dialect of a name, e.g. {@code h2}. */
    public static Optional<Dialect> named(String name) {
        return ALL.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }
}
