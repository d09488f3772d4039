package dev.accrete.schema.change;

import static dev.accrete.schema.change.SchemaState.add;
import static dev.accrete.schema.change.SchemaState.take;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.snapshot.Kept;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Carries out changes on a schema, as a database would. The diff proves its own result with it.
 *
 * <p>Not thread-safe; one instance per application.
 */
public final class SchemaApplier implements Change.Visitor<Void> {

    private final SchemaState state;

    public SchemaApplier(Schema schema, Kept kept) {
        state = new SchemaState(schema, kept);
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

    public Schema model() {
        return state.model();
    }

    public Kept kept() {
        return state.kept();
    }

    public void apply(Change change) {
        change.accept(this);
    }

    // Types, sequences and views

    @Override
    public Void createType(TypeChange.CreateType change) {
        add(state.types, change.after());
        return null;
    }

    @Override
    public Void alterType(TypeChange.AlterType change) {
        take(state.types, change.before().name());
        add(state.types, change.after());
        return null;
    }

    @Override
    public Void dropType(TypeChange.DropType change) {
        take(
                state.types.containsKey(change.before().name()) ? state.types : state.keptTypes,
                change.before().name());
        return null;
    }

    @Override
    public Void retireType(TypeChange.RetireType change) {
        add(state.keptTypes, take(state.types, change.type().name()));
        return null;
    }

    @Override
    public Void reviveType(TypeChange.ReviveType change) {
        add(state.types, take(state.keptTypes, change.type().name()));
        return null;
    }

    @Override
    public Void createSequence(SequenceChange.CreateSequence change) {
        add(state.sequences, change.after());
        return null;
    }

    @Override
    public Void alterSequence(SequenceChange.AlterSequence change) {
        take(state.sequences, change.before().name());
        add(state.sequences, change.after());
        return null;
    }

    @Override
    public Void renameSequence(SequenceChange.RenameSequence change) {
        Sequence sequence = take(state.sequences, change.before().name());
        add(state.sequences, sequence.withName(change.after().name()));
        return null;
    }

    @Override
    public Void dropSequence(SequenceChange.DropSequence change) {
        QualifiedName name = change.before().name();
        take(state.sequences.containsKey(name) ? state.sequences : state.keptSequences, name);
        return null;
    }

    @Override
    public Void retireSequence(SequenceChange.RetireSequence change) {
        add(state.keptSequences, take(state.sequences, change.sequence().name()));
        return null;
    }

    @Override
    public Void reviveSequence(SequenceChange.ReviveSequence change) {
        add(state.sequences, take(state.keptSequences, change.sequence().name()));
        return null;
    }

    @Override
    public Void createView(ViewChange.CreateView change) {
        add(state.views, change.after());
        return null;
    }

    @Override
    public Void replaceView(ViewChange.ReplaceView change) {
        take(state.views, change.before().name());
        add(state.views, change.after());
        return null;
    }

    @Override
    public Void dropView(ViewChange.DropView change) {
        take(state.views, change.before().name());
        return null;
    }

    // Tables

    @Override
    public Void createTable(TableChange.CreateTable change) {
        add(state.tables, change.after());
        return null;
    }

    @Override
    public Void adoptTable(TableChange.AdoptTable change) {
        add(state.tables, change.after());
        return null;
    }

    @Override
    public Void dropTable(TableChange.DropTable change) {
        state.dropTable(change.before().name());
        return null;
    }

    @Override
    public Void retireTable(TableChange.RetireTable change) {
        add(state.keptTables, take(state.tables, change.table().name()));
        return null;
    }

    @Override
    public Void reviveTable(TableChange.ReviveTable change) {
        add(state.tables, take(state.keptTables, change.table().name()));
        return null;
    }

    @Override
    public Void renameTable(TableChange.RenameTable change) {
        state.renameTable(change.before(), change.after());
        return null;
    }

    @Override
    public Void alterTableComment(TableChange.AlterTableComment change) {
        state.onTable(change.object(), table -> table.withComment(change.after().comment()));
        return null;
    }

    @Override
    public Void alterTableOptions(TableChange.AlterTableOptions change) {
        state.onTable(change.object(), table -> table.withOptions(change.after().options()));
        return null;
    }

    // Columns

    @Override
    public Void addColumn(ColumnChange.AddColumn change) {
        state.addColumn(change.table(), change.after());
        return null;
    }

    @Override
    public Void dropColumn(ColumnChange.DropColumn change) {
        state.dropColumn(change.table(), change.before().name());
        return null;
    }

    @Override
    public Void retireColumn(ColumnChange.RetireColumn change) {
        Column column = state.takeColumn(change.table(), change.column().name());
        state.keep(change.table(), column, change.explicit());
        return null;
    }

    @Override
    public Void relaxColumn(ColumnChange.RelaxColumn change) {
        state.onKeptColumn(change.table(), change.after());
        return null;
    }

    @Override
    public Void reviveColumn(ColumnChange.ReviveColumn change) {
        state.addColumn(
                change.table(),
                state.takeKeptColumn(change.table(), change.column().name()).column());
        return null;
    }

    @Override
    public Void renameColumn(ColumnChange.RenameColumn change) {
        state.renameColumn(change.table(), change.before(), change.after());
        return null;
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

    private Void onColumn(ColumnChange change, UnaryOperator<Column> action) {
        state.onColumn(change.object(), change.columnName().orElseThrow(), action);
        return null;
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
        return renameConstraint(
                change.table(), Constraints.named(change.constraint(), change.before()), change.constraint());
    }

    @Override
    public Void renameIndex(ConstraintChange.RenameIndex change) {
        return renameConstraint(
                change.table(), Constraints.named(change.constraint(), change.before()), change.constraint());
    }

    @Override
    public Void retireConstraint(ConstraintChange.RetireConstraint change) {
        state.takeConstraint(change.table(), change.constraint());
        state.keep(change.table(), change.constraint());
        return null;
    }

    @Override
    public Void reviveConstraint(ConstraintChange.ReviveConstraint change) {
        state.takeKeptConstraint(change.table(), change.constraint());
        state.addConstraint(change.table(), change.constraint());
        return null;
    }

    private Void addConstraint(ConstraintChange change) {
        state.addConstraint(change.object(), change.constraint());
        return null;
    }

    private Void dropConstraint(ConstraintChange change) {
        state.dropConstraint(change.object(), change.constraint());
        return null;
    }

    private Void renameConstraint(QualifiedName table, Constraint before, Constraint after) {
        state.takeConstraint(table, before);
        state.addConstraint(table, after);
        return null;
    }

    // Rows

    @Override
    public Void insertRow(RowChange.InsertRow change) {
        state.addRow(change.table(), change.after());
        return null;
    }

    @Override
    public Void alterRow(RowChange.AlterRow change) {
        state.takeRow(change.table(), change.before());
        state.addRow(change.table(), change.after());
        return null;
    }

    @Override
    public Void deleteRow(RowChange.DeleteRow change) {
        state.takeRow(change.table(), change.before());
        return null;
    }

    @Override
    public Void retireRow(RowChange.RetireRow change) {
        state.takeRow(change.table(), change.row());
        state.keep(change.table(), change.row());
        return null;
    }

    @Override
    public Void reviveRow(RowChange.ReviveRow change) {
        state.takeKeptRow(change.table(), change.row());
        state.addRow(change.table(), change.row());
        return null;
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

    /** As {@link #mendReferences}. */
    @Override
    public Void followKeys(RowChange.FollowKeys change) {
        return null;
    }

    /** As {@link #fillTable}. */
    @Override
    public Void takeOutRows(RowChange.TakeOutRows change) {
        return null;
    }
}
