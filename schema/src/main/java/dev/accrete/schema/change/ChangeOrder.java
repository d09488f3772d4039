package dev.accrete.schema.change;

import dev.accrete.schema.model.Name;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts the changes that follow revivals and renames, so that each finds what it needs and the order of the input never
 * shows: what makes room, then what fills it, then what goes for good.
 */
public final class ChangeOrder {

    private static final List<Class<? extends Change>> KINDS = List.of(
            // A name must be free before something else gets it.
            ViewChange.DropView.class,
            ConstraintChange.DropForeignKey.class,
            ConstraintChange.DropCheck.class,
            ConstraintChange.DropIndex.class,
            ConstraintChange.DropUniqueKey.class,
            ConstraintChange.DropPrimaryKey.class,
            ConstraintChange.RetireConstraint.class,
            ConstraintChange.ReviveConstraint.class,
            ConstraintChange.RenameConstraint.class,
            ConstraintChange.RenameIndex.class,
            // Types and sequences come before the columns that use them, tables before their foreign keys.
            TypeChange.CreateType.class,
            TypeChange.AlterType.class,
            SequenceChange.CreateSequence.class,
            SequenceChange.AlterSequence.class,
            TableChange.CreateTable.class,
            TableChange.AdoptTable.class,
            RowChange.FillTable.class,
            TableChange.AlterTableComment.class,
            TableChange.AlterTableOptions.class,
            ColumnChange.RetireColumn.class,
            ColumnChange.RelaxColumn.class,
            ColumnChange.AddColumn.class,
            RowChange.NumberRows.class,
            ColumnChange.AlterColumnType.class,
            ColumnChange.AlterColumnCollation.class,
            ColumnChange.AlterColumnGeneration.class,
            ColumnChange.AlterColumnIdentity.class,
            ColumnChange.AlterColumnDefault.class,
            ColumnChange.AlterColumnChecks.class,
            ColumnChange.DropNotNull.class,
            ColumnChange.SetNotNull.class,
            RowChange.FillColumn.class,
            ColumnChange.AlterColumnComment.class,
            ColumnChange.AlterColumnOptions.class,
            ConstraintChange.AddPrimaryKey.class,
            ConstraintChange.AddUniqueKey.class,
            ConstraintChange.AddIndex.class,
            ConstraintChange.AddCheck.class,
            ConstraintChange.AddForeignKey.class,
            RowChange.ReviveRow.class,
            RowChange.RetireRow.class,
            RowChange.AlterRow.class,
            RowChange.DeleteRow.class,
            RowChange.InsertRow.class,
            ColumnChange.DropColumn.class,
            TableChange.RetireTable.class,
            TableChange.DropTable.class,
            SequenceChange.RetireSequence.class,
            SequenceChange.DropSequence.class,
            TypeChange.RetireType.class,
            TypeChange.DropType.class,
            ViewChange.CreateView.class,
            ViewChange.ReplaceView.class);

    public static final Comparator<Change> ORDER = Comparator.comparingInt(ChangeOrder::rank)
            .thenComparing(Change::object)
            .thenComparing(change -> change.columnName().map(Name::key).orElse(""))
            .thenComparing(ChangeText::of);

    private ChangeOrder() {}

    private static int rank(Change change) {
        int rank = KINDS.indexOf(change.getClass());
        if (rank < 0) {
            throw new IllegalStateException("no place in the order for " + change);
        }
        return rank;
    }
}
