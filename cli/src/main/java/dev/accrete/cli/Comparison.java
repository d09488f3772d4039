package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.drift.Drift;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.schema.inspect.SchemaDifference;
import java.util.List;
import java.util.stream.Collectors;

/** Looks whether a database is what the last migration leads to, before that is recorded. */
final class Comparison {

    private static final int SHOWN = 20;

    private final Database database;
    private final SavedMigrations saved;

    Comparison(Database database, SavedMigrations saved) {
        this.database = database;
        this.saved = saved;
    }

    /** @throws CommandException [ACC-C033] if it differs */
    void require(Drift drift) {
        List<SchemaDifference> differences = database.drift(saved.snapshot(), drift);
        if (!differences.isEmpty()) {
            throw new CommandException(
                    CommandCode.DIFFERS,
                    database.instance().label(),
                    "the covered tables differ from the snapshot; nothing was changed:"
                            + differences.stream()
                                    .limit(SHOWN)
                                    .map(difference -> "\n    " + difference)
                                    .collect(Collectors.joining())
                            + (differences.size() > SHOWN ? "\n    and " + (differences.size() - SHOWN) + " more" : ""),
                    "see the way out with `accrete adopt --write closing.sql`, or use --force if this is meant");
        }
    }
}
