package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.offer.ExampleReference;
import dev.accrete.schema.sql.SqlQueries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which rows become rows of two new tables, one of which refers to the other: each of them gives both a row, by one key.
 * No other row is there to refer to.
 */
final class SharedRows {

    private final Schema before;
    private final Schema after;
    private final Map<QualifiedName, RowChange.FillTable> fills = new HashMap<>();

    /** @param before with the names that things have after the renames */
    SharedRows(Schema before, Schema after, List<Change> changes) {
        this.before = before;
        this.after = after;
        for (Change change : changes) {
            if (change instanceof RowChange.FillTable fill) {
                fills.put(fill.object(), fill);
            }
        }
    }

    /**
     * The column of a new table's key whose value a row gets in a column that refers to it.
     *
     * @param fresh the new table that refers
     * @param source of whose rows both tables get theirs
     */
    Optional<Name> referenced(Table fresh, Name column, Table source) {
        return ExampleReference.of(fresh, column)
                .filter(key -> refers(fresh, key, source))
                .map(key -> key.referencedColumns().get(key.columns().indexOf(column)));
    }

    /** Whether each row that a new table takes over refers to one that another new table makes of the same row. */
    boolean refers(Table fresh, ForeignKey key, Table source) {
        return needed(fresh, key)
                .filter(other -> isMissing(fresh, key, source))
                .filter(other ->
                        other.keyColumns().size() == source.keyColumns().size())
                .filter(other ->
                        Distinction.within(fresh, source, key.columns()).isPresent()
                                || source.columns().stream().anyMatch(column -> moves(column, source, other)))
                .filter(other -> Optional.ofNullable(fills.get(other.name()))
                        .map(fill ->
                                SqlQueries.reads(fill.query(), source.name().name()))
                        .orElse(true))
                .isPresent();
    }

    /** A new table whose rows those of another new one have to refer to. */
    Optional<Table> needed(Table fresh, ForeignKey key) {
        boolean required = key.columns().stream()
                .allMatch(name -> fresh.column(name).filter(Column::needsValue).isPresent());
        return after.table(key.referencedTable())
                .filter(other -> required
                        && isNew(fresh)
                        && isNew(other)
                        && !other.name().equals(fresh.name()))
                .filter(other -> key.referencedColumns().equals(other.keyColumns()));
    }

    /** Whether a statement puts rows into a table already. */
    boolean isFilled(Table table) {
        return fills.containsKey(table.name());
    }

    private boolean isNew(Table table) {
        return before.table(table.name()).isEmpty();
    }

    private static boolean isMissing(Table fresh, ForeignKey key, Table source) {
        return key.columns().stream()
                .allMatch(name -> !fresh.keyColumns().contains(name)
                        && source.column(name)
                                .filter(column -> !column.nullable())
                                .isEmpty());
    }

    private boolean moves(Column column, Table source, Table other) {
        boolean stays = after.table(source.name())
                .flatMap(now -> now.column(column.name()))
                .isPresent();
        return !stays && MovedValues.has(other, column);
    }
}
