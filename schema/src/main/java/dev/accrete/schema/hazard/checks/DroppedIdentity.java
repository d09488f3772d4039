package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import java.util.Optional;

/** Rows that are no longer numbered; see {@code docs/codes/ACC-H207.md}. */
public final class DroppedIdentity implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.DROPPED_IDENTITY;
    }

    @Override
    public boolean breaking() {
        return true;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        return change instanceof ColumnChange.AlterColumnIdentity alter
                        && alter.before().identity()
                        && !alter.after().identity()
                ? Optional.of("inserts of the running version leave the column to the database and fail")
                : Optional.empty();
    }

    @Override
    public String advice() {
        return "stop the old version before this runs, or keep the identity";
    }
}
