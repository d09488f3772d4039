package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Kept.KeptRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Compares the rows that belong to the schema, by the table's primary key. */
final class RowDiff {

    private RowDiff() {}

    static List<Change> between(Table before, Table after, List<KeptRow> kept) {
        if (before.rows().equals(after.rows())) {
            return List.of();
        }
        List<Name> key =
                after.primaryKey().map(primaryKey -> primaryKey.columns()).orElse(List.of());
        List<Change> changes = new ArrayList<>();
        Pairing<Row> pairing = Pairing.of(before.rows(), after.rows(), row -> identity(row, key));
        for (Row gone : pairing.removed()) {
            changes.add(new RowChange.RetireRow(after.name(), gone));
        }
        for (Row fresh : pairing.added()) {
            changes.addAll(addition(after, fresh, key, kept));
        }
        for (Pairing.Pair<Row> pair : pairing.matched()) {
            if (!pair.before().equals(pair.after())) {
                changes.add(new RowChange.AlterRow(after.name(), pair.before(), pair.after()));
            }
        }
        return changes;
    }

    /** A row that is there already can't be inserted again. */
    private static List<Change> addition(Table table, Row fresh, List<Name> key, List<KeptRow> kept) {
        return kept.stream()
                .filter(old -> old.table().equals(table.name()))
                .map(KeptRow::row)
                .filter(old -> identity(old, key).equals(identity(fresh, key)))
                .findFirst()
                .map(old -> old.equals(fresh)
                        ? List.<Change>of(new RowChange.ReviveRow(table.name(), old))
                        : List.<Change>of(
                                new RowChange.ReviveRow(table.name(), old),
                                new RowChange.AlterRow(table.name(), old, fresh)))
                .orElseGet(() -> List.of(new RowChange.InsertRow(table.name(), fresh)));
    }

    private static String identity(Row row, List<Name> key) {
        List<Name> columns = row.columns().containsAll(key) && !key.isEmpty() ? key : row.columns();
        return IntStream.range(0, row.columns().size())
                .filter(i -> columns.contains(row.columns().get(i)))
                .mapToObj(i -> row.columns().get(i).key() + "=" + row.values().get(i))
                .sorted()
                .toList()
                .toString();
    }
}
