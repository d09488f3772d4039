package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes foreign keys away while a key that they refer to is replaced, a column of theirs gets another type or, on H2, an
 * index goes that they search through, which databases refuse otherwise.
 */
final class ForeignKeysApart {

    private final Dialect dialect;
    private final Set<Change> dropped = new HashSet<>();
    /** Changes that a foreign key of or to a table may be in the way of, by that table. */
    private final Map<QualifiedName, List<Change>> ofKeys = new HashMap<>();

    private ForeignKeysApart(List<Change> changes, Dialect dialect) {
        this.dialect = dialect;
        for (Change change : changes) {
            if (change instanceof ConstraintChange.DropForeignKey) {
                dropped.add(change);
            } else if (comes(change)
                    || change instanceof ConstraintChange.DropPrimaryKey
                    || change instanceof ConstraintChange.DropUniqueKey
                    || change instanceof ConstraintChange.DropIndex
                    || change instanceof ColumnChange.AlterColumnType) {
                ofKeys.computeIfAbsent(change.object(), table -> new ArrayList<>())
                        .add(change);
            }
        }
    }

    /** What the changes of a migration mean for foreign keys. */
    static ForeignKeysApart in(List<Change> changes, Dialect dialect) {
        return new ForeignKeysApart(changes, dialect);
    }

    /**
     * The changes, with a drop and an addition for each foreign key that is in the way and doesn't go by itself; one that
     * would get another name, such as that of a table with another name, gets it as it comes again.
     */
    List<Change> detoured(List<Change> changes, ChangeContext context) {
        List<Change> all = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof ConstraintChange.RenameConstraint rename
                    && rename.constraint() instanceof ForeignKey key
                    && disturbed(rename.table(), key)) {
                all.add(new ConstraintChange.DropForeignKey(rename.table(), key.withName(rename.before())));
                all.add(new ConstraintChange.AddForeignKey(rename.table(), key));
            } else {
                all.add(change);
            }
        }
        if (ofKeys.isEmpty()) {
            return all;
        }
        for (Table table : context.after().tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (disturbed(table.name(), key) && stays(table.name(), key, context)) {
                    all.add(new ConstraintChange.DropForeignKey(table.name(), key));
                    all.add(new ConstraintChange.AddForeignKey(table.name(), key));
                }
            }
        }
        return all;
    }

    private boolean stays(QualifiedName table, ForeignKey key, ChangeContext context) {
        return context.before(table)
                        .map(before -> before.foreignKeys().contains(key))
                        .orElse(false)
                && !dropped.contains(new ConstraintChange.DropForeignKey(table, key));
    }

    /**
     * Whether a foreign key of a table that comes or goes has to come later or go earlier than its table, because the key
     * that it refers to comes, goes or changes too.
     */
    boolean isApart(QualifiedName table, ForeignKey key) {
        Set<Name> referenced = Set.copyOf(key.referencedColumns());
        return ofKeys.getOrDefault(key.referencedTable(), List.of()).stream()
                        .anyMatch(change -> coming(change).equals(referenced))
                || disturbed(table, key);
    }

    /** The columns of a key that comes; none for another change. */
    private static Set<Name> coming(Change change) {
        if (change instanceof ConstraintChange.AddPrimaryKey add) {
            return Set.copyOf(add.constraint().columns());
        }
        return change instanceof ConstraintChange.AddUniqueKey add
                ? Set.copyOf(add.constraint().columns())
                : Set.of();
    }

    private static boolean comes(Change change) {
        return change instanceof ConstraintChange.AddPrimaryKey || change instanceof ConstraintChange.AddUniqueKey;
    }

    private boolean disturbed(QualifiedName table, ForeignKey key) {
        return ofKeys.getOrDefault(key.referencedTable(), List.of()).stream()
                        .anyMatch(change -> disturbs(change, key.referencedColumns()))
                || ofKeys.getOrDefault(table, List.of()).stream()
                        .anyMatch(change ->
                                change instanceof ColumnChange.AlterColumnType alter && retypes(alter, key.columns())
                                        || change instanceof ConstraintChange.DropIndex drop
                                                && dialect.searchesThrough(key, columns(drop.constraint()))
                                        // The index of a primary key would stay, and its columns go on taking no NULL.
                                        || change instanceof ConstraintChange.DropPrimaryKey drop
                                                && dialect.searchesThrough(
                                                        key, drop.constraint().columns()));
    }

    /** Those that an index begins with. */
    private static List<Name> columns(Index index) {
        return index.parts().stream()
                .map(Index.Part::column)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .toList();
    }

    private boolean disturbs(Change change, List<Name> referenced) {
        if (change instanceof ConstraintChange.DropPrimaryKey drop) {
            return drop.constraint().columns().containsAll(referenced);
        }
        if (change instanceof ConstraintChange.DropUniqueKey drop) {
            return drop.constraint().columns().containsAll(referenced);
        }
        return change instanceof ColumnChange.AlterColumnType alter && retypes(alter, referenced);
    }

    private boolean retypes(ColumnChange.AlterColumnType alter, List<Name> columns) {
        return columns.contains(alter.after().name())
                && !dialect.typeName(alter.before().type())
                        .equals(dialect.typeName(alter.after().type()));
    }
}
