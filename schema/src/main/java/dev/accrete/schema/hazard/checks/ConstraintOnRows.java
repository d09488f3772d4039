package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A constraint that rows may not fulfil; see {@code docs/codes/ACC-H205.md}. */
public final class ConstraintOnRows implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.CONSTRAINT_ON_ROWS;
    }

    @Override
    public boolean breaking() {
        return false;
    }

    /** An index that is unique is a constraint too. */
    @Override
    public Optional<String> check(Change change, HazardContext context) {
        if (uniqueColumns(change)
                .filter(columns -> tells(change, columns, context))
                .isPresent()) {
            return Optional.of("the migration stops at duplicates, and a running version that writes some fails");
        } else if (change instanceof ConstraintChange.AddCheck
                || change instanceof ColumnChange.AlterColumnChecks alter
                        && !alter.after().checks().isEmpty()
                        && AllowedValues.listed(alter.after()).isEmpty()) {
            return Optional.of("the migration stops at rows that do not fulfil the check, and a running version that"
                    + " writes some fails");
        }
        // A foreign key over a column that is new has nothing to refuse, nor has one that only makes way for a while.
        return change instanceof ConstraintChange.AddForeignKey add
                        && context.before().table(add.object()).stream()
                                .noneMatch(table -> table.foreignKeys().contains(add.constraint()))
                        && add.constraint().columns().stream()
                                .allMatch(column -> context.isMapped(add.object(), column))
                ? Optional.of("the migration stops at references to rows that are not there, and a running version that"
                        + " writes some fails")
                : Optional.empty();
    }

    /** Those of a unique constraint or index that comes; an expression is none. */
    private static Optional<List<Name>> uniqueColumns(Change change) {
        if (change instanceof ConstraintChange.AddUniqueKey add) {
            return Optional.of(add.constraint().columns());
        }
        return change instanceof ConstraintChange.AddIndex add
                        && add.constraint().unique()
                ? Optional.of(add.constraint().parts().stream()
                        .flatMap(part -> part.column().stream())
                        .toList())
                : Optional.empty();
    }

    /**
     * Whether there may be duplicates: rows without a value in one of the columns are none, and a key that is there already,
     * over values that stay, lets nobody write some.
     */
    private static boolean tells(Change change, List<Name> columns, HazardContext context) {
        boolean apart = context.before().table(change.object()).stream()
                .flatMap(table -> Stream.concat(
                        table.primaryKey().stream().map(PrimaryKey::columns),
                        table.uniqueKeys().stream().map(UniqueKey::columns)))
                .anyMatch(key -> columns.containsAll(key)
                        && key.stream().allMatch(column -> context.values().stay(change.object(), column)));
        return !apart && columns.stream().noneMatch(column -> context.values().areNone(change.object(), column));
    }

    @Override
    public String advice() {
        return "look for such rows before the migration runs";
    }
}
