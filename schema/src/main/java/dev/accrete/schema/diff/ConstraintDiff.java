package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.Constraints;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.offer.RequiredValue;
import dev.accrete.schema.snapshot.Kept.KeptConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the constraints and indexes of a table that is in both schemas. What is equal but for its name is renamed;
 * what is over a kept column stays with it.
 */
final class ConstraintDiff {

    private static final Name ANY_NAME = Name.of("any");

    private final QualifiedName table;
    private final ColumnDiff columns;
    private final ConstraintNames names;
    private final Set<QualifiedName> retiredTables;
    private final Decisions decisions;
    private final List<Change> changes = new ArrayList<>();

    private ConstraintDiff(
            QualifiedName table,
            ColumnDiff columns,
            ConstraintNames names,
            Set<QualifiedName> retiredTables,
            Decisions decisions) {
        this.table = table;
        this.columns = columns;
        this.names = names;
        this.retiredTables = retiredTables;
        this.decisions = decisions;
    }

    /** The names of all constraints and indexes before and after; in both databases they share one space per schema. */
    record ConstraintNames(Set<Name> before, Set<Name> after) {}

    static List<Change> between(
            Table before,
            Table after,
            List<KeptConstraint> kept,
            ColumnDiff columns,
            ConstraintNames names,
            Set<QualifiedName> retiredTables,
            Decisions decisions) {
        ConstraintDiff diff = new ConstraintDiff(after.name(), columns, names, retiredTables, decisions);
        diff.run(
                Constraints.of(before),
                kept.stream().map(KeptConstraint::constraint).toList(),
                Constraints.of(after));
        return diff.changes;
    }

    private void run(List<Constraint> before, List<Constraint> keptBefore, List<Constraint> after) {
        List<Constraint> mapped = new ArrayList<>(before);
        List<Constraint> kept = new ArrayList<>(keptBefore);
        List<Constraint> missing = new ArrayList<>();
        for (Constraint constraint : after) {
            if (mapped.remove(constraint)) {
                continue;
            } else if (kept.remove(constraint)) {
                changes.add(new ConstraintChange.ReviveConstraint(table, constraint));
            } else {
                missing.add(constraint);
            }
        }
        for (Iterator<Constraint> rest = missing.iterator(); rest.hasNext(); ) {
            Constraint constraint = rest.next();
            Optional<Constraint> sameButName = takeSameButName(constraint, mapped);
            if (sameButName.isEmpty()) {
                sameButName = takeSameButName(constraint, kept);
                sameButName.ifPresent(old -> changes.add(new ConstraintChange.ReviveConstraint(table, old)));
            }
            if (sameButName.isPresent()) {
                changes.add(Constraints.rename(table, sameButName.get().name(), constraint));
                rest.remove();
            }
        }
        for (Constraint gone : mapped) {
            if (stays(gone)) {
                changes.add(new ConstraintChange.RetireConstraint(table, gone));
                reportWeakened(gone);
            } else {
                changes.add(Constraints.drop(table, gone));
            }
        }
        for (Constraint gone : kept) {
            if (!stays(gone)) {
                changes.add(Constraints.drop(table, gone));
            }
        }
        missing.forEach(constraint -> changes.add(Constraints.add(table, constraint)));
    }

    /** None if the new name is in use before, even by something that goes: then dropping and adding is simpler. */
    private Optional<Constraint> takeSameButName(Constraint constraint, Collection<Constraint> candidates) {
        if (names.before().contains(constraint.name())) {
            return Optional.empty();
        }
        Constraint definition = Constraints.named(constraint, ANY_NAME);
        Optional<Constraint> found = candidates.stream()
                .filter(candidate -> Constraints.named(candidate, ANY_NAME).equals(definition))
                .findFirst();
        found.ifPresent(candidates::remove);
        return found;
    }

    /**
     * A primary key can't stay, since a table has only one; a check can't, since it may forbid what is written now, nor can a
     * unique key in which rows that are written now would all be the same; a foreign key can't, since the rows that it
     * points to would be held by values that nobody sees, nor can one of which a mapped column gets other values, which mean no
     * row together with kept ones; an index over what becomes a large object can't, since H2 takes none, and that of
     * PostgreSQL would find objects by their numbers.
     */
    private boolean stays(Constraint constraint) {
        List<Name> over = Constraints.columns(constraint);
        return !(constraint instanceof PrimaryKey)
                && !(constraint instanceof CheckConstraint)
                && over.stream().anyMatch(columns.kept()::contains)
                && over.stream().noneMatch(columns.dropped()::contains)
                && over.stream().noneMatch(this::becomesLarge)
                && !(constraint instanceof ForeignKey && over.stream().anyMatch(this::becomesAnother))
                && !names.after().contains(constraint.name())
                && !(isUnique(constraint) && meetsItself(over))
                && Constraints.referencedTable(constraint)
                        .filter(target -> !retiredTables.contains(target))
                        .isEmpty();
    }

    private boolean becomesLarge(Name column) {
        return columns.changes().stream()
                .anyMatch(change -> change instanceof ColumnChange.AlterColumnType alter
                        && alter.after().name().equals(column)
                        && Conversions.isLarge(alter.after().type())
                        && !Conversions.isLarge(alter.before().type()));
    }

    /** Whether the values of a mapped column become others, which mean no row together with those of a kept one. */
    private boolean becomesAnother(Name column) {
        return columns.changes().stream()
                .anyMatch(change -> change instanceof ColumnChange.AlterColumnType alter
                        && alter.after().name().equals(column)
                        && (alter.using().isPresent()
                                || !RequiredValue.keepsKeys(
                                        alter.before().type(), alter.after().type())));
    }

    private static boolean isUnique(Constraint constraint) {
        return constraint instanceof UniqueKey || constraint instanceof Index index && index.unique();
    }

    /** Where one column stays NULL in rows that are written now, they differ. */
    private boolean meetsItself(List<Name> over) {
        return over.stream().filter(columns.kept()::contains).allMatch(columns.filled()::contains);
    }

    private void reportWeakened(Constraint constraint) {
        List<Name> gone = Constraints.columns(constraint).stream()
                .filter(columns.kept()::contains)
                .toList();
        if (constraint instanceof UniqueKey key && gone.size() < key.columns().size()) {
            decisions.retirements().uniqueKeyWeakened(table, key, gone);
        }
    }
}
