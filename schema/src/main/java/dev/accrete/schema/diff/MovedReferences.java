package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.DistinctValue;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.offer.ExampleValue;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds columns that exist, with their values, and get a foreign key to a table that is new and that nothing fills: the
 * migration would stop at the first of their rows.
 */
final class MovedReferences {

    private final Schema before;
    private final Schema after;
    private final List<Change> changes;
    private final Decisions decisions;
    private final MovedRows rows;
    private final Set<QualifiedName> created = new HashSet<>();
    private final Set<QualifiedName> empty = new HashSet<>();

    private MovedReferences(Schema before, Schema after, List<Change> changes, Decisions decisions, MovedRows rows) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.decisions = decisions;
        this.rows = rows;
        for (Change change : changes) {
            if (change instanceof TableChange.CreateTable) {
                created.add(change.object());
            }
        }
        empty.addAll(created);
        for (Change change : changes) {
            if (change instanceof RowChange.FillTable) {
                empty.remove(change.object());
            }
        }
    }

    /** @param before with the names that things have after the renames */
    static void report(Schema before, Schema after, List<Change> changes, Decisions decisions, MovedRows rows) {
        MovedReferences moved = new MovedReferences(before, after, changes, decisions, rows);
        for (Change change : changes) {
            if (change instanceof ConstraintChange.AddForeignKey add
                    && moved.created.contains(add.constraint().referencedTable())) {
                before.table(add.object())
                        .filter(table -> moved.hasValues(table, add.constraint()))
                        .ifPresent(table -> moved.reference(table, add.constraint()));
                after.table(add.object())
                        .filter(table -> moved.empty.contains(add.constraint().referencedTable()))
                        .ifPresent(table -> moved.requirement(table, add.constraint()));
            }
        }
    }

    /** Rows that exist need a row of the new table: one for all of them, or one for each where they have to differ. */
    private void requirement(Table table, ForeignKey key) {
        Optional<Table> then = before.table(table.name());
        boolean looksUp = changes.stream()
                .anyMatch(change -> change instanceof ColumnChange.AddColumn add
                        && add.object().equals(table.name())
                        && key.columns().contains(add.after().name())
                        && !add.after().nullable()
                        && add.backfill()
                                .filter(sql -> SqlIdentifiers.names(
                                        sql, key.referencedTable().name()))
                                .isPresent());
        if (then.isEmpty() || !looksUp) {
            return;
        }
        Table target = after.table(key.referencedTable()).orElseThrow();
        boolean forEach = key.referencedColumns().size() == 1
                && Distinction.within(table, then.get(), key.columns()).isPresent();
        List<Column> columns = target.columns().stream()
                .filter(column -> column.needsValue() || target.keyColumns().contains(column.name()))
                .toList();
        List<String> values = columns.stream()
                .map(column -> forEach && key.referencedColumns().contains(column.name())
                        ? DistinctValue.ofNumber(
                                        "row_number() over (order by "
                                                + then.get().keyColumns().stream()
                                                        .map(Name::toString)
                                                        .collect(Collectors.joining(", "))
                                                + ")",
                                        column.type())
                                .orElseGet(() -> ExampleValue.of(target, column, after))
                        : ExampleValue.of(target, column, after))
                .toList();
        decisions
                .rows()
                .noRowToReferTo(
                        target,
                        table.name(),
                        "("
                                + columns.stream()
                                        .map(column -> column.name().toString())
                                        .collect(Collectors.joining(", "))
                                + ") select " + String.join(", ", values)
                                + (forEach ? " from " + table.name() : ""));
    }

    private boolean hasValues(Table table, ForeignKey key) {
        // A part of a whole that comes from its parts is what MovedValues tells of.
        return key.columns().stream().allMatch(column -> table.column(column).isPresent())
                && !key.columns().equals(table.keyColumns())
                && !isEmptied(table, key);
    }

    /** Whether a stated conversion leaves no value. */
    private boolean isEmptied(Table table, ForeignKey key) {
        return changes.stream()
                .anyMatch(change -> change instanceof ColumnChange.AlterColumnType alter
                        && alter.object().equals(table.name())
                        && key.columns().contains(alter.after().name())
                        && alter.using().filter("null"::equalsIgnoreCase).isPresent());
    }

    private void reference(Table table, ForeignKey key) {
        Table target = after.table(key.referencedTable()).orElseThrow();
        Optional<Table> former = table.foreignKeys().stream()
                .filter(old -> old.columns().equals(key.columns()))
                .findFirst()
                .flatMap(old -> before.table(old.referencedTable()))
                .filter(source ->
                        source.keyColumns().size() == target.keyColumns().size());
        if (empty.contains(target.name())) {
            rows.askedFor(target);
            decisions
                    .rows()
                    .referencesLeftBehind(
                            target,
                            table.name(),
                            key.columns(),
                            former.map(Table::name),
                            former.map(source -> rows.query(target, List.of(source)))
                                    .orElseGet(() -> values(table, key, target)));
        }
        former.ifPresent(source -> rows.askForThoseOfOthers(target, List.of(source)));
    }

    /** {@code (id, name) select distinct city_id, '' from customer where city_id is not null} */
    private String values(Table table, ForeignKey key, Table target) {
        List<String> columns =
                key.referencedColumns().stream().map(Name::toString).collect(Collectors.toList());
        List<String> values = key.columns().stream().map(Name::toString).collect(Collectors.toList());
        target.columns().stream()
                .filter(column -> !key.referencedColumns().contains(column.name()))
                .filter(Column::needsValue)
                .forEach(column -> {
                    columns.add(column.name().toString());
                    values.add(ExampleValue.of(target, column, after));
                });
        return "(" + String.join(", ", columns) + ") select distinct " + String.join(", ", values) + " from "
                + table.name() + " where "
                + key.columns().stream().map(column -> column + " is not null").collect(Collectors.joining(" and "));
    }
}
