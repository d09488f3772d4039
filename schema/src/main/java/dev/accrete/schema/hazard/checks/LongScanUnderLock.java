package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import java.util.Optional;

/** A change that reads every row under a strong lock; see {@code docs/codes/ACC-H102.md}. */
public final class LongScanUnderLock implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.LONG_SCAN_UNDER_LOCK;
    }

    @Override
    public boolean breaking() {
        return false;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        return change instanceof ColumnChange.AlterColumnType alter
                        && context.dialect()
                                .scans(alter.object(), alter.before(), alter.after(), context.databaseBefore())
                ? Optional.of(
                        "an index whose expression or condition names the column is built anew with the new type, and"
                                + " nobody reads or writes the table meanwhile")
                : Optional.empty();
    }

    @Override
    public String advice() {
        return "drop the index in one release and add it again after this one, or run this when the application stands"
                + " still";
    }
}
