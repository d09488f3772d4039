package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.RepeatedDefault;
import dev.accrete.schema.offer.RowCheck;
import java.util.Optional;
import java.util.stream.Collectors;

/** A column that inserts of the running version leave empty; see {@code docs/codes/ACC-H203.md}. */
public final class NewRequiredColumn implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.NEW_REQUIRED_COLUMN;
    }

    @Override
    public boolean breaking() {
        return true;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        if (change instanceof ColumnChange.AddColumn add && isRequired(add.after())) {
            return Optional.of("inserts of the running version leave the new column out and fail");
        }
        if (change instanceof ColumnChange.AddColumn add && repeatsDefault(add, context)) {
            return Optional.of(
                    "inserts of the running version leave the new column to its default, which is to be unique, and"
                            + " the second one fails");
        }
        if (change instanceof ConstraintChange.AddCheck add) {
            return ofClass(add, context);
        }
        return change instanceof ColumnChange.SetNotNull
                ? Optional.of("writes of the running version that leave the column empty fail")
                : Optional.empty();
    }

    private static boolean repeatsDefault(ColumnChange.AddColumn add, HazardContext context) {
        Optional<Table> before = context.before().table(add.object());
        Optional<Table> after = context.after().table(add.object());
        return before.isPresent() && after.isPresent() && RepeatedDefault.of(add.after(), before.get(), after.get());
    }

    /** What rows of one class of a hierarchy need. */
    private static Optional<String> ofClass(ConstraintChange.AddCheck add, HazardContext context) {
        Optional<Table> before = context.before().table(add.object());
        Optional<Table> after = context.after().table(add.object());
        return RowCheck.parse(add.constraint())
                .filter(check -> before.isPresent() && after.isPresent())
                .map(check -> check.columnsFromNowOn(before.get(), after.get()))
                .filter(columns -> !columns.isEmpty())
                .map(columns -> "rows that the running version writes without "
                        + columns.stream().map(Name::toString).collect(Collectors.joining(", ")) + " fail");
    }

    @Override
    public String advice() {
        return "give the column a default in the database, or make it required one release later";
    }

    private static boolean isRequired(Column column) {
        return !column.nullable()
                && column.defaultValue().isEmpty()
                && !column.identity()
                && column.generatedAs().isEmpty();
    }
}
