package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import java.util.Optional;

/** Rows that come too late to be taken over; see {@code docs/codes/ACC-H213.md}. */
public final class MovedRowsMissed implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.MOVED_ROWS_MISSED;
    }

    @Override
    public boolean breaking() {
        return true;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        return change instanceof RowChange.FillTable
                ? Optional.of(
                        "rows that the running version writes from now on where they have been until now are not taken"
                                + " over")
                : Optional.empty();
    }

    @Override
    public String advice() {
        return "stop the old version before this runs, or take over later what it wrote since";
    }
}
