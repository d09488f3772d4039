package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Columns that are dropped last, when nothing reads them any more: rows that come into their table before have no value for them. */
final class OutgoingColumns {

    private OutgoingColumns() {}

    /** The same changes, and those by which a table that gets rows no longer asks for values of columns that it loses. */
    static List<Change> optional(List<Change> changes) {
        Set<QualifiedName> filled = changes.stream()
                .filter(RowChange.FillTable.class::isInstance)
                .map(Change::object)
                .collect(Collectors.toSet());
        List<Change> all = new ArrayList<>(changes);
        for (Change change : changes) {
            if (change instanceof ColumnChange.DropColumn drop
                    && filled.contains(drop.object())
                    && drop.before().needsValue()) {
                Column column = drop.before();
                all.add(new ColumnChange.DropNotNull(drop.object(), column, column.withNullable(true)));
            }
        }
        return all;
    }
}
