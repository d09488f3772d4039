package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.OtherSpelling;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import java.util.Optional;

/** A rename that the running version does not know; see {@code docs/codes/ACC-H201.md}. */
public final class RenamedObject implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.RENAMED_OBJECT;
    }

    @Override
    public boolean breaking() {
        return true;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        boolean rename = change instanceof TableChange.RenameTable
                || change instanceof ColumnChange.RenameColumn
                || change instanceof SequenceChange.RenameSequence;
        return rename && !OtherSpelling.isAll(change, context.dialect())
                ? Optional.of("the running version of the application looks for the old name")
                : Optional.empty();
    }

    @Override
    public String advice() {
        return "stop the old version before this runs, or keep the old name";
    }
}
