package dev.accrete.schema.decision;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.OfferedAnnotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks for the rows and values that stay in another table (ACC-D007). */
public final class RowDecisions {

    private final FindingLog log;
    private final OfferedAnnotations offered;
    private final Schema after;

    RowDecisions(FindingLog log, OfferedAnnotations offered, Schema after) {
        this.log = log;
        this.offered = offered;
        this.after = after;
    }

    /**
     * Rows that a table needs stand in others.
     *
     * @param columns what the others no longer map
     * @param rows the names of columns, and a query; empty if rows of the tables are sure to have the same keys
     * @param unless what the query does not do for; empty if it does for all rows
     */
    public void rowsLeftBehind(
            Table target, List<Table> sources, List<Column> columns, Optional<String> rows, Optional<String> unless) {
        String from = names(sources);
        String left = columns.stream().map(column -> column.name().toString()).collect(Collectors.joining(", "));
        List<String> others = new ArrayList<>();
        for (Table source : sources) {
            if (after.table(source.name()).isEmpty()) {
                others.add(OfferedAnnotations.dropTable(source.name()));
            }
            columns.stream()
                    .filter(column -> source.columns().contains(column))
                    .filter(column -> after.table(source.name()).isPresent())
                    .forEach(column -> others.add(
                            offered.keepColumn(source.name(), column.name()) + " on " + offered.type(source.name())));
        }
        log.add(
                DiffCode.VALUES_LEFT_BEHIND,
                target.name(),
                "rows of " + target.name() + " stand in " + from + (left.isEmpty() ? "" : " (" + left + ")")
                        + " until now, and do not move by themselves",
                rows.map(query -> "take them over with " + offered.statementAt("Backfill", query, target.name())
                                        + unless.map(text -> ", " + text).orElse(""))
                                .orElse("take them over with a @Backfill whose query gives them keys that no row of "
                                        + target.name()
                                        + " has (each table gave out its own, so that no query can be offered)")
                        + (others.isEmpty()
                                ? ""
                                : ", or state what becomes of the old ones: " + String.join(", ", others)));
    }

    /**
     * Rows of tables are a part of rows of another one from now on, which has none for them.
     *
     * @param rows the names of columns, and a query
     * @param collide whether equal keys may mean rows that have nothing to do with each other
     */
    public void rowsOfWhole(Table target, List<Table> parts, String rows, boolean collide) {
        String names = names(parts);
        log.add(
                DiffCode.VALUES_LEFT_BEHIND,
                target.name(),
                "rows of " + names + " are rows of " + target.name()
                        + " too from now on, by the same key, and it has none for them",
                "give it what they need with " + offered.statementAt("Backfill", rows, target.name())
                        + (collide
                                ? ", if no row of " + names + " has the key of another one of " + target.name()
                                : ""));
    }

    /**
     * Rows refer to a table that is new, and nothing puts the rows that they mean into it.
     *
     * @param former the table that they referred to until now
     * @param rows the names of columns, and a query
     */
    public void referencesLeftBehind(
            Table target, QualifiedName referring, List<Name> columns, Optional<QualifiedName> former, String rows) {
        String values = columns.stream().map(Name::toString).collect(Collectors.joining(", "));
        log.add(
                DiffCode.VALUES_LEFT_BEHIND,
                target.name(),
                "rows of " + referring + " refer to " + target.name() + " by " + values
                        + " from now on, which is new and empty"
                        + former.map(table -> ": they mean rows of " + table).orElse(""),
                "take the rows over with " + offered.statementAt("Backfill", rows, target.name())
                        + former.map(table -> ", or rename the table with "
                                        + offered.statementAt("RenamedFrom", table.toString(), target.name()))
                                .orElse("")
                        + ", or give the reference a column of its own with @JoinColumn");
    }

    /** Rows have to refer to a table that is new, and nothing puts a row into it. */
    public void noRowToReferTo(Table target, List<Table> referring, String rows) {
        log.add(
                DiffCode.VALUES_LEFT_BEHIND,
                target.name(),
                "rows of " + names(referring) + " have to refer to a row of " + target.name()
                        + " from now on, which is new and empty",
                "give it what they refer to with " + offered.statementAt("Backfill", rows, target.name())
                        + ", or make the reference optional");
    }

    /**
     * A column is new, and another table with the same rows had it, where no class maps it any more.
     *
     * @param query gives a row of the target the value that it had there
     */
    public void valuesLeftBehind(Table target, Column column, Table source, String query) {
        log.add(
                DiffCode.VALUES_LEFT_BEHIND,
                target.name(),
                column.name(),
                "column " + column.name() + " of " + target.name() + " is new, and " + source.name()
                        + ", which had it for the same rows, no longer maps it: the values stay where they are",
                "move them with " + offered.statementAt("Backfill", query, target.name(), column.name())
                        + ", or state another value for the rows that exist, such as "
                        + offered.statementAt("Backfill", "null", target.name(), column.name())
                        + ", or what becomes of the old one, with "
                        + (after.table(source.name()).isEmpty()
                                ? OfferedAnnotations.dropTable(source.name())
                                : offered.keepColumn(source.name(), column.name())
                                        + " or "
                                        + offered.dropColumn(source.name(), column.name())
                                        + " on "
                                        + offered.type(source.name())));
    }

    /** {@code car, bike} */
    public static String names(List<Table> tables) {
        return tables.stream().map(table -> table.name().toString()).collect(Collectors.joining(", "));
    }
}
