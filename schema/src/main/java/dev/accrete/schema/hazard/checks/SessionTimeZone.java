package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.ColumnType;
import java.util.Optional;

/** Times that depend on who migrates; see {@code docs/codes/ACC-H211.md}. */
public final class SessionTimeZone implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.SESSION_TIME_ZONE;
    }

    @Override
    public boolean breaking() {
        return false;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        return change instanceof ColumnChange.AlterColumnType alter
                        && alter.using().isEmpty()
                        && alter.before().type() instanceof ColumnType.Timed from
                        && alter.after().type() instanceof ColumnType.Timed to
                        && hasZone(from) != hasZone(to)
                ? Optional.of("the time zone of the session that migrates decides what the values mean")
                : Optional.empty();
    }

    private static boolean hasZone(ColumnType.Timed type) {
        return type.kind() == ColumnType.Timed.Kind.TIMESTAMP_WITH_TIMEZONE
                || type.kind() == ColumnType.Timed.Kind.TIME_WITH_TIMEZONE;
    }

    @Override
    public String advice() {
        return "state the zone, as in @Using(\"joined at time zone 'UTC'\")";
    }
}
