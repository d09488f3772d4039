package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.AllowedValues;
import java.util.Optional;

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
        if (change instanceof ConstraintChange.AddUniqueKey
                || change instanceof ConstraintChange.AddIndex add
                        && add.constraint().unique()) {
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

    @Override
    public String advice() {
        return "look for such rows before the migration runs";
    }
}
