package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which references an undo script mends before it takes columns back: those that are found by values that columns have
 * until then.
 */
final class MendedFirst {

    private final List<ColumnChange.AlterColumnType> altered;

    private MendedFirst(List<ColumnChange.AlterColumnType> altered) {
        this.altered = altered;
    }

    /** Empty where other references follow keys, by the values that these have until they are mended. */
    static Set<RowChange.MendReferences> of(List<Change> changes) {
        MendedFirst first = new MendedFirst(changes.stream()
                .filter(ColumnChange.AlterColumnType.class::isInstance)
                .map(ColumnChange.AlterColumnType.class::cast)
                .toList());
        boolean followed = changes.stream().anyMatch(RowChange.FollowKeys.class::isInstance);
        return changes.stream()
                .filter(change -> !followed && change instanceof RowChange.MendReferences)
                .map(RowChange.MendReferences.class::cast)
                .filter(mend -> mend.all() && first.readsFormer(mend))
                .collect(Collectors.toSet());
    }

    /** Whether a column becomes another that the values are found by, and none that they are. */
    private boolean readsFormer(RowChange.MendReferences mend) {
        return altered.stream().anyMatch(alter -> reads(mend, alter))
                && altered.stream().noneMatch(alter -> finds(mend, alter));
    }

    private static boolean reads(RowChange.MendReferences mend, ColumnChange.AlterColumnType alter) {
        boolean named = alter.object().equals(mend.table())
                || alter.object().equals(mend.key().referencedTable());
        return named
                && mend.values().stream()
                        .anyMatch(
                                sql -> SqlIdentifiers.names(sql, alter.before().name()));
    }

    private static boolean finds(RowChange.MendReferences mend, ColumnChange.AlterColumnType alter) {
        return alter.object().equals(mend.key().referencedTable())
                && mend.key().referencedColumns().contains(alter.before().name());
    }
}
