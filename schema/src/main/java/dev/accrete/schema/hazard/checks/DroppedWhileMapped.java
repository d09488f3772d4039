package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.change.ViewChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import java.util.Optional;

/** Something goes that the running version uses; see {@code docs/codes/ACC-H202.md}. */
public final class DroppedWhileMapped implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.DROPPED_WHILE_MAPPED;
    }

    @Override
    public boolean breaking() {
        return true;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        if (change instanceof ColumnChange.DropColumn drop
                && context.isMapped(drop.object(), drop.before().name())) {
            return Optional.of("the running version of the application still reads and writes the column");
        }
        if (change instanceof SequenceChange.DropSequence
                && context.before().sequence(change.object()).isPresent()) {
            return Optional.of("the running version of the application still takes ids from the sequence");
        }
        if (change instanceof ViewChange.DropView) {
            return Optional.of("the running version of the application still reads the view");
        }
        return change instanceof TableChange.DropTable
                        && context.before().table(change.object()).isPresent()
                ? Optional.of("the running version of the application still uses the table")
                : Optional.empty();
    }

    @Override
    public String advice() {
        return "stop mapping it in one release and drop it in the next";
    }
}
