package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.diff.Change;
import dev.accrete.schema.diff.ColumnChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.Column;
import java.util.Optional;

/** A column that inserts of the running version leave empty; see {@code docs/codes/ACC-H203.md}. */
public final class NewRequiredColumn implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.NEW_REQUIRED_COLUMN;
    }

    @Override
    public boolean breaking() {
        return true;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        if (change instanceof ColumnChange.AddColumn add && isRequired(add.after())) {
            return Optional.of("inserts of the running version leave the new column out and fail");
        }
        return change instanceof ColumnChange.SetNotNull
                ? Optional.of("writes of the running version that leave the column empty fail")
                : Optional.empty();
    }

    @Override
    public String advice() {
        return "give the column a default in the database, or make it required one release later";
    }

    private static boolean isRequired(Column column) {
        return !column.nullable()
                && column.defaultValue().isEmpty()
                && !column.identity()
                && column.generatedAs().isEmpty();
    }
}
