package dev.accrete.schema.change;

/**
 * Answers the kinds of changes that a database sees. Those that have no statement, since they move a thing between the model and
 * what is kept without a mapping, or state what can't be compared, have one answer.
 *
 * @param <R> the answer
 */
public interface DatabaseVisitor<R> extends Change.Visitor<R> {

    /** The answer for a change that has no statement. */
    R none();

    @Override
    default R retireType(TypeChange.RetireType change) {
        return none();
    }

    @Override
    default R reviveType(TypeChange.ReviveType change) {
        return none();
    }

    @Override
    default R retireSequence(SequenceChange.RetireSequence change) {
        return none();
    }

    @Override
    default R reviveSequence(SequenceChange.ReviveSequence change) {
        return none();
    }

    @Override
    default R retireTable(TableChange.RetireTable change) {
        return none();
    }

    @Override
    default R reviveTable(TableChange.ReviveTable change) {
        return none();
    }

    @Override
    default R alterTableOptions(TableChange.AlterTableOptions change) {
        return none();
    }

    @Override
    default R retireColumn(ColumnChange.RetireColumn change) {
        return none();
    }

    @Override
    default R reviveColumn(ColumnChange.ReviveColumn change) {
        return none();
    }

    @Override
    default R retireConstraint(ConstraintChange.RetireConstraint change) {
        return none();
    }

    @Override
    default R reviveConstraint(ConstraintChange.ReviveConstraint change) {
        return none();
    }

    @Override
    default R alterRow(RowChange.AlterRow change) {
        return none();
    }

    @Override
    default R retireRow(RowChange.RetireRow change) {
        return none();
    }

    @Override
    default R reviveRow(RowChange.ReviveRow change) {
        return none();
    }
}
