package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.ConstraintChange.AddConstraint;
import dev.accrete.schema.change.ConstraintChange.DropConstraint;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Step;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what goes and comes again in another form under the same name, such as a primary key over other columns: a
 * database that can exchange the two at once leaves no moment without either.
 */
final class Replacements {

    private final Map<Change, List<Step>> steps = new HashMap<>();
    private final Set<Change> drops = new HashSet<>();
    private final Map<QualifiedName, Set<Name>> formerKeys = new HashMap<>();

    private Replacements() {}

    static Replacements in(List<Change> changes, Dialect dialect, RoomForNames names) {
        Replacements found = new Replacements();
        Map<QualifiedName, List<DropConstraint>> drops = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof DropConstraint drop) {
                drops.computeIfAbsent(drop.object(), table -> new ArrayList<>()).add(drop);
            }
        }
        for (Change addition : changes) {
            if (!drops.isEmpty() && addition instanceof AddConstraint add) {
                drops.getOrDefault(add.object(), List.of()).stream()
                        .filter(drop -> replaces(drop, add))
                        .filter(drop -> !isDisturbed(drop, changes, names))
                        .findFirst()
                        .ifPresent(drop -> found.pair(drop, add, dialect));
            }
        }
        return found;
    }

    private void pair(DropConstraint drop, AddConstraint add, Dialect dialect) {
        dialect.replace(add.object(), drop.constraint(), add.constraint()).ifPresent(exchange -> {
            drops.add(drop);
            steps.put(add, exchange);
            if (drop.constraint() instanceof PrimaryKey key) {
                formerKeys.put(drop.object(), Set.copyOf(key.columns()));
            }
        });
    }

    /** A table has one primary key, whatever its name; everything else is known by its name. */
    private static boolean replaces(DropConstraint drop, AddConstraint add) {
        return drop.constraint().getClass() == add.constraint().getClass()
                && (drop.constraint() instanceof PrimaryKey
                        || drop.constraint().name().equals(add.constraint().name()));
    }

    /**
     * A foreign key or check has to be away while the columns that it reads change or go, a foreign key also while the
     * key that it refers to does, and while references are led along with it; and a name that something else gets has to be
     * free before.
     */
    private static boolean isDisturbed(DropConstraint drop, List<Change> changes, RoomForNames names) {
        Constraint constraint = drop.constraint();
        if (constraint instanceof PrimaryKey key) {
            return names.isTakenByAnother(drop.object(), key);
        } else if (isIndexed(constraint)) {
            return false;
        }
        for (Change change : changes) {
            boolean ownTable = change.object().equals(drop.object());
            boolean columnChanges = change instanceof ColumnChange.AlterColumnType
                    || change instanceof ColumnChange.AlterColumnGeneration
                    || change instanceof ColumnChange.DropColumn;
            boolean keyGoes = change instanceof ConstraintChange.DropPrimaryKey
                    || change instanceof ConstraintChange.DropUniqueKey;
            boolean referenced =
                    constraint instanceof ForeignKey key && change.object().equals(key.referencedTable());
            boolean valuesChange = ownTable
                    && change instanceof RowChange.FollowKeys follow
                    && follow.key().equals(constraint);
            if (columnChanges && (ownTable || referenced) || keyGoes && referenced || valuesChange) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIndexed(Constraint constraint) {
        return constraint instanceof UniqueKey || constraint instanceof Index;
    }

    /** Whether the change is a drop that is carried out together with an addition. */
    boolean contains(Change drop) {
        return drops.contains(drop);
    }

    /** The steps that carry out an addition together with its drop; empty if it replaces nothing. */
    Optional<List<Step>> stepsOf(Change addition) {
        return Optional.ofNullable(steps.get(addition));
    }

    /** Whether a column can't take NULL before the primary key over it is replaced. */
    boolean waitsForKey(Change change) {
        boolean relaxes = change instanceof ColumnChange.RelaxColumn || change instanceof ColumnChange.DropNotNull;
        return relaxes
                && change.columnName()
                        .filter(name -> formerKeys
                                .getOrDefault(change.object(), Set.of())
                                .contains(name))
                        .isPresent();
    }
}
