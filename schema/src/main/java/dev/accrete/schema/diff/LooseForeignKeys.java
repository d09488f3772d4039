package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.Constraints;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Kept;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Drops foreign keys that are in the way: of a table or key that is dropped, and of rows that the application still deletes
 * while no class maps those that point to them any more.
 */
final class LooseForeignKeys {

    private final List<Table> removed;
    private final Kept kept;
    private final Collection<Change> changes;

    /**
     * Prepares the search.
     *
     * @param removed tables that leave the model
     * @param kept what is kept already
     * @param changes takes what is found
     */
    LooseForeignKeys(List<Table> removed, Kept kept, Collection<Change> changes) {
        this.removed = removed;
        this.kept = kept;
        this.changes = changes;
    }

    /** The tables that no class maps, now or since earlier. */
    Set<QualifiedName> unmapped() {
        Set<QualifiedName> unmapped = new HashSet<>();
        removed.forEach(table -> unmapped.add(table.name()));
        kept.tables().forEach(table -> unmapped.add(table.name()));
        return unmapped;
    }

    /**
     * Nobody reads or writes the rows of a table that leaves the model. A foreign key would keep the application from deleting
     * what they point to, or delete them along; between two such tables it does no harm until one is mapped again.
     *
     * @param dropped tables that are dropped, to which no foreign key may lead
     * @param revived tables that were kept and are mapped again
     * @param foreign whether a table belongs to somebody else, who may rely on its foreign keys
     */
    void releaseMappedRows(Set<QualifiedName> dropped, Set<QualifiedName> revived, Predicate<QualifiedName> foreign) {
        Set<QualifiedName> unmapped = unmapped();
        for (Table table : removed) {
            boolean ours = !foreign.test(table.name());
            drop(
                    table,
                    key -> dropped.contains(key.referencedTable())
                            || ours && !unmapped.contains(key.referencedTable()));
        }
        for (Table table : kept.tables()) {
            boolean ours = !foreign.test(table.name());
            drop(
                    table,
                    key -> dropped.contains(key.referencedTable()) || ours && revived.contains(key.referencedTable()));
        }
        kept.constraints().forEach(constraint -> {
            // Those of mapped tables are compared with the model's.
            if (unmapped.contains(constraint.table())
                    && constraint.constraint() instanceof ForeignKey key
                    && (dropped.contains(key.referencedTable()) || revived.contains(key.referencedTable()))) {
                changes.add(new ConstraintChange.DropForeignKey(constraint.table(), key));
            }
        });
    }

    /**
     * No database drops a key that a foreign key points to: those that no class maps any more go, others are added again.
     *
     * @param tables pairs of the tables that stay
     */
    void releaseDroppedKeys(List<Pairing.Pair<Table>> tables) {
        Set<ReferencedKey> droppedKeys = droppedKeys();
        if (droppedKeys.isEmpty()) {
            return;
        }
        Predicate<ForeignKey> loose = key -> droppedKeys.contains(ReferencedKey.of(key));
        removed.forEach(table -> drop(table, loose));
        kept.tables().forEach(table -> drop(table, loose));
        kept.constraints().forEach(constraint -> {
            if (constraint.constraint() instanceof ForeignKey key && loose.test(key)) {
                changes.add(new ConstraintChange.DropForeignKey(constraint.table(), key));
                if (changes.remove(new ConstraintChange.ReviveConstraint(constraint.table(), key))) {
                    tables.stream()
                            .map(Pairing.Pair::after)
                            .filter(table -> table.name().equals(constraint.table()))
                            .forEach(table -> addAgain(table, key));
                }
            }
        });
        tables.forEach(pair -> release(pair.before(), pair.after(), loose));
    }

    private void drop(Table table, Predicate<ForeignKey> loose) {
        table.foreignKeys().stream()
                .filter(loose)
                .forEach(key -> changes.add(new ConstraintChange.DropForeignKey(table.name(), key)));
    }

    private Set<ReferencedKey> droppedKeys() {
        Set<ReferencedKey> dropped = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof ConstraintChange.DropPrimaryKey drop) {
                dropped.add(new ReferencedKey(
                        drop.table(), Set.copyOf(drop.constraint().columns())));
            } else if (change instanceof ConstraintChange.DropUniqueKey drop) {
                dropped.add(new ReferencedKey(
                        drop.table(), Set.copyOf(drop.constraint().columns())));
            }
        }
        return dropped;
    }

    /** A foreign key that stays is dropped before the key that it points to, and added again after it. */
    private void release(Table from, Table to, Predicate<ForeignKey> loose) {
        for (ForeignKey key : from.foreignKeys()) {
            if (!loose.test(key)) {
                continue;
            }
            if (changes.remove(new ConstraintChange.RetireConstraint(to.name(), key))) {
                changes.add(new ConstraintChange.DropForeignKey(to.name(), key));
            } else {
                addAgain(to, key);
            }
        }
    }

    /** Drops a foreign key and adds the one that it is in the model, there under the same name or another one. */
    private void addAgain(Table table, ForeignKey old) {
        for (ForeignKey fresh : table.foreignKeys()) {
            boolean renamed = Constraints.named(fresh, old.name()).equals(old)
                    && changes.remove(new ConstraintChange.RenameConstraint(table.name(), old.name(), fresh));
            if (renamed || fresh.equals(old)) {
                changes.add(new ConstraintChange.DropForeignKey(table.name(), old));
                changes.add(new ConstraintChange.AddForeignKey(table.name(), fresh));
                return;
            }
        }
    }

    /** What a foreign key points to. */
    private record ReferencedKey(QualifiedName table, Set<Name> columns) {

        static ReferencedKey of(ForeignKey key) {
            return new ReferencedKey(key.referencedTable(), Set.copyOf(key.referencedColumns()));
        }
    }
}
