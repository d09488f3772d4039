package dev.accrete.schema.change;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What becomes of the values of columns in tables that exist, when the changes of a migration are done. */
public final class ColumnValues {

    private record Place(QualifiedName table, Name column) {}

    private final Set<Place> empty = new HashSet<>();
    private final Set<Place> replaced = new HashSet<>();
    private final Set<QualifiedName> filled = new HashSet<>();

    private ColumnValues() {}

    /** Those of all changes of a migration, in their order. */
    public static ColumnValues of(List<Change> changes) {
        ColumnValues values = new ColumnValues();
        for (Change change : changes) {
            if (change instanceof ColumnChange.AddColumn add && comesEmpty(add)) {
                values.empty.add(new Place(add.object(), add.after().name()));
            } else if (change instanceof RowChange.MendReferences mend) {
                mend.key().columns().forEach(column -> values.replace(mend.table(), column));
            } else if (change instanceof RowChange.FollowKeys follow) {
                follow.key().columns().forEach(column -> values.replace(follow.object(), column));
            } else if (change instanceof RowChange.FillTable) {
                values.filled.add(change.object());
            } else if (givesValues(change)) {
                change.columnName().ifPresent(column -> values.replace(change.object(), column));
            }
        }
        return values;
    }

    private static boolean comesEmpty(ColumnChange.AddColumn add) {
        return add.after().nullable()
                && add.after().defaultValue().isEmpty()
                && add.after().generatedAs().isEmpty()
                && add.backfill().isEmpty();
    }

    private static boolean givesValues(Change change) {
        return change instanceof RowChange
                || change instanceof ColumnChange.AddColumn
                || change instanceof ColumnChange.AlterColumnType
                || change instanceof ColumnChange.SetNotNull set
                        && set.backfill().isPresent();
    }

    private void replace(QualifiedName table, Name column) {
        empty.remove(new Place(table, column));
        replaced.add(new Place(table, column));
    }

    /** Whether a column is new, and no row has a value in it. */
    public boolean areNone(QualifiedName table, Name column) {
        return empty.contains(new Place(table, column));
    }

    /** Whether rows have the values in a column that they had before, and no others came. */
    public boolean stay(QualifiedName table, Name column) {
        Place place = new Place(table, column);
        return !empty.contains(place) && !replaced.contains(place) && !filled.contains(table);
    }
}
