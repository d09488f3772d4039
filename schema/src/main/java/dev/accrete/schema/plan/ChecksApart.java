package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes checks away while columns that they read get other types or values: of two that are compared one changes after the
 * other, and between the two neither database can compare them; one alone may leave casts in the check.
 */
final class ChecksApart {

    private final Dialect dialect;
    private final Map<QualifiedName, List<ColumnChange.AlterColumnType>> converted = new HashMap<>();

    private ChecksApart(List<Change> changes, Dialect dialect) {
        this.dialect = dialect;
        for (Change change : changes) {
            if (change instanceof ColumnChange.AlterColumnType alter && converts(alter)) {
                converted
                        .computeIfAbsent(alter.table(), table -> new ArrayList<>())
                        .add(alter);
            }
        }
    }

    /** The changes, with a drop and an addition for each check that is in the way and doesn't go by itself. */
    static List<Change> detoured(List<Change> changes, Dialect dialect, ChangeContext context) {
        ChecksApart checks = new ChecksApart(changes, dialect);
        List<Change> all = new ArrayList<>(changes);
        checks.converted.forEach((table, conversions) -> {
            for (CheckConstraint check : staying(table, context)) {
                if (checks.isDisturbed(check, conversions)
                        && !changes.contains(new ConstraintChange.DropCheck(table, check))) {
                    all.add(new ConstraintChange.DropCheck(table, check));
                    all.add(new ConstraintChange.AddCheck(table, check));
                }
            }
        });
        return all;
    }

    private static List<CheckConstraint> staying(QualifiedName table, ChangeContext context) {
        List<CheckConstraint> after =
                context.after().table(table).map(Table::checks).orElse(List.of());
        return context.before(table).map(Table::checks).orElse(List.of()).stream()
                .filter(after::contains)
                .toList();
    }

    private boolean isDisturbed(CheckConstraint check, List<ColumnChange.AlterColumnType> conversions) {
        List<ColumnChange.AlterColumnType> changing = conversions.stream()
                .filter(alter ->
                        SqlIdentifiers.names(check.condition(), alter.after().name()))
                .toList();
        return changing.size() > 1
                || changing.stream()
                        .anyMatch(alter -> !dialect.checkFollows(
                                alter.before().type(), alter.after().type()));
    }

    private boolean converts(ColumnChange.AlterColumnType alter) {
        return alter.using().isPresent()
                || !dialect.typeName(alter.before().type())
                        .equals(dialect.typeName(alter.after().type()));
    }
}
