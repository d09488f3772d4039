package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.TypeDefinition;
import java.util.Optional;

/** A value that the running version does not know; see {@code docs/codes/ACC-H209.md}. */
public final class NewConstant implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.NEW_CONSTANT;
    }

    @Override
    public boolean breaking() {
        return false;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        boolean widens = change instanceof ColumnChange.AlterColumnType alter
                        && alter.before().type() instanceof ColumnType.Enumeration from
                        && alter.after().type() instanceof ColumnType.Enumeration to
                        && !from.constants().containsAll(to.constants())
                || change instanceof TypeChange.AlterType type
                        && type.before() instanceof TypeDefinition.EnumType before
                        && type.after() instanceof TypeDefinition.EnumType after
                        && !before.values().containsAll(after.values())
                || change instanceof ColumnChange.AlterColumnChecks alter
                        && AllowedValues.narrows(alter.after(), alter.before());
        return widens
                ? Optional.of("the running version fails when it reads a constant that it does not know")
                : Optional.empty();
    }

    @Override
    public String advice() {
        return "write the new constant only when no old version runs any more";
    }
}
