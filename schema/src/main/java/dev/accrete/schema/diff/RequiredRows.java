package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.DistinctValue;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.offer.ExampleReference;
import dev.accrete.schema.offer.ExampleValue;
import dev.accrete.schema.offer.RowsOfClasses;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds columns that take no NULL, or that a class requires, and look their values up in a table that is new and
 * that nothing fills. One row of it does for all rows that refer, unless a key wants them to differ: then it has to have one
 * for each.
 */
final class RequiredRows {

    private final Schema before;
    private final Schema after;
    private final List<Change> changes;
    private final NewTables tables;
    private final Map<QualifiedName, Set<Table>> referring = new LinkedHashMap<>();
    private final Map<QualifiedName, Set<Table>> differing = new LinkedHashMap<>();
    private final Map<QualifiedName, ConstraintChange.AddForeignKey> keys = new LinkedHashMap<>();
    /** References of which rows say a part already, where any row that says it does for all of them. */
    private final Map<QualifiedName, List<ConstraintChange.AddForeignKey>> partly = new LinkedHashMap<>();
    /** Keys of new tables whose rows share them with those that the other table has to have. */
    private final Map<QualifiedName, ConstraintChange.AddForeignKey> shared = new LinkedHashMap<>();

    /** Tables with rows that others can be a part of. */
    private Predicate<QualifiedName> comesWithRows = table -> false;

    private RequiredRows(Schema before, Schema after, List<Change> changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.tables = new NewTables(changes);
    }

    /**
     * Reports them.
     *
     * @param before with the names that things have after the renames
     * @param rows knows the tables that get the rows which references mean: one of them may do
     */
    static void report(Schema before, Schema after, List<Change> changes, Decisions decisions, MovedRows rows) {
        RequiredRows required = new RequiredRows(before, after, changes);
        NewTables tables = required.tables;
        for (Change change : changes) {
            if (change instanceof ConstraintChange.AddForeignKey add
                    && tables.isEmpty(add.constraint().referencedTable())
                    && (before.table(add.object()).isPresent() ? required.needsValues(add) : required.isFilled(add))) {
                required.add(add);
                if (required.isShared(add)) {
                    required.shared.putIfAbsent(add.constraint().referencedTable(), add);
                }
            }
        }
        required.comesWithRows = table -> before.table(table).isPresent()
                || tables.isNew(table) && (!tables.isEmpty(table) || rows.isAskedFor(table));
        required.referring.forEach((name, referring) -> {
            if (!rows.isAskedFor(name) && (required.isRead(name) || required.shared.containsKey(name))) {
                Table target = after.table(name).orElseThrow();
                decisions.rows().noRowToReferTo(target, List.copyOf(referring), required.rows(target));
            }
        });
    }

    /** Whether rows that exist get values in columns of a foreign key that take no NULL. */
    private boolean needsValues(ConstraintChange.AddForeignKey key) {
        return changes.stream()
                .anyMatch(change -> change.object().equals(key.object())
                        && value(change)
                                .filter(column -> key.constraint().columns().contains(column.name()))
                                .filter(column -> !column.nullable() || isRequiredByClass(change, column))
                                .isPresent());
    }

    /** Whether rows of a class need a value in a column that takes NULL in others, and what is stated gives them one. */
    private boolean isRequiredByClass(Change change, Column column) {
        return (change instanceof RowChange.FillColumn || change instanceof ColumnChange.AddColumn)
                && new RowsOfClasses(after.table(change.object()).orElseThrow()).require(column);
    }

    /** Whether rows of a new table refer to the other one, where they may not be without. */
    private boolean isFilled(ConstraintChange.AddForeignKey key) {
        Table table = after.table(key.object()).orElseThrow();
        return changes.stream()
                .anyMatch(change -> change instanceof RowChange.FillTable fill
                        && fill.object().equals(key.object())
                        && key.constraint().columns().stream()
                                .allMatch(name -> fill.columns().contains(name)
                                        && table.column(name)
                                                .filter(column -> !column.nullable())
                                                .isPresent()));
    }

    /** Whether rows of a new table are rows of the other one, too, as those of a class and its superclass are. */
    private boolean isShared(ConstraintChange.AddForeignKey key) {
        return before.table(key.object()).isEmpty()
                && isShared(after.table(key.object()).orElseThrow(), key.constraint());
    }

    private boolean isShared(Table table, ForeignKey key) {
        return !table.name().equals(key.referencedTable())
                && table.keyColumns().equals(key.columns())
                && after.table(key.referencedTable())
                        .filter(other -> other.keyColumns().equals(key.referencedColumns()))
                        .isPresent();
    }

    /** Whether what is stated for them looks into the table. */
    private boolean isRead(QualifiedName table) {
        return changes.stream()
                .anyMatch(change -> sql(change)
                        .filter(sql -> SqlQueries.reads(sql, table.name()))
                        .isPresent());
    }

    private Optional<Column> value(Change change) {
        if (change instanceof ColumnChange.AddColumn add) {
            return Optional.of(add.after());
        } else if (change instanceof RowChange.FillColumn fill) {
            return after.table(fill.object()).flatMap(table -> table.column(fill.column()));
        }
        return change instanceof ColumnChange.AlterColumnType alter
                        && alter.using().isPresent()
                ? Optional.of(alter.after())
                : Optional.empty();
    }

    private static Optional<String> sql(Change change) {
        if (change instanceof ColumnChange.AddColumn add) {
            return add.backfill();
        }
        if (change instanceof RowChange.FillTable fill) {
            return Optional.of(fill.query());
        } else if (change instanceof RowChange.FillColumn fill) {
            return Optional.of(fill.value());
        }
        return change instanceof ColumnChange.AlterColumnType alter ? alter.using() : Optional.empty();
    }

    private void add(ConstraintChange.AddForeignKey reference) {
        Table table = after.table(reference.object()).orElseThrow();
        ForeignKey key = reference.constraint();
        Table then = before.table(table.name()).orElse(table);
        QualifiedName target = key.referencedTable();
        referring.computeIfAbsent(target, name -> new LinkedHashSet<>()).add(then);
        if (before.table(table.name()).isEmpty()) {
            return;
        }
        if (Distinction.within(table, then, references().filled(then, key)).isPresent()) {
            differing.computeIfAbsent(target, name -> new LinkedHashSet<>()).add(then);
            keys.put(target, reference);
        } else if (!kept(reference).isEmpty()) {
            partly.computeIfAbsent(target, name -> new ArrayList<>()).add(reference);
        }
    }

    /** {@code (id, name) select row_number() over (order by id), '' from customer}; without a table, a single row. */
    private String rows(Table target) {
        List<Table> sources = List.copyOf(differing.getOrDefault(target.name(), Set.of()));
        Map<Name, String> values = new LinkedHashMap<>();
        target.columns().stream()
                .filter(column -> column.needsValue() || target.keyColumns().contains(column.name()))
                .forEach(column -> values.put(column.name(), value(target, column)));
        Map<Name, Name> kept = sources.size() == 1 ? kept(keys.get(target.name())) : Map.of();
        Optional<Column> numbered = Optional.ofNullable(keys.get(target.name()))
                .map(key -> key.constraint().referencedColumns())
                .orElse(List.of())
                .stream()
                .filter(name -> !kept.containsKey(name))
                .flatMap(name -> target.column(name).stream())
                .filter(column -> DistinctValue.ofRows(sources, column.type()).isPresent())
                .findFirst();
        Optional<ForeignKey> whole = numbered.flatMap(column -> ExampleReference.of(target, column.name()))
                .filter(key -> comesWithRows.test(key.referencedTable()));
        if (whole.isPresent()) {
            return rowsOf(whole.get(), target, sources, values);
        }
        numbered.ifPresent(column -> {
            kept.forEach((name, value) -> values.put(name, value.toString()));
            values.put(
                    column.name(), DistinctValue.ofRows(sources, column.type()).orElseThrow());
            tellApart(target, sources, Set.of(column.name()), values);
        });
        ConstraintChange.AddForeignKey same = shared.get(target.name());
        if (same != null) {
            putShared(target, same, values);
            after.table(same.object())
                    .ifPresent(table -> tellApart(
                            target, List.of(table), Set.copyOf(same.constraint().referencedColumns()), values));
        }
        if (sources.isEmpty() && same == null && partly.containsKey(target.name())) {
            return rowsOfKept(target, partly.get(target.name()), values);
        }
        NewTables.addOfClasses(target, values, after);
        String rows = same != null ? " from " + same.object() : numbered.isPresent() ? " from " + from(sources) : "";
        return NewTables.rows(target, values, "select", rows);
    }

    /** The key of a row that is one of another new table, too, is its own: that table has its rows from here. */
    private String value(Table target, Column column) {
        boolean own = ExampleReference.of(target, column.name())
                .filter(key -> isShared(target, key) && tables.isEmpty(key.referencedTable()))
                .isPresent();
        return own ? ExampleValue.of(column, after) : ExampleValue.of(target, column, after);
    }

    /**
     * {@code (city, no, name) select distinct city, 0, '' from customer}: a row for all that say the same. What has to differ in
     * rows is numbered when they have been found, and several references have their rows found one after the other.
     */
    private String rowsOfKept(Table target, List<ConstraintChange.AddForeignKey> references, Map<Name, String> values) {
        List<Name> parts = references.stream()
                .flatMap(reference -> kept(reference).keySet().stream())
                .distinct()
                .toList();
        Set<String> found = new LinkedHashSet<>();
        references.forEach(reference -> found.add(found(reference, parts, values)));
        Map<Name, String> apart = new LinkedHashMap<>(values);
        parts.forEach(name -> apart.put(name, name.toString()));
        tellApart(target, List.of(found(target, parts)), Set.copyOf(parts), apart);
        if (found.size() == 1
                && apart.keySet().stream()
                        .allMatch(
                                name -> parts.contains(name) || apart.get(name).equals(values.get(name)))) {
            kept(references.get(0)).forEach((name, value) -> values.put(name, value.toString()));
            NewTables.addOfClasses(target, values, after);
            return NewTables.rows(
                    target,
                    values,
                    "select distinct",
                    " from " + references.get(0).object());
        }
        NewTables.addOfClasses(target, apart, after);
        return NewTables.rows(target, apart, "select", " from (" + String.join(" union ", found) + ") found");
    }

    /** {@code select distinct city_name as city, 0 as no from customer}: what is not said is the same in all rows. */
    private String found(ConstraintChange.AddForeignKey reference, List<Name> parts, Map<Name, String> values) {
        Map<Name, Name> kept = kept(reference);
        return "select distinct "
                + parts.stream()
                        .map(name -> Optional.ofNullable(kept.get(name))
                                        .map(Name::toString)
                                        .orElseGet(() -> values.get(name))
                                + " as " + name)
                        .collect(Collectors.joining(", "))
                + " from " + reference.object();
    }

    /** The rows that have been found, as those of a table. */
    private static Table found(Table target, List<Name> parts) {
        return target.withPrimaryKey(target.primaryKey().map(key -> new PrimaryKey(key.name(), parts)));
    }

    private ExampleReference references() {
        return new ExampleReference(before, after, table -> false);
    }

    /**
     * The parts of a key that rows say already which refer by it, where others come anew: by what is referred to, the columns
     * that say them.
     */
    private Map<Name, Name> kept(ConstraintChange.AddForeignKey reference) {
        Table then = before.table(reference.object()).orElseThrow();
        ForeignKey key = reference.constraint();
        ExampleReference references = references();
        Map<Name, Name> kept = new LinkedHashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            if (references.isTakenOver(then, key, key.columns().get(i))) {
                kept.put(key.referencedColumns().get(i), key.columns().get(i));
            }
        }
        return kept.size() < key.columns().size() ? kept : Map.of();
    }

    /**
     * {@code (vehicle_id) select id from vehicle where id in (select car_id from car_extras)}: what has to differ refers to rows
     * that are there, of which each gets one; only those that the rows which refer have meant until now, where that is known.
     */
    private String rowsOf(ForeignKey whole, Table target, List<Table> referring, Map<Name, String> values) {
        Table there = before.table(whole.referencedTable())
                .or(() -> after.table(whole.referencedTable()))
                .orElseThrow();
        for (int i = 0; i < whole.columns().size(); i++) {
            values.put(whole.columns().get(i), whole.referencedColumns().get(i).toString());
        }
        tellApart(target, List.of(there), Set.copyOf(whole.columns()), values);
        NewTables.addOfClasses(target, values, after);
        return NewTables.rows(target, values, "select", " from " + there.name() + meant(whole, referring));
    }

    /** One condition for all, if each of those that refer says which rows of the table it has meant. */
    private static String meant(ForeignKey whole, List<Table> referring) {
        List<String> conditions = new ArrayList<>();
        for (Table table : referring) {
            Optional<ForeignKey> former = table.foreignKeys().stream()
                    .filter(key -> key.referencedTable().equals(whole.referencedTable())
                            && key.columns().size() == 1
                            && !table.column(key.columns().get(0)).orElseThrow().nullable()
                            && key.referencedColumns().equals(whole.referencedColumns()))
                    .findFirst();
            if (former.isEmpty()) {
                return "";
            }
            conditions.add(whole.referencedColumns().get(0) + " in (select "
                    + former.get().columns().get(0) + " from " + table.name() + ")");
        }
        return " where " + String.join(" or ", conditions);
    }

    /** The key of the rows that are rows of the target, too, and what says of which class they are. */
    private static void putShared(Table target, ConstraintChange.AddForeignKey same, Map<Name, String> values) {
        List<Name> referenced = same.constraint().referencedColumns();
        for (int i = 0; i < referenced.size(); i++) {
            values.put(referenced.get(i), same.constraint().columns().get(i).toString());
        }
        values.replaceAll(
                (column, value) -> discriminator(target, column, same.object()).orElse(value));
    }

    /** The value that tells the class of a table, where it is called as the table is. */
    private static Optional<String> discriminator(Table target, Name column, QualifiedName table) {
        String name = letters(table.name().text());
        return target.column(column).map(AllowedValues::listed).orElse(List.of()).stream()
                .filter(constant -> letters(constant).equals(name))
                .findFirst();
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** What would be the same in all rows, and is all that another key asks, differs as well. */
    private static void tellApart(Table target, List<Table> sources, Set<Name> numbered, Map<Name, String> values) {
        Set<Name> apart = new HashSet<>(numbered);
        for (List<Name> key : Distinction.keys(target)) {
            boolean same = key.stream()
                    .allMatch(name -> values.containsKey(name)
                            || target.column(name)
                                    .filter(column -> column.defaultValue().isPresent())
                                    .isPresent());
            if (same && key.stream().noneMatch(apart::contains)) {
                key.stream()
                        .map(name -> target.column(name).orElseThrow())
                        .filter(column ->
                                ExampleReference.of(target, column.name()).isEmpty()
                                        && AllowedValues.listed(column).isEmpty())
                        .filter(column ->
                                DistinctValue.ofRows(sources, column.type()).isPresent())
                        .findFirst()
                        .ifPresent(column -> {
                            values.put(
                                    column.name(),
                                    DistinctValue.ofRows(sources, column.type()).orElseThrow());
                            apart.add(column.name());
                        });
            }
        }
    }

    private static String from(List<Table> sources) {
        if (sources.size() == 1) {
            return sources.get(0).name().toString();
        }
        List<String> selects = new ArrayList<>();
        sources.forEach(source -> selects.add("select 1 as one from " + source.name()));
        return "(" + String.join(" union all ", selects) + ") referring";
    }
}
