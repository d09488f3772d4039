package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.Column;
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
                && rewrites(change, alter.before(), alter.after(), alter.using(), context)) {
            boolean retyped = !context.dialect()
                    .typeName(alter.before().type())
                    .equals(context.dialect().typeName(alter.after().type()));
            return retyped ? anew("type") : written("the replacement of its values");
        }
        if (change instanceof ColumnChange.AlterColumnCollation alter
                && rewrites(change, alter.before(), alter.after(), Optional.empty(), context)) {
            return anew("collation");
        }
        if (change instanceof ColumnChange.AlterColumnGeneration alter
                && rewrites(change, alter.before(), alter.after(), Optional.empty(), context)) {
            return anew("expression");
        }
        if (change instanceof TypeChange.AlterType alter
                && context.dialect().rewrites(alter, context.databaseBefore())) {
            return Optional.of(
                    "a label that goes or moves writes every row anew that has one, and nobody reads or writes"
                            + " their tables meanwhile");
        }
        if (change instanceof ColumnChange.AddColumn add && context.dialect().rewritesWhenAdded(add.after())) {
            return anew("column");
        }
        return Optional.empty();
    }

    private static boolean rewrites(
            Change change, Column before, Column after, Optional<String> using, HazardContext context) {
        return context.dialect()
                .rewrites(change.object(), before, after, using, context.databaseBefore(), context.databaseAfter());
    }

    private static Optional<String> anew(String what) {
        return written("the new " + what);
    }

    private static Optional<String> written(String what) {
        return Optional.of(what + " writes every row anew, and nobody reads or writes the table meanwhile");
    }

    @Override
    public String advice() {
        return "run it when the application stands still, or add a second column and move over in two releases";
    }
}
