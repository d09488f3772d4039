package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import java.util.Optional;

/** Prepared statements that fail once; see {@code docs/codes/ACC-H210.md}. */
public final class CachedPlan implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.CACHED_PLAN;
    }

    @Override
    public boolean breaking() {
        return false;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        return change instanceof ColumnChange.AlterColumnType alter
                        && context.dialect().name().equals("postgresql")
                        && !context.dialect()
                                .typeName(alter.before().type())
                                .equals(context.dialect().typeName(alter.after().type()))
                ? Optional.of("a transaction that reads the column with a prepared statement fails once on each pooled"
                        + " connection (0A000, cached plan must not change result type)")
                : Optional.empty();
    }

    @Override
    public String advice() {
        return "retry such transactions, or renew the connections of the pool after this runs";
    }
}
