package dev.accrete.schema.hazard;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnValues;
import dev.accrete.schema.change.CurrentNames;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;

/**
 * What surrounds a change.
 *
 * @param dialect the database it runs on
 * @param before the model that the running version was compiled against, under the names that the changes up to now have given
 * @param after the model that the migration leads to
 * @param databaseBefore what the database has besides, too, where what a statement does depends on all that is there
 * @param databaseAfter the same of the model that the migration leads to
 * @param values what becomes of them
 */
public record HazardContext(
        Dialect dialect,
        Schema before,
        Schema after,
        Schema databaseBefore,
        Schema databaseAfter,
        ColumnValues values) {

    /** What surrounds a change and those after it, which call by its new name what it renames. */
    HazardContext renamed(Change change) {
        return new HazardContext(
                dialect,
                CurrentNames.after(change, before),
                after,
                CurrentNames.after(change, databaseBefore),
                databaseAfter,
                values);
    }

    /** Whether the running version maps the column. */
    public boolean isMapped(QualifiedName table, Name column) {
        return before.table(table).flatMap(found -> found.column(column)).isPresent();
    }
}
