package dev.accrete.schema.plan;

import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.diff.Change;
import dev.accrete.schema.diff.ColumnChange;
import dev.accrete.schema.diff.ConstraintChange;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes foreign keys away while a key that they refer to is replaced or a column of theirs gets another type, which both
 * databases refuse otherwise.
 */
final class ForeignKeysApart {

    private ForeignKeysApart() {}

    /** The changes, and a drop and an addition for each foreign key that is in the way and doesn't go by itself. */
    static List<Change> with(List<Change> changes, Dialect dialect, ChangeContext context) {
        List<Change> all = new ArrayList<>(changes);
        for (Table table : context.after().tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                Change drop = new ConstraintChange.DropForeignKey(table.name(), key);
                boolean stays = context.before(table.name())
                                .map(before -> before.foreignKeys().contains(key))
                                .orElse(false)
                        && !changes.contains(drop);
                if (stays && changes.stream().anyMatch(change -> disturbs(change, table.name(), key, dialect))) {
                    all.add(drop);
                    all.add(new ConstraintChange.AddForeignKey(table.name(), key));
                }
            }
        }
        return all;
    }

    /**
     * Whether a foreign key of a table that comes or goes has to come later or go earlier than its table, because the key
     * that it refers to comes, goes or changes too.
     */
    static boolean isApart(QualifiedName table, ForeignKey key, List<Change> changes, Dialect dialect) {
        for (Change change : changes) {
            boolean refers = change.object().equals(key.referencedTable());
            boolean comes =
                    change instanceof ConstraintChange.AddPrimaryKey || change instanceof ConstraintChange.AddUniqueKey;
            if (refers && comes || disturbs(change, table, key, dialect)) {
                return true;
            }
        }
        return false;
    }

    private static boolean disturbs(Change change, QualifiedName table, ForeignKey key, Dialect dialect) {
        boolean refers = change.object().equals(key.referencedTable());
        if (change instanceof ConstraintChange.DropPrimaryKey drop) {
            return refers && drop.constraint().columns().containsAll(key.referencedColumns());
        }
        if (change instanceof ConstraintChange.DropUniqueKey drop) {
            return refers && drop.constraint().columns().containsAll(key.referencedColumns());
        }
        if (change instanceof ColumnChange.AlterColumnType alter) {
            boolean another = !dialect.typeName(alter.before().type())
                    .equals(dialect.typeName(alter.after().type()));
            return another
                    && (refers && key.referencedColumns().contains(alter.after().name())
                            || change.object().equals(table)
                                    && key.columns().contains(alter.after().name()));
        }
        return false;
    }
}
