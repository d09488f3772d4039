package dev.accrete.schema.diff;

import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
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
    private final Set<QualifiedName> empty = new HashSet<>();

    private MovedReferences(Schema before, Schema after, List<Change> changes, Decisions decisions) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.decisions = decisions;
        for (Change change : changes) {
            if (change instanceof TableChange.CreateTable) {
                empty.add(change.object());
            }
        }
        for (Change change : changes) {
            if (change instanceof RowChange.FillTable) {
                empty.remove(change.object());
            }
        }
    }

    /** @param before with the names that things have after the renames */
    static void report(Schema before, Schema after, List<Change> changes, Decisions decisions) {
        MovedReferences moved = new MovedReferences(before, after, changes, decisions);
        for (Change change : changes) {
            if (change instanceof ConstraintChange.AddForeignKey add
                    && moved.empty.contains(add.constraint().referencedTable())) {
                before.table(add.object())
                        .filter(table -> moved.hasValues(table, add.constraint()))
                        .ifPresent(table -> moved.reference(table, add.constraint()));
            }
        }
    }

    private boolean hasValues(Table table, ForeignKey key) {
        // A part of a whole that comes from its parts is what MovedValues tells of.
        return key.columns().stream().allMatch(column -> table.column(column).isPresent())
                && !key.columns().equals(MovedValues.key(table))
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
                .filter(source -> MovedValues.key(source).size()
                        == MovedValues.key(target).size());
        MovedRows rows = new MovedRows(after, decisions.conversions(), decisions::className);
        decisions.referencesLeftBehind(
                target,
                table.name(),
                key.columns(),
                former.map(Table::name),
                former.map(source -> rows.query(target, List.of(source))).orElseGet(() -> values(table, key, target)));
    }

    /** {@code (id, name) select distinct city_id, '' from customer where city_id is not null} */
    private String values(Table table, ForeignKey key, Table target) {
        List<String> columns =
                key.referencedColumns().stream().map(Name::toString).collect(Collectors.toList());
        List<String> values = key.columns().stream().map(Name::toString).collect(Collectors.toList());
        target.columns().stream()
                .filter(column -> !key.referencedColumns().contains(column.name()))
                .filter(MovedRows::needsValue)
                .forEach(column -> {
                    columns.add(column.name().toString());
                    values.add(ExampleValue.of(target, column, after));
                });
        return "(" + String.join(", ", columns) + ") select distinct " + String.join(", ", values) + " from "
                + table.name() + " where "
                + key.columns().stream().map(column -> column + " is not null").collect(Collectors.joining(" and "));
    }
}
