package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.diff.Change;
import dev.accrete.schema.diff.ColumnChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import java.util.Optional;

/** A change that writes every row anew; see {@code docs/codes/ACC-H101.md}. */
public final class TableRewrite implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.TABLE_REWRITE;
    }

    @Override
    public boolean breaking() {
        return false;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        if (change instanceof ColumnChange.AlterColumnType alter
                && context.dialect().rewrites(alter, context.before(), context.after())) {
            return Optional.of("the new type writes every row anew, and nobody reads or writes the table meanwhile");
        }
        if (change instanceof ColumnChange.AddColumn add && context.dialect().rewritesWhenAdded(add.after())) {
            return Optional.of("the new column writes every row anew, and nobody reads or writes the table meanwhile");
        }
        return Optional.empty();
    }

    @Override
    public String advice() {
        return "run it when the application stands still, or add a second column and move over in two releases";
    }
}
