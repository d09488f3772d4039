package dev.accrete.schema.diff;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds new columns that take NULL, but not in the rows of a class: what its attribute requires stands in a check of the
 * table of the hierarchy, which refuses the rows that exist.
 *
 * @implNote Source: the checks of a SINGLE_TABLE hierarchy as Hibernate words them, {@code dtype <> 'Car' or (doors is
 *     not null)}.
 */
final class RequiredOfClass {

    private static final Pattern CHECK = Pattern.compile("(?<others>.+?) or \\((?<required>.+ is not null)\\)");

    private RequiredOfClass() {}

    static void report(Schema before, Schema after, List<Change> changes, Decisions decisions) {
        for (Change change : changes) {
            if (change instanceof ConstraintChange.AddCheck add
                    && before.table(add.object()).isPresent()) {
                Matcher check = CHECK.matcher(add.constraint().condition());
                if (check.matches()) {
                    required(after.table(add.object()).orElseThrow(), check, changes, decisions);
                }
            }
        }
    }

    private static void required(Table table, Matcher check, List<Change> changes, Decisions decisions) {
        String rows = check.group("others").replace(" <> ", " = ").replace(" not in ", " in ");
        for (Change change : changes) {
            if (change instanceof ColumnChange.AddColumn add
                    && add.object().equals(table.name())
                    && add.backfill().isEmpty()
                    && isMissing(add.after())
                    && SqlIdentifiers.names(check.group("required"), add.after().name())) {
                decisions.noValueForRowsOfClass(table, add.after(), rows);
            }
        }
    }

    private static boolean isMissing(Column column) {
        return column.nullable()
                && column.defaultValue().isEmpty()
                && column.generatedAs().isEmpty();
    }
}
