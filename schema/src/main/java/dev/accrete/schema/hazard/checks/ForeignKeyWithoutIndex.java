package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.Table;
import java.util.List;
import java.util.Optional;

/** A foreign key without an index; see {@code docs/codes/ACC-H401.md}. */
public final class ForeignKeyWithoutIndex implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.FOREIGN_KEY_WITHOUT_INDEX;
    }

    @Override
    public boolean breaking() {
        return false;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        if (!(change instanceof ConstraintChange.AddForeignKey add)
                || !context.dialect().name().equals("postgresql")) {
            // H2 makes an index for each foreign key by itself.
            return Optional.empty();
        }
        Table table = context.after().table(add.object()).orElse(Table.of(add.object(), List.of()));
        return table.isSearchedBy(add.constraint().columns())
                ? Optional.empty()
                : Optional.of("no index starts with " + add.constraint().columns()
                        + ", so each delete of a referenced row reads the whole table");
    }

    @Override
    public String advice() {
        return "add an @Index over the columns of the foreign key";
    }
}
