package dev.accrete.schema.decision;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.OfferedAnnotations;
import dev.accrete.schema.sql.SqlValues;

/** Asks what the references of rows mean from now on (ACC-D008). */
public final class ReferenceDecisions {

    private final FindingLog log;
    private final OfferedAnnotations offered;

    ReferenceDecisions(FindingLog log, OfferedAnnotations offered) {
        this.log = log;
        this.offered = offered;
    }

    /** A column's values are no keys of the table that it refers to from now on. */
    public void valuesMeanOthers(Table table, Column column, ForeignKey key, Column then, String value) {
        boolean same =
                then.type().equals(column.type()) && !value.equals(column.name().toString());
        log.add(
                DiffCode.REFERENCES_CHANGE,
                table.name(),
                column.name(),
                "column " + column.name() + " of " + table.name() + " refers to " + key.referencedTable() + " by "
                        + key.referencedColumns().get(key.columns().indexOf(column.name()))
                        + " from now on, and the values that rows have in it meant something else",
                "state what they refer to with " + offered.statementAt("Using", value, table.name(), column.name())
                        + (same
                                ? ", or, if they are its keys already, that they stay with "
                                        + offered.statementAt(
                                                "Using", column.name().toString(), table.name(), column.name())
                                : "")
                        + ", or give the reference a column of its own"
                        + (!then.nullable() && SqlValues.mayBeNone(value)
                                ? "; where " + key.referencedTable() + " has too few rows, the migration stops"
                                : ""));
    }

    /** A reference gets new columns, which stay empty, where others meant a row until now. */
    public void referencesForgotten(Table table, Column column, ForeignKey key, String query) {
        log.add(
                DiffCode.REFERENCES_CHANGE,
                table.name(),
                column.name(),
                "column " + column.name() + " of " + table.name() + " is new and refers to " + key.referencedTable()
                        + ", to which rows referred by another key until now: they would refer to nothing",
                "state what they refer to with " + offered.statementAt("Backfill", query, table.name(), column.name())
                        + ", or that they refer to nothing with "
                        + offered.statementAt("Backfill", "null", table.name(), column.name()));
    }
}
