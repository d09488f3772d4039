package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.diff.Change;
import dev.accrete.schema.diff.ConstraintChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import java.util.Optional;

/**
 * Columns that the running version writes refer to a table that it does not know: no row that it writes has the row there
 * that it needs.
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
                        && context.before()
                                .table(add.constraint().referencedTable())
                                .isEmpty()
                        && add.constraint().columns().stream()
                                .allMatch(column -> context.isMapped(add.object(), column))
                ? Optional.of("the running version fails when it writes references to rows of "
                        + add.constraint().referencedTable() + ", which it does not know")
                : Optional.empty();
    }

    @Override
    public String advice() {
        return "stop the old version before this runs, or add the foreign key one release later";
    }
}
