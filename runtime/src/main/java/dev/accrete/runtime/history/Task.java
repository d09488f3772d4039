package dev.accrete.runtime.history;

import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import java.util.Optional;

/**
 * One thing to do to a database.
 *
 * @param line the migration; empty for a draft and for taking one back
 * @param row what the history has of it; empty if it has not begun
 */
public record Task(Kind kind, MigrationVersion version, Optional<CatalogLine> line, Optional<AppliedMigration> row) {

    /** The kinds of tasks. */
    public enum Kind {
        /** Take a draft back. */
        UNDO,
        /** A draft was saved as it is: its row becomes the migration's. */
        ADOPT,
        /** Catalog lines were sealed anew, the script is the same: the row gets the new hash. */
        REHASH,
        /** Run a migration, or what is left of it. */
        APPLY,
        /** Run a draft, or what is left of it. */
        DRAFT
    }

    /** {@code add_b}, or {@code draft}. */
    public String description() {
        return line.isPresent() ? line.get().description() : ResourceNames.DRAFT;
    }
}
