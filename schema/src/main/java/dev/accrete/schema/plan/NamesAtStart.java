package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What tables and columns are called when a plan begins. Changes call them by the names that they have afterwards: a rename comes
 * before all that mentions what it renames.
 */
final class NamesAtStart {

    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private final Map<Column, Name> columns = new HashMap<>();

    private record Column(QualifiedName table, Name name) {}

    /** @param changes in the order in which they are carried out */
    NamesAtStart(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof TableChange.RenameTable rename) {
                tables.put(rename.after(), table(rename.before()));
            } else if (change instanceof ColumnChange.RenameColumn rename) {
                columns.put(new Column(rename.table(), rename.after()), column(rename.table(), rename.before()));
            }
        }
    }

    QualifiedName table(QualifiedName now) {
        return tables.getOrDefault(now, now);
    }

    /** @param table as it is called now */
    Name column(QualifiedName table, Name now) {
        return columns.getOrDefault(new Column(table, now), now);
    }
}
