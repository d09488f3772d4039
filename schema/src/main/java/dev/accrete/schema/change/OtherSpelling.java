package dev.accrete.schema.change;

import dev.accrete.schema.model.DatabaseNames;

/**
 * Tells renames that a database does not see: {@code "order"} and {@code order} are one name on PostgreSQL, {@code "ORDER"}
 * and {@code order} on H2.
 */
public final class OtherSpelling {

    private OtherSpelling() {}

    /** Whether a change is nothing else, so that there is nothing to do. */
    public static boolean isAll(Change change, DatabaseNames names) {
        if (change instanceof TableChange.RenameTable rename) {
            return names.areSame(rename.before(), rename.after());
        } else if (change instanceof ColumnChange.RenameColumn rename) {
            return names.areSame(rename.before(), rename.after());
        } else if (change instanceof SequenceChange.RenameSequence rename) {
            return names.areSame(rename.before().name(), rename.after().name());
        } else if (change instanceof ConstraintChange.RenameConstraint rename) {
            return names.areSame(rename.before(), rename.constraint().name());
        } else if (change instanceof ConstraintChange.RenameIndex rename) {
            return names.areSame(rename.before(), rename.constraint().name());
        }
        return false;
    }
}
