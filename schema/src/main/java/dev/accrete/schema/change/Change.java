package dev.accrete.schema.change;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.util.Optional;

/**
 * One difference between two schemas, as one dialect sees them.
 *
 * <p>A diff lists changes in an order in which {@link SchemaApplier} can apply them one by one: revivals, then renames,
 * then everything else; <b>whatever follows a rename uses the new names</b>. The planner brings them into an order that
 * suits a database. Where a change holds a column before and after, both stand for the whole column in that state, and
 * the kind of the change says which aspect of it changes.
 *
 * <p>Kinds that say "no statement" move a thing between the model and what is kept without a mapping.
 */
public sealed interface Change
        permits TypeChange, SequenceChange, TableChange, ColumnChange, ConstraintChange, RowChange, ViewChange {

    /** The table that the change is about, else the type, sequence or view; by its name after the migration. */
    QualifiedName object();

    /** The column that the change is about, by its name after the migration; empty if it isn't about one column. */
    default Optional<Name> columnName() {
        return Optional.empty();
    }

    <R> R accept(Visitor<R> visitor);

    /** Answers every kind of change; a new kind fails to compile wherever it is not answered. */
    interface Visitor<R>
            extends TypeChange.Visitor<R>,
                    SequenceChange.Visitor<R>,
                    TableChange.Visitor<R>,
                    ColumnChange.Visitor<R>,
                    ConstraintChange.Visitor<R>,
                    RowChange.Visitor<R>,
                    ViewChange.Visitor<R> {}
}
