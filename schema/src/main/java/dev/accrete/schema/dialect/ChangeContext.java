package dev.accrete.schema.dialect;

import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.Objects;

/**
 * What surrounds a change.
 *
 * @param before the schema before the migration, as the dialect sees it, with names as they are then
 * @param after the schema after the migration
 */
public record ChangeContext(Schema before, Schema after) {

    public ChangeContext {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** A table as it is after the renames; without columns if neither side knows it. */
    public Table table(QualifiedName name) {
        return after.table(name).or(() -> before.table(name)).orElseGet(() -> Table.of(name, java.util.List.of()));
    }
}
