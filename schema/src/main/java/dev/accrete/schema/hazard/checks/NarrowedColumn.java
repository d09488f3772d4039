package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.dialect.Narrowing;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.TypeDefinition;
import java.util.Optional;

/** A type that holds less than before; see {@code docs/codes/ACC-H204.md}. */
public final class NarrowedColumn implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.NARROWED_COLUMN;
    }

    @Override
    public boolean breaking() {
        return true;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        boolean type = change instanceof ColumnChange.AlterColumnType alter
                && Narrowing.narrows(alter.before().type(), alter.after().type());
        // The discriminator of a class that leaves its hierarchy, above all.
        boolean values = change instanceof ColumnChange.AlterColumnChecks alter
                && (AllowedValues.narrows(alter.before(), alter.after()) || listsAnew(alter));
        boolean labels = change instanceof TypeChange.AlterType alter
                && alter.before() instanceof TypeDefinition.EnumType before
                && alter.after() instanceof TypeDefinition.EnumType after
                && !after.values().containsAll(before.values());
        return type || values || labels
                ? Optional.of("the running version of the application may write values that no longer fit")
                : Optional.empty();
    }

    /** Whether a column that took any value lists them from then on. */
    private static boolean listsAnew(ColumnChange.AlterColumnChecks alter) {
        return alter.before().type().equals(alter.after().type())
                && AllowedValues.listed(alter.before()).isEmpty()
                && !AllowedValues.listed(alter.after()).isEmpty();
    }

    @Override
    public String advice() {
        return "stop the old version before this runs, or check the values first and narrow one release later";
    }
}
