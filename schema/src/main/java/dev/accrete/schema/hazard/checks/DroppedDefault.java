package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import java.util.Optional;

/** A default that inserts may rely on; see {@code docs/codes/ACC-H208.md}. */
public final class DroppedDefault implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.DROPPED_DEFAULT;
    }

    @Override
    public boolean breaking() {
        return false;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        return change instanceof ColumnChange.AlterColumnDefault alter
                        && alter.after().defaultValue().isEmpty()
                        && !alter.after().nullable()
                        && alter.after().generatedAs().isEmpty()
                        && !alter.after().identity()
                ? Optional.of("inserts that leave the column out fail from now on")
                : Optional.empty();
    }

    @Override
    public String advice() {
        return "keep the default until no running version leaves the column out";
    }
}
