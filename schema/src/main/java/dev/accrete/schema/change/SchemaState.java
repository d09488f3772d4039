package dev.accrete.schema.change;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.SchemaObject;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.View;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.Kept.KeptColumn;
import dev.accrete.schema.snapshot.Kept.KeptConstraint;
import dev.accrete.schema.snapshot.Kept.KeptRow;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A schema that changes, and what is kept beside it: the objects by name, and what has to follow if one of them gets another
 * name or goes. Whatever isn't as a change says is an {@link IllegalStateException}.
 *
 * <p>Not thread-safe; {@link SchemaApplier} says which change does what.
 */
final class SchemaState {

    final Map<QualifiedName, TypeDefinition> types;
    final Map<QualifiedName, Sequence> sequences;
    final Map<QualifiedName, Table> tables;
    final Map<QualifiedName, View> views;
    final Map<QualifiedName, TypeDefinition> keptTypes;
    final Map<QualifiedName, Sequence> keptSequences;
    final Map<QualifiedName, Table> keptTables;
    private final List<KeptColumn> keptColumns;
    private final List<KeptConstraint> keptConstraints;
    private final List<KeptRow> keptRows;

    SchemaState(Schema schema, Kept kept) {
        types = byName(schema.types());
        sequences = byName(schema.sequences());
        tables = byName(schema.tables());
        views = byName(schema.views());
        keptTypes = byName(kept.types());
        keptSequences = byName(kept.sequences());
        keptTables = byName(kept.tables());
        keptColumns = new ArrayList<>(kept.columns());
        keptConstraints = new ArrayList<>(kept.constraints());
        keptRows = new ArrayList<>(kept.rows());
    }

    Schema model() {
        return new Schema(
                List.copyOf(types.values()),
                List.copyOf(sequences.values()),
                List.copyOf(tables.values()),
                List.copyOf(views.values()));
    }

    Kept kept() {
        return new Kept(
                List.copyOf(keptTypes.values()),
                List.copyOf(keptSequences.values()),
                List.copyOf(keptTables.values()),
                keptColumns,
                keptConstraints,
                keptRows);
    }

    // Objects by name

    static <T extends SchemaObject> void add(Map<QualifiedName, T> objects, T object) {
        require(objects.put(object.name(), object) == null, "there is already", object.name());
    }

    static <T> T take(Map<QualifiedName, T> objects, QualifiedName name) {
        T object = objects.remove(name);
        require(object != null, "there is no", name);
        return object;
    }

    private static <T extends SchemaObject> Map<QualifiedName, T> byName(List<T> objects) {
        Map<QualifiedName, T> byName = new TreeMap<>();
        objects.forEach(object -> add(byName, object));
        return byName;
    }

    /** The message is made only if it is needed: what changes is long to write. */
    static void require(boolean condition, String otherwise, Object what) {
        if (!condition) {
            throw new IllegalStateException(otherwise + " " + what);
        }
    }

    // Tables

    void onTable(QualifiedName name, UnaryOperator<Table> action) {
        tables.put(name, action.apply(table(name)));
    }

    private Table table(QualifiedName name) {
        Table table = tables.get(name);
        require(table != null, "there is no table", name);
        return table;
    }

    void renameTable(QualifiedName before, QualifiedName after) {
        add(tables, take(tables, before).withName(after));
        onConstraints(constraint -> Constraints.withReferencedTable(constraint, before, after));
        keptColumns.replaceAll(kept -> kept.table().equals(before)
                ? new KeptColumn(after, kept.column(), kept.explicit(), kept.dialects())
                : kept);
        keptConstraints.replaceAll(kept ->
                kept.table().equals(before) ? new KeptConstraint(after, kept.constraint(), kept.dialects()) : kept);
        keptRows.replaceAll(
                kept -> kept.table().equals(before) ? new KeptRow(after, kept.row(), kept.dialects()) : kept);
    }

    /** Whether it is mapped or not; what is kept in it goes with it. */
    void dropTable(QualifiedName name) {
        take(tables.containsKey(name) ? tables : keptTables, name);
        keptColumns.removeIf(kept -> kept.table().equals(name));
        keptConstraints.removeIf(kept -> kept.table().equals(name));
        keptRows.removeIf(kept -> kept.table().equals(name));
    }

    // Columns

    void addColumn(QualifiedName table, Column column) {
        require(table(table).column(column.name()).isEmpty(), "there is already the column", column);
        onTable(table, t -> t.withColumn(column));
    }

    Column takeColumn(QualifiedName table, Name name) {
        Column column = table(table)
                .column(name)
                .orElseThrow(() -> new IllegalStateException("there is no column " + name + " in " + table));
        onTable(
                table,
                t -> t.withColumns(
                        t.columns().stream().filter(c -> !c.name().equals(name)).toList()));
        return column;
    }

    void onColumn(QualifiedName table, Name name, UnaryOperator<Column> action) {
        require(table(table).column(name).isPresent(), "there is no column " + name + " in", table);
        onTable(
                table,
                t -> t.withColumns(t.columns().stream()
                        .map(column -> column.name().equals(name) ? action.apply(column) : column)
                        .toList()));
    }

    void renameColumn(QualifiedName table, Name before, Name after) {
        require(table(table).column(before).isPresent(), "there is no column " + before + " in", table);
        require(table(table).column(after).isEmpty(), "there is already a column " + after + " in", table);
        onTable(table, t -> withColumnRenamed(t, before, after));
        keptConstraints.replaceAll(kept -> kept.table().equals(table)
                ? new KeptConstraint(
                        table, Constraints.withColumnRenamed(kept.constraint(), before, after), kept.dialects())
                : kept);
        onConstraints(constraint -> Constraints.withReferencedColumn(constraint, table, before, after));
    }

    private static Table withColumnRenamed(Table table, Name before, Name after) {
        UnaryOperator<String> text = sql -> SqlIdentifiers.renamed(sql, before, after);
        List<Column> columns = table.columns().stream()
                .map(column -> column.withName(column.name().equals(before) ? after : column.name())
                        .withChecks(column.checks().stream().map(text).toList())
                        .withGeneratedAs(column.generatedAs().map(text)))
                .toList();
        List<Row> rows = table.rows().stream()
                .map(row -> new Row(
                        row.columns().stream()
                                .map(name -> name.equals(before) ? after : name)
                                .toList(),
                        row.values()))
                .toList();
        List<Constraint> constraints = Constraints.of(table).stream()
                .map(constraint -> Constraints.withColumnRenamed(constraint, before, after))
                .toList();
        return Constraints.with(table.withColumns(columns).withRows(rows), constraints);
    }

    void keep(QualifiedName table, Column column, boolean explicit) {
        keptColumns.add(new KeptColumn(table, column, explicit, Set.of()));
    }

    void onKeptColumn(QualifiedName table, Column column) {
        KeptColumn kept = takeKeptColumn(table, column.name());
        keptColumns.add(new KeptColumn(table, column, kept.explicit(), kept.dialects()));
    }

    KeptColumn takeKeptColumn(QualifiedName table, Name name) {
        KeptColumn column = keptColumns.stream()
                .filter(kept -> kept.table().equals(table) && kept.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no column " + name + " is kept in " + table));
        keptColumns.remove(column);
        return column;
    }

    /** Whether it is mapped or not. */
    void dropColumn(QualifiedName table, Name name) {
        boolean kept = keptColumns.removeIf(
                each -> each.table().equals(table) && each.name().equals(name));
        if (!kept) {
            takeColumn(table, name);
        }
    }

    // Constraints and indexes

    void addConstraint(QualifiedName table, Constraint constraint) {
        List<Constraint> constraints = new ArrayList<>(Constraints.of(table(table)));
        require(
                constraints.stream()
                        .noneMatch(other -> other.getClass() == constraint.getClass()
                                && other.name().equals(constraint.name())),
                "there is already what is added by",
                constraint);
        constraints.add(constraint);
        onTable(table, t -> Constraints.with(t, constraints));
    }

    void takeConstraint(QualifiedName table, Constraint constraint) {
        takeConstraint(tables, table, constraint);
    }

    private static void takeConstraint(Map<QualifiedName, Table> tables, QualifiedName name, Constraint constraint) {
        Table table = take(tables, name);
        List<Constraint> constraints = new ArrayList<>(Constraints.of(table));
        require(constraints.remove(constraint), "there is no", constraint);
        add(tables, Constraints.with(table, constraints));
    }

    /** Whether it is mapped, kept by itself or part of a kept table. */
    void dropConstraint(QualifiedName table, Constraint constraint) {
        if (!keptConstraints.remove(new KeptConstraint(table, constraint, Set.of()))) {
            takeConstraint(tables.containsKey(table) ? tables : keptTables, table, constraint);
        }
    }

    void keep(QualifiedName table, Constraint constraint) {
        keptConstraints.add(new KeptConstraint(table, constraint, Set.of()));
    }

    void takeKeptConstraint(QualifiedName table, Constraint constraint) {
        require(
                keptConstraints.remove(new KeptConstraint(table, constraint, Set.of())),
                "nothing is kept for",
                constraint);
    }

    /** On every constraint of every table, of the model or kept. */
    private void onConstraints(UnaryOperator<Constraint> action) {
        UnaryOperator<Table> onTable = table -> table.foreignKeys().isEmpty()
                ? table
                : Constraints.with(
                        table, Constraints.of(table).stream().map(action).toList());
        tables.replaceAll((name, table) -> onTable.apply(table));
        keptTables.replaceAll((name, table) -> onTable.apply(table));
        keptConstraints.replaceAll(
                kept -> new KeptConstraint(kept.table(), action.apply(kept.constraint()), kept.dialects()));
    }

    // Rows

    void addRow(QualifiedName table, Row row) {
        onRows(table, row, rows -> rows.add(row));
    }

    void takeRow(QualifiedName table, Row row) {
        onRows(table, row, rows -> rows.remove(row));
    }

    private void onRows(QualifiedName table, Row row, Predicate<List<Row>> action) {
        List<Row> rows = new ArrayList<>(table(table).rows());
        require(action.test(rows), "the table " + table + " has not the row", row);
        onTable(table, t -> t.withRows(rows));
    }

    void keep(QualifiedName table, Row row) {
        keptRows.add(new KeptRow(table, row, Set.of()));
    }

    void takeKeptRow(QualifiedName table, Row row) {
        require(keptRows.remove(new KeptRow(table, row, Set.of())), "nothing is kept for", row);
    }
}
