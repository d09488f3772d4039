package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import java.util.Optional;

/** Data goes; see {@code docs/codes/ACC-H301.md}. */
public final class DataLoss implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.DATA_LOSS;
    }

    @Override
    public boolean breaking() {
        return false;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        if (change instanceof ColumnChange.AlterColumnGeneration alter
                && alter.before().generatedAs().isEmpty()) {
            return Optional.of("the values that were written into it are gone for good");
        }
        return change instanceof ColumnChange.DropColumn || change instanceof TableChange.DropTable
                ? Optional.of("its data is gone for good")
                : Optional.empty();
    }

    @Override
    public String advice() {
        return "make a backup first";
    }
}
