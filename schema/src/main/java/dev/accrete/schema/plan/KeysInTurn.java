package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.UniqueKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds a unique key whose columns become the primary key, and a primary key whose columns become a unique key: the one is
 * there before the other goes, or rows could be written meanwhile that neither allows.
 */
final class KeysInTurn {

    private final Set<Change> late = new HashSet<>();
    private final Set<Change> early = new HashSet<>();

    private KeysInTurn() {}

    static KeysInTurn in(List<Change> changes, Replacements replacements, RoomForNames names) {
        KeysInTurn found = new KeysInTurn();
        for (Change change : changes) {
            if (change instanceof ConstraintChange.DropUniqueKey drop
                    && !replacements.contains(drop)
                    && keys(changes, drop, ConstraintChange.AddPrimaryKey.class)
                            .anyMatch(add -> isOver(add, drop.constraint()))
                    && !names.isTaken(drop.object(), drop.constraint())
                    && !convertsColumns(drop, changes)) {
                found.late.add(drop);
            } else if (change instanceof ConstraintChange.AddUniqueKey add
                    && keys(changes, add, ConstraintChange.DropPrimaryKey.class)
                            .filter(replacements::contains)
                            .anyMatch(drop -> isOver(drop, add.constraint()))
                    && !convertsColumns(add, changes)) {
                found.early.add(add);
            }
        }
        return found;
    }

    private static Stream<ConstraintChange> keys(
            List<Change> changes, ConstraintChange other, Class<? extends ConstraintChange> kind) {
        return changes.stream()
                .filter(kind::isInstance)
                .map(ConstraintChange.class::cast)
                .filter(change -> change.object().equals(other.object()));
    }

    private static boolean isOver(ConstraintChange primary, UniqueKey unique) {
        return Set.copyOf(((PrimaryKey) primary.constraint()).columns()).equals(Set.copyOf(unique.columns()));
    }

    /** Whether its columns get other types. */
    private static boolean convertsColumns(ConstraintChange change, List<Change> changes) {
        List<Name> columns = ((UniqueKey) change.constraint()).columns();
        return changes.stream()
                .anyMatch(other -> other instanceof ColumnChange
                        && !(other instanceof ColumnChange.SetNotNull)
                        && !(other instanceof ColumnChange.DropNotNull)
                        && other.object().equals(change.object())
                        && other.columnName().filter(columns::contains).isPresent());
    }

    /** Whether a drop waits until the other key is there. */
    boolean goesLate(Change change) {
        return late.contains(change);
    }

    /** Whether an addition comes before the other key goes. */
    boolean comesEarly(Change change) {
        return early.contains(change);
    }
}
