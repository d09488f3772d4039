package dev.accrete.schema.change;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Columns that changes add to tables that exist, and in which no row has a value when they are done. */
public final class EmptyColumns {

    private record Place(QualifiedName table, Name column) {}

    private final Set<Place> places = new HashSet<>();

    private EmptyColumns() {}

    /** Those of all changes of a migration, in their order. */
    public static EmptyColumns of(List<Change> changes) {
        EmptyColumns empty = new EmptyColumns();
        for (Change change : changes) {
            if (change instanceof ColumnChange.AddColumn add && comesEmpty(add)) {
                empty.places.add(new Place(add.object(), add.after().name()));
            } else if (change instanceof RowChange.MendReferences mend) {
                mend.key().columns().forEach(column -> empty.places.remove(new Place(mend.table(), column)));
            } else if (change instanceof RowChange || change instanceof ColumnChange) {
                change.columnName().ifPresent(column -> empty.places.remove(new Place(change.object(), column)));
            }
        }
        return empty;
    }

    /** Whether no row has a value in a column that is added. */
    public static boolean comesEmpty(ColumnChange.AddColumn add) {
        return add.after().nullable()
                && add.after().defaultValue().isEmpty()
                && add.after().generatedAs().isEmpty()
                && add.backfill().isEmpty();
    }

    /** Whether a column is one of them. */
    public boolean contains(QualifiedName table, Name column) {
        return places.contains(new Place(table, column));
    }
}
