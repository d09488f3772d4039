package dev.accrete.schema.plan;

import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.RowCheck;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What rows of a class in its hierarchy's table get when an undo script brings back the check that requires values of them:
 * the column comes back empty, or rows have come without a value since.
 */
final class RequiredOfRows {

    private RequiredOfRows() {}

    /**
     * The values that are missing.
     *
     * @param context of the way forward
     * @param conversions what becomes of a discriminator's values on the way back
     * @return one change for each column; none for a check of another kind
     */
    static List<RowChange.FillColumn> of(
            QualifiedName name,
            CheckConstraint check,
            ChangeContext context,
            MissingValue missing,
            Function<Name, Optional<String>> conversions) {
        Optional<RowCheck> required = RowCheck.parse(check);
        Optional<Table> restored = context.before(name);
        Optional<Table> now = context.after().table(name);
        if (required.isEmpty() || restored.isEmpty() || now.isEmpty()) {
            return List.of();
        }
        return required.get().columns().stream()
                .filter(column -> RowCheck.requiring(column, now.get(), restored.get(), conversions)
                        .contains(required.get()))
                .flatMap(column -> fill(restored.get(), column, required.get(), missing).stream())
                .toList();
    }

    private static Optional<RowChange.FillColumn> fill(Table table, Name name, RowCheck check, MissingValue missing) {
        return table.column(name)
                .flatMap(column -> missing.ofEmpty(table.name(), column.withNullable(false)))
                .map(value -> new RowChange.FillColumn(
                        table.name(), name, "case when " + check.rows() + " then " + value + " end"));
    }
}
