package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.ReferentialAction;
import dev.accrete.schema.model.Table;
import java.util.Optional;

/** A foreign key that acts for the running version; see {@code docs/codes/ACC-H212.md}. */
public final class DroppedAction implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.DROPPED_ACTION;
    }

    @Override
    public boolean breaking() {
        return true;
    }

    /** One that makes way for another with the same actions is missing for an instant alone. */
    @Override
    public Optional<String> check(Change change, HazardContext context) {
        if (!(change instanceof ConstraintChange.DropForeignKey drop) || !acts(drop.constraint())) {
            return Optional.empty();
        }
        ForeignKey gone = drop.constraint();
        boolean comesAgain = context.after().table(drop.object()).map(Table::foreignKeys).stream()
                .flatMap(keys -> keys.stream())
                .anyMatch(key -> key.columns().equals(gone.columns())
                        && key.referencedTable().equals(gone.referencedTable())
                        && key.onDelete() == gone.onDelete()
                        && key.onUpdate() == gone.onUpdate());
        return comesAgain
                ? Optional.empty()
                : Optional.of("the running version leaves it to " + gone.name()
                        + " what becomes of these rows when rows of " + gone.referencedTable()
                        + " are deleted or get another key, which nobody does any more");
    }

    private static boolean acts(ForeignKey key) {
        return acts(key.onDelete()) || acts(key.onUpdate());
    }

    private static boolean acts(ReferentialAction action) {
        return action != ReferentialAction.NO_ACTION && action != ReferentialAction.RESTRICT;
    }

    @Override
    public String advice() {
        return "stop the old version before this runs, or release one that deletes no such rows first";
    }
}
