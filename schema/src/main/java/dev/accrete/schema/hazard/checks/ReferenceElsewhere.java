package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that the running version writes refer to a table that it does not know, or to another than before, or are keys
 * that have been free: no row that it writes need have the row there that it refers to, or not yet, where those refer to it.
 */
public final class ReferenceElsewhere implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.REFERENCE_ELSEWHERE;
    }

    @Override
    public boolean breaking() {
        return true;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        return change instanceof ConstraintChange.AddForeignKey add
                ? context.before()
                        .table(add.object())
                        .filter(table -> add.constraint().columns().stream()
                                .allMatch(column -> table.column(column).isPresent()))
                        .flatMap(table -> elsewhere(table, add.constraint(), context.before()))
                : Optional.empty();
    }

    private static Optional<String> elsewhere(Table table, ForeignKey key, Schema before) {
        QualifiedName target = key.referencedTable();
        Optional<QualifiedName> former = of(table, key.columns());
        if (before.table(target).isEmpty()) {
            return Optional.of("the running version fails when it writes references to rows of " + target
                    + ", which it does not know");
        } else if (former.isPresent()) {
            return rowsAreIn(former.get(), target, before)
                    ? Optional.empty()
                    : Optional.of("the running version fails when it writes references, which are to rows of "
                            + former.get() + ", not of " + target);
        }
        boolean ownKey = table.primaryKey()
                .filter(own -> own.columns().equals(key.columns()))
                .isPresent();
        if (ownKey) {
            return Optional.of(
                    "the running version fails when it writes rows, for it writes none of the same key to " + target);
        }
        return !target.equals(table.name()) && leadsTo(target, table.name(), before, new HashSet<>())
                ? Optional.of(
                        "the running version fails when it writes new rows that refer to each other, for it writes"
                                + " those of " + target + ", which refer to " + table.name() + ", last")
                : Optional.empty();
    }

    /** Whether the running version writes rows of one table after those of another, to which they refer. */
    private static boolean leadsTo(QualifiedName from, QualifiedName other, Schema before, Set<QualifiedName> seen) {
        return before.table(from).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .map(ForeignKey::referencedTable)
                .filter(seen::add)
                .anyMatch(next -> next.equals(other) || leadsTo(next, other, before, seen));
    }

    private static Optional<QualifiedName> of(Table table, List<Name> columns) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().equals(columns))
                .map(ForeignKey::referencedTable)
                .findFirst();
    }

    /** Whether each row of a table has one in the other, as that of a subclass has in the table of its superclass. */
    private static boolean rowsAreIn(QualifiedName table, QualifiedName other, Schema before) {
        Set<QualifiedName> seen = new HashSet<>();
        Optional<QualifiedName> next = Optional.of(table);
        while (next.isPresent() && !next.get().equals(other) && seen.add(next.get())) {
            next = before.table(next.get()).flatMap(each -> each.primaryKey().flatMap(key -> of(each, key.columns())));
        }
        return next.filter(other::equals).isPresent();
    }

    @Override
    public String advice() {
        return "stop the old version before this runs, or add the foreign key one release later";
    }
}
