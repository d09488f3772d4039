package dev.accrete.schema.dialect;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.QualifiedName;
import java.util.Optional;

/**
 * Everything that changes about one column, taken together, because type, default and check depend on each other.
 *
 * @param change one of the changes, for messages
 * @param before the column before all of them
 * @param after the column after all of them
 * @param using SQL that converts the old value
 * @param backfill SQL for rows without a value
 */
public record ColumnAlteration(
        Change change, Column before, Column after, Optional<String> using, Optional<String> backfill) {

    /** What a change does to a column; empty if it is about something else. */
    public static Optional<ColumnAlteration> of(Change change) {
        return change instanceof ColumnChange.AlterColumn c
                ? Optional.of(new ColumnAlteration(c, c.before(), c.after(), c.using(), c.backfill()))
                : Optional.empty();
    }

    /** One that asks nothing of the values that are there. */
    static ColumnAlteration of(Change change, Column before, Column after) {
        return new ColumnAlteration(change, before, after, Optional.empty(), Optional.empty());
    }

    ColumnAlteration withValues(Optional<String> conversion, Optional<String> ofEmptyRows) {
        return new ColumnAlteration(change, before, after, conversion, ofEmptyRows);
    }

    QualifiedName object() {
        return change.object();
    }
}
