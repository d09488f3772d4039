package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.DatabaseVisitor;
import dev.accrete.schema.change.NumberedColumn;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.change.ViewChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.EnumLabels;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The inverse of each change, last one first, and what it can't bring back. What is kept needs no inverse. */
final class Undo implements DatabaseVisitor<Optional<Change>> {

    private final List<Change> changes = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    private final Dialect dialect;
    private final ChangeContext context;
    private final MissingValue missing;
    private final BrokenReferences references;
    private final ConversionBack conversions;
    private final UniqueAgain unique;
    private final List<Change> forward;

    private Undo(List<Change> forward, Dialect dialect, ChangeContext context) {
        this.dialect = dialect;
        this.context = context;
        Set<QualifiedName> withoutRows = forward.stream()
                .filter(TableChange.DropTable.class::isInstance)
                .map(Change::object)
                .collect(Collectors.toSet());
        this.missing = new MissingValue(forward, dialect, context, withoutRows);
        this.references = new BrokenReferences(forward, dialect, context, withoutRows, missing);
        this.unique = new UniqueAgain(dialect, context);
        this.conversions = new ConversionBack(dialect, context, missing, unique);
        this.forward = forward;
    }

    /**
     * Inverts changes.
     *
     * @param context of the way forward
     */
    static Undo of(List<Change> forward, Dialect dialect, ChangeContext context) {
        Undo undo = new Undo(forward, dialect, context);
        for (Change change : forward) {
            change.accept(undo).ifPresent(undo.changes::add);
        }
        // Parts before their whole, since the order is turned round.
        FillOrder.of(forward, context, table -> context.before(table).isPresent())
                .forEach(undo::takeOut);
        Collections.reverse(undo.changes);
        undo.changes.addAll(FollowedKeys.of(undo.changes, context));
        return undo;
    }

    List<Change> changes() {
        return changes;
    }

    /** One line each. */
    List<String> lost() {
        return lost;
    }

    private Optional<Change> lost(String what, Change inverse) {
        lost.add(what);
        return Optional.of(inverse);
    }

    /** Rows that were written without a value get one, or the column could not take no NULL again. */
    private Optional<Change> required(QualifiedName table, Column column) {
        if (column.nullable()) {
            return Optional.empty();
        }
        Optional<String> value = column.defaultValue().or(() -> missing.ofEmpty(table, column));
        value.ifPresent(sql -> lost.add(table + "." + column.name() + ": rows without a value get " + sql));
        return Optional.of(new ColumnChange.SetNotNull(table, column.withNullable(true), column, value));
    }

    @Override
    public Optional<Change> none() {
        return Optional.empty();
    }

    @Override
    public Optional<Change> numberRows(RowChange.NumberRows change) {
        return Optional.empty();
    }

    /** What a table that is new took over goes with it. */
    @Override
    public Optional<Change> fillTable(RowChange.FillTable change) {
        return Optional.empty();
    }

    private void takeOut(RowChange.FillTable fill) {
        Optional<RowChange.TakeOutRows> taken = TakenRows.of(fill, forward, dialect, context);
        taken.ifPresent(changes::add);
        lost.add(taken.map(TakenRows::text).orElse(fill.object() + ": rows that were taken over stay"));
    }

    @Override
    public Optional<Change> takeOutRows(RowChange.TakeOutRows change) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> fillColumn(RowChange.FillColumn change) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> mendReferences(RowChange.MendReferences change) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> followKeys(RowChange.FollowKeys change) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> createType(TypeChange.CreateType change) {
        return Optional.of(new TypeChange.DropType(change.after()));
    }

    @Override
    public Optional<Change> alterType(TypeChange.AlterType change) {
        List<TypeChange.LabelConversion> conversions = new ArrayList<>();
        if (change.before() instanceof TypeDefinition.EnumType before
                && change.after() instanceof TypeDefinition.EnumType after) {
            for (EnumLabels.Use use : EnumLabels.uses(context.after(), after.name())) {
                Name column = use.column().name();
                EnumLabels.toFirst(after, before, dialect.identifier(QualifiedName.of(column)))
                        .ifPresent(sql -> {
                            lost.add(use.table() + "." + column + ": values that are new, which become "
                                    + before.values().get(0));
                            conversions.add(new TypeChange.LabelConversion(use.table(), column, sql));
                        });
            }
        }
        return Optional.of(new TypeChange.AlterType(change.after(), change.before(), conversions));
    }

    @Override
    public Optional<Change> dropType(TypeChange.DropType change) {
        return Optional.of(new TypeChange.CreateType(change.before()));
    }

    @Override
    public Optional<Change> createSequence(SequenceChange.CreateSequence change) {
        return Optional.of(new SequenceChange.DropSequence(change.after()));
    }

    @Override
    public Optional<Change> alterSequence(SequenceChange.AlterSequence change) {
        return Optional.of(new SequenceChange.AlterSequence(change.after(), change.before()));
    }

    @Override
    public Optional<Change> renameSequence(SequenceChange.RenameSequence change) {
        return Optional.of(new SequenceChange.RenameSequence(change.after(), change.before()));
    }

    @Override
    public Optional<Change> dropSequence(SequenceChange.DropSequence change) {
        return Optional.of(new SequenceChange.CreateSequence(
                change.before(), NumberedColumn.of(change.before(), context.before())));
    }

    @Override
    public Optional<Change> createTable(TableChange.CreateTable change) {
        return lost(change.object() + ": all rows", new TableChange.DropTable(change.after()));
    }

    @Override
    public Optional<Change> dropTable(TableChange.DropTable change) {
        return lost(change.object() + ": the rows that were dropped", new TableChange.CreateTable(change.before()));
    }

    @Override
    public Optional<Change> adoptTable(TableChange.AdoptTable change) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> renameTable(TableChange.RenameTable change) {
        return Optional.of(new TableChange.RenameTable(change.after(), change.before()));
    }

    @Override
    public Optional<Change> alterTableComment(TableChange.AlterTableComment change) {
        return Optional.of(new TableChange.AlterTableComment(change.after(), change.before()));
    }

    @Override
    public Optional<Change> addColumn(ColumnChange.AddColumn change) {
        return lost(
                ChangeText.subject(change) + ": all values",
                new ColumnChange.DropColumn(change.object(), change.after()));
    }

    @Override
    public Optional<Change> dropColumn(ColumnChange.DropColumn change) {
        QualifiedName table = change.object();
        Column column = change.before();
        Optional<List<Name>> lists = missing.numberedIn(table, column);
        if (lists.isPresent()) {
            // In this order from the last to the first, since the order is turned round in the end.
            Column empty = column.withNullable(true);
            changes.add(new ColumnChange.SetNotNull(table, empty, column, Optional.empty()));
            changes.add(new RowChange.NumberRows(table, column.name(), lists.get(), 0));
            return lost(
                    ChangeText.subject(change) + ": the values that were dropped, in whose place rows are numbered",
                    new ColumnChange.AddColumn(table, empty, Optional.empty()));
        }
        return lost(
                ChangeText.subject(change) + ": the values that were dropped",
                new ColumnChange.AddColumn(
                        table, column, missing.ofEmpty(table, column).or(() -> missing.referenced(table, column))));
    }

    @Override
    public Optional<Change> relaxColumn(ColumnChange.RelaxColumn change) {
        Column before = change.before();
        Column after = change.after();
        if (!before.checks().equals(after.checks())) {
            // What becomes of one column is done at once, from the first of its changes to the last.
            changes.add(new ColumnChange.AlterColumnChecks(change.object(), after, before));
        }
        return before.nullable() == after.nullable() ? Optional.empty() : required(change.object(), before);
    }

    @Override
    public Optional<Change> renameColumn(ColumnChange.RenameColumn change) {
        return Optional.of(new ColumnChange.RenameColumn(change.object(), change.after(), change.before()));
    }

    @Override
    public Optional<Change> alterColumnType(ColumnChange.AlterColumnType change) {
        ColumnChange.AlterColumnType inverse = new ColumnChange.AlterColumnType(
                change.object(), change.after(), change.before(), conversions.of(change));
        Optional<Change> back =
                lost(ChangeText.subject(change) + ": what the conversion of its values left out", inverse);
        // Values of the same type that nothing takes back stay as they are.
        boolean stays = inverse.using().isEmpty() && inverse.before().equals(inverse.after());
        return back.filter(found -> !stays);
    }

    @Override
    public Optional<Change> setNotNull(ColumnChange.SetNotNull change) {
        Column before = change.before();
        boolean isConverted = forward.stream()
                .anyMatch(other -> other instanceof ColumnChange.AlterColumnType
                        && ChangeText.subject(other).equals(ChangeText.subject(change)));
        Optional<String> apart = isConverted ? Optional.empty() : unique.ofNone(change);
        apart.ifPresent(sql -> {
            lost.add(ChangeText.subject(change) + ": which rows had "
                    + change.backfill().orElseThrow() + ", and which no value: the first that has it keeps it");
            // Before what lets rows be without a value, since the order is turned round in the end.
            changes.add(new ColumnChange.AlterColumnType(change.object(), before, before, apart));
        });
        return Optional.of(new ColumnChange.DropNotNull(change.object(), change.after(), before));
    }

    @Override
    public Optional<Change> dropNotNull(ColumnChange.DropNotNull change) {
        return required(change.object(), change.before());
    }

    @Override
    public Optional<Change> alterColumnDefault(ColumnChange.AlterColumnDefault change) {
        return Optional.of(new ColumnChange.AlterColumnDefault(change.object(), change.after(), change.before()));
    }

    @Override
    public Optional<Change> alterColumnIdentity(ColumnChange.AlterColumnIdentity change) {
        return Optional.of(new ColumnChange.AlterColumnIdentity(change.object(), change.after(), change.before()));
    }

    @Override
    public Optional<Change> alterColumnGeneration(ColumnChange.AlterColumnGeneration change) {
        return Optional.of(new ColumnChange.AlterColumnGeneration(change.object(), change.after(), change.before()));
    }

    @Override
    public Optional<Change> alterColumnChecks(ColumnChange.AlterColumnChecks change) {
        ColumnChange.AlterColumnChecks inverse =
                new ColumnChange.AlterColumnChecks(change.object(), change.after(), change.before());
        boolean goBack = forward.stream()
                .anyMatch(other -> other instanceof ColumnChange.AlterColumnType alter
                        && ChangeText.subject(alter).equals(ChangeText.subject(change))
                        && conversions.ofCases(alter).isPresent());
        if (goBack || !change.before().type().equals(change.after().type())) {
            // The way back to the type leads to values that there were.
            return Optional.of(inverse);
        }
        String name = dialect.identifier(QualifiedName.of(change.after().name()));
        Table table = context.before(change.object()).orElseThrow();
        Optional<String> conversion = AllowedValues.conversion(change.after(), change.before(), name, table);
        conversion.ifPresent(sql -> {
            lost.add(ChangeText.subject(change) + ": values that are new, which become "
                    + AllowedValues.first(change.before(), table).orElseThrow());
            // Before the check, since the order is turned round in the end.
            changes.add(inverse);
        });
        return Optional.of(conversion
                .<Change>map(sql -> new ColumnChange.AlterColumnType(
                        change.object(), change.after(), change.before(), Optional.of(sql)))
                .orElse(inverse));
    }

    @Override
    public Optional<Change> alterColumnCollation(ColumnChange.AlterColumnCollation change) {
        return Optional.of(new ColumnChange.AlterColumnCollation(change.object(), change.after(), change.before()));
    }

    @Override
    public Optional<Change> alterColumnComment(ColumnChange.AlterColumnComment change) {
        return Optional.of(new ColumnChange.AlterColumnComment(change.object(), change.after(), change.before()));
    }

    @Override
    public Optional<Change> alterColumnOptions(ColumnChange.AlterColumnOptions change) {
        return Optional.of(new ColumnChange.AlterColumnOptions(change.object(), change.after(), change.before()));
    }

    @Override
    public Optional<Change> addPrimaryKey(ConstraintChange.AddPrimaryKey change) {
        return Optional.of(new ConstraintChange.DropPrimaryKey(change.object(), change.constraint()));
    }

    @Override
    public Optional<Change> dropPrimaryKey(ConstraintChange.DropPrimaryKey change) {
        return Optional.of(new ConstraintChange.AddPrimaryKey(change.object(), change.constraint()));
    }

    @Override
    public Optional<Change> addUniqueKey(ConstraintChange.AddUniqueKey change) {
        return Optional.of(new ConstraintChange.DropUniqueKey(change.object(), change.constraint()));
    }

    @Override
    public Optional<Change> dropUniqueKey(ConstraintChange.DropUniqueKey change) {
        return Optional.of(new ConstraintChange.AddUniqueKey(change.object(), change.constraint()));
    }

    @Override
    public Optional<Change> addForeignKey(ConstraintChange.AddForeignKey change) {
        return Optional.of(new ConstraintChange.DropForeignKey(change.object(), change.constraint()));
    }

    @Override
    public Optional<Change> dropForeignKey(ConstraintChange.DropForeignKey change) {
        ConstraintChange.AddForeignKey addition =
                new ConstraintChange.AddForeignKey(change.object(), change.constraint());
        Optional<RowChange.MendReferences> mend = references.mended(change.object(), change.constraint());
        if (mend.isEmpty()) {
            return Optional.of(addition);
        }
        // Added before the addition, since the order is turned round in the end.
        changes.add(addition);
        return lost(change.object() + ": " + ChangeText.of(mend.get()), mend.get());
    }

    @Override
    public Optional<Change> addIndex(ConstraintChange.AddIndex change) {
        return Optional.of(new ConstraintChange.DropIndex(change.object(), change.constraint()));
    }

    @Override
    public Optional<Change> dropIndex(ConstraintChange.DropIndex change) {
        return Optional.of(new ConstraintChange.AddIndex(change.object(), change.constraint()));
    }

    @Override
    public Optional<Change> addCheck(ConstraintChange.AddCheck change) {
        return Optional.of(new ConstraintChange.DropCheck(change.object(), change.constraint()));
    }

    @Override
    public Optional<Change> dropCheck(ConstraintChange.DropCheck change) {
        changes.add(new ConstraintChange.AddCheck(change.object(), change.constraint()));
        // After the addition, since the order is turned round in the end.
        RequiredOfRows.of(
                        change.object(),
                        change.constraint(),
                        context,
                        missing,
                        discriminator -> conversionBack(change.object(), discriminator))
                .forEach(fill -> {
                    changes.add(fill);
                    lost.add(fill.object() + "." + fill.column() + ": rows without a value get " + fill.value());
                });
        return Optional.empty();
    }

    /** What is stated of a column's values, the other way round. */
    private Optional<String> conversionBack(QualifiedName table, Name column) {
        return forward.stream()
                .filter(ColumnChange.AlterColumnType.class::isInstance)
                .map(ColumnChange.AlterColumnType.class::cast)
                .filter(alter ->
                        alter.object().equals(table) && alter.after().name().equals(column))
                .findFirst()
                .flatMap(conversions::of);
    }

    @Override
    public Optional<Change> renameConstraint(ConstraintChange.RenameConstraint change) {
        return Optional.of(change.back());
    }

    @Override
    public Optional<Change> renameIndex(ConstraintChange.RenameIndex change) {
        return Optional.of(change.back());
    }

    @Override
    public Optional<Change> insertRow(RowChange.InsertRow change) {
        return Optional.of(new RowChange.DeleteRow(change.object(), change.after()));
    }

    @Override
    public Optional<Change> deleteRow(RowChange.DeleteRow change) {
        return Optional.of(new RowChange.InsertRow(change.object(), change.before()));
    }

    @Override
    public Optional<Change> createView(ViewChange.CreateView change) {
        return Optional.of(new ViewChange.DropView(change.after()));
    }

    @Override
    public Optional<Change> replaceView(ViewChange.ReplaceView change) {
        return Optional.of(new ViewChange.ReplaceView(change.after(), change.before()));
    }

    @Override
    public Optional<Change> dropView(ViewChange.DropView change) {
        return Optional.of(new ViewChange.CreateView(change.before()));
    }
}
