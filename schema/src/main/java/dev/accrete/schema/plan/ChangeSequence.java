package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.ColumnAlteration;
import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order of the changes that are made one by one, before and after new tables come, by their kinds. Ties are broken by
 * table, then by column and text.
 */
final class ChangeSequence {

    private static final List<Class<? extends Change>> BEFORE_CREATION = List.of(
            ConstraintChange.DropForeignKey.class,
            // Before columns and keys are again what only the rows of before fit.
            RowChange.TakeOutRows.class,
            ConstraintChange.DropCheck.class,
            ConstraintChange.DropIndex.class,
            ConstraintChange.DropUniqueKey.class,
            ConstraintChange.DropPrimaryKey.class,
            ConstraintChange.RenameConstraint.class,
            ConstraintChange.RenameIndex.class,
            TypeChange.AlterType.class);

    private static final int COLUMNS = BEFORE_CREATION.size();

    private static final List<Class<? extends Change>> AFTER_COLUMNS = List.of(
            // What tells rows of a class apart may be converted before.
            RowChange.FillColumn.class,
            ConstraintChange.AddPrimaryKey.class,
            ConstraintChange.AddUniqueKey.class,
            ConstraintChange.AddIndex.class,
            ConstraintChange.AddCheck.class,
            RowChange.FillTable.class,
            // By the keys that rows have until they are mended.
            RowChange.FollowKeys.class,
            RowChange.MendReferences.class,
            ConstraintChange.AddForeignKey.class,
            RowChange.DeleteRow.class,
            RowChange.InsertRow.class,
            ColumnChange.DropColumn.class);

    private final WholeTables tables;
    private final Replacements replacements;
    private final KeysInTurn keys;
    private final Set<String> waiting;
    private final Set<RowChange.MendReferences> byFormerValues;
    private final List<Change> ordered;

    private ChangeSequence(WholeTables tables, Replacements replacements, KeysInTurn keys, List<Change> changes) {
        this.tables = tables;
        this.replacements = replacements;
        this.keys = keys;
        // All that changes about a column is done at once, so all of it waits.
        waiting = subjects(changes.stream().filter(replacements::waitsForKey).toList());
        byFormerValues = MendedFirst.of(changes);
        ordered = new ArrayList<>(changes);
    }

    /** @param changes those that are made one by one, in the order of the diff */
    static ChangeSequence of(
            List<Change> changes,
            ChangeContext context,
            WholeTables tables,
            Replacements replacements,
            KeysInTurn keys) {
        ChangeSequence sequence = new ChangeSequence(tables, replacements, keys, changes);
        sequence.sort(subjects(
                changes.stream().filter(RowChange.NumberRows.class::isInstance).toList()));
        // The undo states parts before their whole.
        sequence.inOrder(
                RowChange.TakeOutRows.class,
                changes.stream().filter(RowChange.TakeOutRows.class::isInstance).toList());
        sequence.inOrder(RowChange.MendReferences.class, MendedInTurn.of(sequence.ordered));
        // A whole comes before its parts, where both take over rows.
        sequence.inOrder(
                RowChange.FillTable.class,
                FillOrder.of(sequence.ordered, context, table -> !tables.isFilledAtOnce(table)));
        sequence.lookUpLast(context);
        return sequence;
    }

    private static Set<String> subjects(List<Change> changes) {
        return changes.stream().map(ChangeText::subject).collect(Collectors.toSet());
    }

    private void sort(Set<String> numbered) {
        ordered.sort(Comparator.comparingInt(this::rank)
                .thenComparing(change -> !(change instanceof RowChange.MendReferences mend && mend.takesOtherRows()))
                .thenComparing(Change::object)
                // Which list a row is in may be another column's new value.
                .thenComparing(change ->
                        !(change instanceof ColumnChange.AddColumn) && numbered.contains(ChangeText.subject(change)))
                .thenComparing(ChangeSequence::isUnderComputed)
                .thenComparing(change -> change.columnName().map(Name::key).orElse(""))
                .thenComparing(ChangeText::of));
    }

    /** Computed columns come after others, which they may read, and go before them; none reads another one. */
    private static boolean isUnderComputed(Change change) {
        if (change instanceof ColumnChange.DropColumn drop) {
            return drop.before().generatedAs().isEmpty();
        }
        return change instanceof ColumnChange.AddColumn add
                && add.after().generatedAs().isPresent();
    }

    private int rank(Change change) {
        if (isEarly(change)) {
            return BEFORE_CREATION.indexOf(change.getClass());
        } else if (keys.goesLate(change)) {
            return place(ConstraintChange.AddCheck.class);
        } else if (keys.comesEarly(change)) {
            return place(ConstraintChange.AddPrimaryKey.class) - 1;
        } else if (waiting.contains(ChangeText.subject(change))
                        && ColumnAlteration.of(change).isPresent()
                || replacements.waitsForKey(change)) {
            return place(ConstraintChange.AddUniqueKey.class);
        } else if (change instanceof RowChange.FillTable && tables.creates(change.object())
                || byFormerValues.contains(change)) {
            return COLUMNS;
        }
        return place(change.getClass());
    }

    /** What has no place of its own, columns above all, stands at {@link #COLUMNS}. */
    private static int place(Class<? extends Change> kind) {
        return COLUMNS + 1 + AFTER_COLUMNS.indexOf(kind);
    }

    private boolean isEarly(Change change) {
        return BEFORE_CREATION.contains(change.getClass()) && !keys.goesLate(change);
    }

    /** Those that have the same rank change places; what fills a new table comes before what fills others, whatever they are. */
    private void inOrder(Class<? extends Change> kind, List<? extends Change> changes) {
        Map<Integer, Iterator<? extends Change>> next = changes.stream()
                .collect(Collectors.groupingBy(
                        this::rank, Collectors.collectingAndThen(Collectors.toList(), List::iterator)));
        ordered.replaceAll(
                change -> kind.isInstance(change) ? next.get(rank(change)).next() : change);
    }

    private void lookUpLast(ChangeContext context) {
        List<Change> columns =
                ordered.stream().filter(change -> rank(change) == COLUMNS).toList();
        int first = columns.isEmpty() ? 0 : ordered.indexOf(columns.get(0));
        ordered.subList(first, first + columns.size()).clear();
        ordered.addAll(first, LookupOrder.of(columns, context));
    }

    /** What makes room before new tables come. */
    List<Change> early() {
        return ordered.stream().filter(this::isEarly).toList();
    }

    /** What comes when new tables are there. */
    List<Change> late() {
        return ordered.stream().filter(change -> !isEarly(change)).toList();
    }
}
