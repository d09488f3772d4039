package dev.accrete.schema.decision;

import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.ExampleValue;
import dev.accrete.schema.offer.OfferedAnnotations;
import dev.accrete.schema.offer.RequiredValue;
import dev.accrete.schema.offer.RowCheck;
import dev.accrete.schema.sql.SqlQueries;
import java.util.List;
import java.util.stream.Collectors;

/** Asks for the values of rows in columns that take no NULL (ACC-D003). */
public final class ValueDecisions {

    private final FindingLog log;
    private final OfferedAnnotations offered;
    private final RequiredValue values;
    private final Schema after;

    ValueDecisions(FindingLog log, OfferedAnnotations offered, RequiredValue values, Schema after) {
        this.log = log;
        this.offered = offered;
        this.values = values;
        this.after = after;
    }

    /** A column takes no NULL, and nothing says what rows get that exist already. */
    public void noValueForRows(Table table, Column column, boolean added) {
        String example = values.of(table, column);
        log.add(
                DiffCode.NO_VALUE_FOR_ROWS,
                table.name(),
                column.name(),
                "column " + column.name() + " of " + table.name()
                        + (added ? " is new and takes no NULL" : " takes no NULL any more")
                        + ", and rows that exist have no value for it",
                "state their value with " + offered.statementAt("Backfill", example, table.name(), column.name())
                        + (!canBeDefault(example, column)
                                        || values.readsColumns(table.name(), example)
                                        || !offered.isOnlyOneOfAttribute(table.name(), column.name())
                                        || offered.isReused(table.name(), column.name())
                                ? ""
                                : ", or a default for all rows with "
                                        + OfferedAnnotations.annotation("ColumnDefault", example))
                        + ", or make the attribute optional"
                        + values.scarce(table, column)
                                .map(target -> "; where " + target
                                        + " has too few rows for each to get another one, the migration stops")
                                .orElse(""));
    }

    /** A new column is unique, and its default would be the value of all rows. */
    public void sameValueForRows(Table table, Column column) {
        log.add(
                DiffCode.NO_VALUE_FOR_ROWS,
                table.name(),
                column.name(),
                "column " + column.name() + " of " + table.name()
                        + " is new and unique, and rows that exist would all have its default "
                        + column.defaultValue().orElseThrow(),
                "state their value with "
                        + offered.statementAt("Backfill", values.of(table, column), table.name(), column.name())
                        + ", or leave the default or the unique constraint out");
    }

    /** A default can't be a query, nor one object for all rows, and one on an attribute is of all its columns. */
    private static boolean canBeDefault(String example, Column column) {
        return !SqlQueries.hasQuery(example)
                && !SqlQueries.hasWindow(example)
                && !example.startsWith("cast(")
                && !Conversions.isLarge(column.type());
    }

    /** The same for rows of some classes of a hierarchy. */
    public void noValueForRowsOf(List<RowCheck> classes, Table table, Column column, boolean added) {
        String rows = classes.stream().map(RowCheck::rows).collect(Collectors.joining(" or "));
        String one = values.differ(table, column) ? values.of(table, column) : ExampleValue.of(table, column, after);
        String value = "case when " + rows + " then " + one + " end";
        log.add(
                DiffCode.NO_VALUE_FOR_ROWS,
                table.name(),
                column.name(),
                "column " + column.name() + " of " + table.name()
                        + (added ? " is new and takes no NULL" : " takes no NULL any more") + " in rows with " + rows
                        + ", and those that exist have no value for it",
                "state their value with " + offered.statementAt("Backfill", value, table.name(), column.name())
                        + ", or make the attribute optional");
    }
}
