package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.DistinctValue;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.offer.ExampleReference;
import dev.accrete.schema.offer.ExampleValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final NewTables tables;

    private MovedReferences(Schema before, Schema after, List<Change> changes, Decisions decisions, MovedRows rows) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.decisions = decisions;
        this.rows = rows;
        this.tables = new NewTables(changes);
    }

    /** @param before with the names that things have after the renames */
    static void report(Schema before, Schema after, List<Change> changes, Decisions decisions, MovedRows rows) {
        MovedReferences moved = new MovedReferences(before, after, changes, decisions, rows);
        for (Change change : changes) {
            if (change instanceof ConstraintChange.AddForeignKey add
                    && moved.tables.isNew(add.constraint().referencedTable())) {
                before.table(add.object())
                        .filter(table -> moved.hasValues(table, add.constraint()))
                        .ifPresent(table -> moved.reference(table, add.constraint()));
            }
        }
    }

    private boolean hasValues(Table table, ForeignKey key) {
        return key.columns().stream().allMatch(column -> table.column(column).isPresent())
                && !isPart(table, key)
                && !isEmptied(table, key);
    }

    /** A part of a whole that comes from its parts is what MovedValues tells of; an element of a collection is none. */
    private boolean isPart(Table table, ForeignKey key) {
        return !decisions.offers().annotations().ownedByAttribute(table.name())
                && after.table(table.name())
                        .filter(now -> key.columns().equals(now.keyColumns()))
                        .isPresent();
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
        if (tables.isEmpty(target.name())) {
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
        Map<Name, String> values = new LinkedHashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            values.put(
                    key.referencedColumns().get(i), value(table, key.columns().get(i)));
        }
        values.putAll(ranks(target, values));
        target.columns().stream()
                .filter(Column::needsValue)
                .forEach(column -> values.putIfAbsent(column.name(), ExampleValue.of(target, column, after)));
        NewTables.addOfClasses(target, values, after);
        return NewTables.rows(
                target,
                values,
                "select distinct",
                " from " + table.name() + " where "
                        + key.columns().stream()
                                .map(column -> column + " is not null")
                                .collect(Collectors.joining(" and ")));
    }

    /** A number of each value in a key that it is no part of, or not all of: the same for all would be one too many. */
    private static Map<Name, String> ranks(Table target, Map<Name, String> values) {
        Map<Name, String> ranks = new LinkedHashMap<>();
        for (List<Name> key : Distinction.keys(target)) {
            List<Column> others = key.stream()
                    .filter(name -> !values.containsKey(name))
                    .map(name -> target.column(name).orElseThrow())
                    .toList();
            boolean same = !key.containsAll(values.keySet())
                    && others.stream().allMatch(Column::needsValue)
                    && others.stream().noneMatch(column -> ranks.containsKey(column.name()));
            others.stream()
                    .filter(column -> same && isFree(target, column))
                    .flatMap(column -> DistinctValue.ofRank(values.values(), column.type()).stream()
                            .map(rank -> Map.entry(column.name(), rank)))
                    .findFirst()
                    .ifPresent(rank -> ranks.put(rank.getKey(), rank.getValue()));
        }
        return ranks;
    }

    private static boolean isFree(Table target, Column column) {
        return AllowedValues.listed(column).isEmpty()
                && ExampleReference.of(target, column.name()).isEmpty();
    }

    /** What the reference becomes, if it gets another type. */
    private String value(Table table, Name column) {
        Column then = table.column(column).orElseThrow();
        Column now =
                after.table(table.name()).flatMap(found -> found.column(column)).orElse(then);
        return then.type().equals(now.type())
                ? column.toString()
                : decisions.offers().values().converted(table.name(), then, now);
    }
}
