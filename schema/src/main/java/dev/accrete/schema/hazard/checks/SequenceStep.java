package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import java.util.Optional;

/** A sequence that steps differently; see {@code docs/codes/ACC-H206.md}. */
public final class SequenceStep implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.SEQUENCE_STEP;
    }

    @Override
    public boolean breaking() {
        return true;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        if (!(change instanceof SequenceChange.AlterSequence alter)
                || alter.before().increment() == alter.after().increment()) {
            return Optional.empty();
        }
        return Math.abs(alter.after().increment()) > Math.abs(alter.before().increment())
                ? Optional.of("an instance of the running version that starts again finds another increment than its"
                        + " mapping says, and refuses to")
                : Optional.of("the running version takes more ids for each value than the sequence leaves, and ids"
                        + " collide");
    }

    @Override
    public String advice() {
        return "keep allocationSize, or stop the old version before this runs";
    }
}
