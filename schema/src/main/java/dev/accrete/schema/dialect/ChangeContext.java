package dev.accrete.schema.dialect;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What surrounds a change.
 *
 * @param before the schema before the migration, as the dialect sees it, with names as they are then
 * @param after the schema after the migration
 * @param renamed new name of a table to its old one
 */
public record ChangeContext(Schema before, Schema after, Map<QualifiedName, QualifiedName> renamed) {

    public ChangeContext {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        renamed = Map.copyOf(renamed);
    }

    /** A table while it changes; without columns if neither side knows it. */
    public Table table(QualifiedName name) {
        return after.table(name).or(() -> before(name)).orElseGet(() -> Table.of(name, List.of()));
    }

    /** A table before the migration, by its name after it. */
    public Optional<Table> before(QualifiedName name) {
        return before.table(renamed.getOrDefault(name, name));
    }

    /** A column before the migration, by the new name of its table and its own old one. */
    public Optional<Column> columnBefore(QualifiedName table, Name column) {
        return before(table).flatMap(found -> found.column(column));
    }
}
