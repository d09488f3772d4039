package dev.accrete.schema.diff;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Carries out changes on a schema, as a database would. The diff proves its own result with it.
 *
 * <p>Not thread-safe; one instance per application.
 */
public final class SchemaApplier implements Change.Visitor<Void> {

    private final Map<QualifiedName, TypeDefinition> types;
    private final Map<QualifiedName, Sequence> sequences;
    private final Map<QualifiedName, Table> tables;
    private final Map<QualifiedName, View> views;
    private final Map<QualifiedName, TypeDefinition> keptTypes;
    private final Map<QualifiedName, Sequence> keptSequences;
    private final Map<QualifiedName, Table> keptTables;
    private final List<KeptColumn> keptColumns;
    private final List<KeptConstraint> keptConstraints;
    private final List<KeptRow> keptRows;

    SchemaApplier(Schema schema, Kept kept) {
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

    /** A schema and what is kept beside it. */
    public record Applied(Schema model, Kept kept) {}

    /**
     * Applies changes one after the other.
     *
     * @param before as one dialect sees it
     * @param kept as one dialect sees it
     * @param changes in the order of a diff
     * @throws IllegalStateException if a change speaks of something that isn't there, or creates what is there already
     */
    public static Applied apply(Schema before, Kept kept, List<Change> changes) {
        SchemaApplier applier = new SchemaApplier(before, kept);
        changes.forEach(applier::apply);
        return new Applied(applier.model(), applier.kept());
    }

    void apply(Change change) {
        change.accept(this);
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

    // Types, sequences and views

    @Override
    public Void createType(TypeChange.CreateType change) {
        return add(types, change.after());
    }

    @Override
    public Void alterType(TypeChange.AlterType change) {
        take(types, change.before().name());
        return add(types, change.after());
    }

    @Override
    public Void dropType(TypeChange.DropType change) {
        take(
                types.containsKey(change.before().name()) ? types : keptTypes,
                change.before().name());
        return null;
    }

    @Override
    public Void retireType(TypeChange.RetireType change) {
        return add(keptTypes, take(types, change.type().name()));
    }

    @Override
    public Void reviveType(TypeChange.ReviveType change) {
        return add(types, take(keptTypes, change.type().name()));
    }

    @Override
    public Void createSequence(SequenceChange.CreateSequence change) {
        return add(sequences, change.after());
    }

    @Override
    public Void alterSequence(SequenceChange.AlterSequence change) {
        take(sequences, change.before().name());
        return add(sequences, change.after());
    }

    @Override
    public Void renameSequence(SequenceChange.RenameSequence change) {
        Sequence sequence = take(sequences, change.before().name());
        return add(sequences, sequence.withName(change.after().name()));
    }

    @Override
    public Void dropSequence(SequenceChange.DropSequence change) {
        QualifiedName name = change.before().name();
        take(sequences.containsKey(name) ? sequences : keptSequences, name);
        return null;
    }

    @Override
    public Void retireSequence(SequenceChange.RetireSequence change) {
        return add(keptSequences, take(sequences, change.sequence().name()));
    }

    @Override
    public Void reviveSequence(SequenceChange.ReviveSequence change) {
        return add(sequences, take(keptSequences, change.sequence().name()));
    }

    @Override
    public Void createView(ViewChange.CreateView change) {
        return add(views, change.after());
    }

    @Override
    public Void replaceView(ViewChange.ReplaceView change) {
        take(views, change.before().name());
        return add(views, change.after());
    }

    @Override
    public Void dropView(ViewChange.DropView change) {
        take(views, change.before().name());
        return null;
    }

    // Tables

    @Override
    public Void createTable(TableChange.CreateTable change) {
        return add(tables, change.after());
    }

    @Override
    public Void adoptTable(TableChange.AdoptTable change) {
        return add(tables, change.after());
    }

    @Override
    public Void dropTable(TableChange.DropTable change) {
        QualifiedName name = change.before().name();
        take(tables.containsKey(name) ? tables : keptTables, name);
        keptColumns.removeIf(kept -> kept.table().equals(name));
        keptConstraints.removeIf(kept -> kept.table().equals(name));
        keptRows.removeIf(kept -> kept.table().equals(name));
        return null;
    }

    @Override
    public Void retireTable(TableChange.RetireTable change) {
        return add(keptTables, take(tables, change.table().name()));
    }

    @Override
    public Void reviveTable(TableChange.ReviveTable change) {
        return add(tables, take(keptTables, change.table().name()));
    }

    @Override
    public Void renameTable(TableChange.RenameTable change) {
        QualifiedName before = change.before();
        QualifiedName after = change.after();
        add(tables, take(tables, before).withName(after));
        onConstraints(constraint -> Constraints.withReferencedTable(constraint, before, after));
        keptColumns.replaceAll(kept -> kept.table().equals(before)
                ? new KeptColumn(after, kept.column(), kept.explicit(), kept.dialects())
                : kept);
        keptConstraints.replaceAll(kept ->
                kept.table().equals(before) ? new KeptConstraint(after, kept.constraint(), kept.dialects()) : kept);
        keptRows.replaceAll(
                kept -> kept.table().equals(before) ? new KeptRow(after, kept.row(), kept.dialects()) : kept);
        return null;
    }

    @Override
    public Void alterTableComment(TableChange.AlterTableComment change) {
        return onTable(
                change.object(), table -> table.withComment(change.after().comment()));
    }

    @Override
    public Void alterTableOptions(TableChange.AlterTableOptions change) {
        return onTable(
                change.object(), table -> table.withOptions(change.after().options()));
    }

    // Columns

    @Override
    public Void addColumn(ColumnChange.AddColumn change) {
        require(table(change.table()).column(change.after().name()).isEmpty(), "there is a column", change);
        return onTable(change.table(), table -> table.withColumn(change.after()));
    }

    @Override
    public Void dropColumn(ColumnChange.DropColumn change) {
        Name name = change.before().name();
        if (!keptColumns.removeIf(
                kept -> kept.table().equals(change.table()) && kept.name().equals(name))) {
            takeColumn(change.table(), name);
        }
        return null;
    }

    @Override
    public Void retireColumn(ColumnChange.RetireColumn change) {
        Column column = takeColumn(change.table(), change.column().name());
        keptColumns.add(new KeptColumn(change.table(), column, change.explicit(), Set.of()));
        return null;
    }

    @Override
    public Void relaxColumn(ColumnChange.RelaxColumn change) {
        KeptColumn relaxed = takeKeptColumn(change.table(), change.before().name());
        keptColumns.add(new KeptColumn(relaxed.table(), change.after(), relaxed.explicit(), relaxed.dialects()));
        return null;
    }

    @Override
    public Void reviveColumn(ColumnChange.ReviveColumn change) {
        Column column = takeKeptColumn(change.table(), change.column().name()).column();
        return onTable(change.table(), table -> table.withColumn(column));
    }

    @Override
    public Void renameColumn(ColumnChange.RenameColumn change) {
        QualifiedName table = change.table();
        Name before = change.before();
        Name after = change.after();
        require(table(table).column(before).isPresent(), "there is no column", change);
        require(table(table).column(after).isEmpty(), "there is a column", change);
        onTable(table, t -> withColumnRenamed(t, before, after));
        keptConstraints.replaceAll(kept -> kept.table().equals(table)
                ? new KeptConstraint(
                        table, Constraints.withColumnRenamed(kept.constraint(), before, after), kept.dialects())
                : kept);
        onConstraints(constraint -> Constraints.withReferencedColumn(constraint, table, before, after));
        return null;
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

    @Override
    public Void alterColumnType(ColumnChange.AlterColumnType change) {
        return onColumn(change, column -> column.withType(change.after().type()));
    }

    @Override
    public Void setNotNull(ColumnChange.SetNotNull change) {
        return onColumn(change, column -> column.withNullable(false));
    }

    @Override
    public Void dropNotNull(ColumnChange.DropNotNull change) {
        return onColumn(change, column -> column.withNullable(true));
    }

    @Override
    public Void alterColumnDefault(ColumnChange.AlterColumnDefault change) {
        return onColumn(change, column -> column.withDefaultValue(change.after().defaultValue()));
    }

    @Override
    public Void alterColumnIdentity(ColumnChange.AlterColumnIdentity change) {
        return onColumn(change, column -> column.withIdentity(change.after().identity()));
    }

    @Override
    public Void alterColumnGeneration(ColumnChange.AlterColumnGeneration change) {
        return onColumn(change, column -> column.withGeneratedAs(change.after().generatedAs()));
    }

    @Override
    public Void alterColumnChecks(ColumnChange.AlterColumnChecks change) {
        return onColumn(change, column -> column.withChecks(change.after().checks()));
    }

    @Override
    public Void alterColumnCollation(ColumnChange.AlterColumnCollation change) {
        return onColumn(change, column -> column.withCollation(change.after().collation()));
    }

    @Override
    public Void alterColumnComment(ColumnChange.AlterColumnComment change) {
        return onColumn(change, column -> column.withComment(change.after().comment()));
    }

    @Override
    public Void alterColumnOptions(ColumnChange.AlterColumnOptions change) {
        return onColumn(change, column -> column.withOptions(change.after().options()));
    }

    // Constraints and indexes

    @Override
    public Void addPrimaryKey(ConstraintChange.AddPrimaryKey change) {
        return addConstraint(change);
    }

    @Override
    public Void dropPrimaryKey(ConstraintChange.DropPrimaryKey change) {
        return dropConstraint(change);
    }

    @Override
    public Void addUniqueKey(ConstraintChange.AddUniqueKey change) {
        return addConstraint(change);
    }

    @Override
    public Void dropUniqueKey(ConstraintChange.DropUniqueKey change) {
        return dropConstraint(change);
    }

    @Override
    public Void addForeignKey(ConstraintChange.AddForeignKey change) {
        return addConstraint(change);
    }

    @Override
    public Void dropForeignKey(ConstraintChange.DropForeignKey change) {
        return dropConstraint(change);
    }

    @Override
    public Void addIndex(ConstraintChange.AddIndex change) {
        return addConstraint(change);
    }

    @Override
    public Void dropIndex(ConstraintChange.DropIndex change) {
        return dropConstraint(change);
    }

    @Override
    public Void addCheck(ConstraintChange.AddCheck change) {
        return addConstraint(change);
    }

    @Override
    public Void dropCheck(ConstraintChange.DropCheck change) {
        return dropConstraint(change);
    }

    @Override
    public Void renameConstraint(ConstraintChange.RenameConstraint change) {
        return renameConstraint(change.table(), change.before(), change.constraint());
    }

    @Override
    public Void renameIndex(ConstraintChange.RenameIndex change) {
        return renameConstraint(change.table(), change.before(), change.constraint());
    }

    @Override
    public Void retireConstraint(ConstraintChange.RetireConstraint change) {
        dropFromTable(tables, change.table(), change.constraint());
        keptConstraints.add(new KeptConstraint(change.table(), change.constraint(), Set.of()));
        return null;
    }

    @Override
    public Void reviveConstraint(ConstraintChange.ReviveConstraint change) {
        require(
                keptConstraints.remove(new KeptConstraint(change.table(), change.constraint(), Set.of())),
                "nothing is kept for",
                change);
        return addConstraint(change);
    }

    private Void addConstraint(ConstraintChange change) {
        Table table = table(change.object());
        List<Constraint> constraints = new ArrayList<>(Constraints.of(table));
        require(
                constraints.stream().noneMatch(c -> sameKindAndName(c, change.constraint())),
                "there is already what is added by",
                change);
        constraints.add(change.constraint());
        return onTable(change.object(), t -> Constraints.with(t, constraints));
    }

    private Void dropConstraint(ConstraintChange change) {
        QualifiedName table = change.object();
        Constraint constraint = change.constraint();
        if (!keptConstraints.remove(new KeptConstraint(table, constraint, Set.of()))) {
            dropFromTable(tables.containsKey(table) ? tables : keptTables, table, constraint);
        }
        return null;
    }

    private static void dropFromTable(Map<QualifiedName, Table> tables, QualifiedName name, Constraint constraint) {
        Table table = take(tables, name);
        List<Constraint> constraints = new ArrayList<>(Constraints.of(table));
        require(constraints.remove(constraint), "there is no", constraint);
        add(tables, Constraints.with(table, constraints));
    }

    private Void renameConstraint(QualifiedName table, Name before, Constraint after) {
        Constraint old = Constraints.named(after, before);
        dropFromTable(tables, table, old);
        List<Constraint> constraints = new ArrayList<>(Constraints.of(table(table)));
        constraints.add(after);
        return onTable(table, t -> Constraints.with(t, constraints));
    }

    private static boolean sameKindAndName(Constraint one, Constraint other) {
        return one.getClass() == other.getClass() && one.name().equals(other.name());
    }

    // Rows

    @Override
    public Void insertRow(RowChange.InsertRow change) {
        return onRows(change.table(), rows -> rows.add(change.after()));
    }

    @Override
    public Void alterRow(RowChange.AlterRow change) {
        return onRows(change.table(), rows -> {
            require(rows.remove(change.before()), "there is no row", change);
            return rows.add(change.after());
        });
    }

    @Override
    public Void deleteRow(RowChange.DeleteRow change) {
        return onRows(change.table(), rows -> rows.remove(change.before()));
    }

    @Override
    public Void retireRow(RowChange.RetireRow change) {
        keptRows.add(new KeptRow(change.table(), change.row(), Set.of()));
        return onRows(change.table(), rows -> rows.remove(change.row()));
    }

    @Override
    public Void reviveRow(RowChange.ReviveRow change) {
        require(keptRows.remove(new KeptRow(change.table(), change.row(), Set.of())), "nothing is kept for", change);
        return onRows(change.table(), rows -> rows.add(change.row()));
    }

    @Override
    public Void numberRows(RowChange.NumberRows change) {
        return null;
    }

    /** It adds rows of users, which no model knows. */
    @Override
    public Void fillTable(RowChange.FillTable change) {
        return null;
    }

    /** As {@link #fillTable}. */
    @Override
    public Void fillColumn(RowChange.FillColumn change) {
        return null;
    }

    /** It changes rows of users, which no model knows. */
    @Override
    public Void mendReferences(RowChange.MendReferences change) {
        return null;
    }

    private Void onRows(QualifiedName table, Function<List<Row>, Boolean> action) {
        List<Row> rows = new ArrayList<>(table(table).rows());
        require(action.apply(rows), "a row is not as expected in", table);
        return onTable(table, t -> t.withRows(rows));
    }

    // Helpers

    private Table table(QualifiedName name) {
        Table table = tables.get(name);
        require(table != null, "there is no table", name);
        return table;
    }

    private Void onTable(QualifiedName name, UnaryOperator<Table> action) {
        tables.put(name, action.apply(table(name)));
        return null;
    }

    private Void onColumn(ColumnChange change, UnaryOperator<Column> action) {
        Table table = table(change.object());
        Name name = change.columnName().orElseThrow();
        require(table.column(name).isPresent(), "there is no column for", change);
        List<Column> columns = table.columns().stream()
                .map(column -> column.name().equals(name) ? action.apply(column) : column)
                .toList();
        return onTable(change.object(), t -> t.withColumns(columns));
    }

    private Column takeColumn(QualifiedName table, Name name) {
        Column column = table(table)
                .column(name)
                .orElseThrow(() -> new IllegalStateException("there is no column " + name + " in " + table));
        onTable(
                table,
                t -> t.withColumns(
                        t.columns().stream().filter(c -> !c.name().equals(name)).toList()));
        return column;
    }

    private KeptColumn takeKeptColumn(QualifiedName table, Name name) {
        KeptColumn column = keptColumns.stream()
                .filter(kept -> kept.table().equals(table) && kept.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no column " + name + " is kept in " + table));
        keptColumns.remove(column);
        return column;
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

    private static <T extends SchemaObject> Map<QualifiedName, T> byName(List<T> objects) {
        Map<QualifiedName, T> byName = new TreeMap<>();
        objects.forEach(object -> add(byName, object));
        return byName;
    }

    private static <T extends SchemaObject> Void add(Map<QualifiedName, T> objects, T object) {
        require(objects.put(object.name(), object) == null, "there is already", object.name());
        return null;
    }

    private static <T> T take(Map<QualifiedName, T> objects, QualifiedName name) {
        T object = objects.remove(name);
        require(object != null, "there is no", name);
        return object;
    }

    /** The message is made only if it is needed: what changes is long to write. */
    private static void require(boolean condition, String otherwise, Object what) {
        if (!condition) {
            throw new IllegalStateException(otherwise + " " + what);
        }
    }
}
