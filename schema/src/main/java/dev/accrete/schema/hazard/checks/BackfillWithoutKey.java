package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.Table;
import java.util.Optional;

/** Rows are filled in all at once; see {@code docs/codes/ACC-H501.md}. */
public final class BackfillWithoutKey implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.BACKFILL_WITHOUT_KEY;
    }

    @Override
    public boolean breaking() {
        return false;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        boolean fills =
                change instanceof ColumnChange.AddColumn add && add.backfill().isPresent()
                        || change instanceof ColumnChange.SetNotNull set
                                && set.backfill().isPresent()
                        || change instanceof RowChange.FillColumn;
        // Only what is there before can tell rows apart.
        Optional<Table> before = context.before().table(change.object());
        boolean keyed = before.map(found -> found.primaryKey().isPresent()).orElse(true);
        if (change instanceof RowChange.NumberRows numbers) {
            return before.filter(found -> found.primaryKey().isPresent() && found.isSearchedBy(numbers.owner()))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            "one statement numbers all rows: it takes a primary key to go along, and an index that"
                                    + " starts with " + numbers.owner());
        }
        return fills && !keyed
                ? Optional.of("the table has no primary key to go along, so one statement fills in all rows")
                : Optional.empty();
    }

    @Override
    public String advice() {
        return "fill in the rows before the migration, or give the table a primary key";
    }
}
