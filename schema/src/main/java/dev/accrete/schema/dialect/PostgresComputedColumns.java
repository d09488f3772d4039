package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.PostgresOnline.instant;
import static dev.accrete.schema.dialect.PostgresStatements.alterTable;
import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.dialect.TableLock.Length;
import dev.accrete.schema.dialect.TableLock.Strength;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.naming.ConstraintNames;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How PostgreSQL makes a column a computed one and the reverse; before version 18 such a column may be in a key or an index. */
final class PostgresComputedColumns {

    private final ChangeContext context;

    PostgresComputedColumns(ChangeContext context) {
        this.context = context;
    }

    /** A computed column has no data of its own. */
    List<Step> compute(ColumnAlteration change) {
        refuseInKeys(change);
        QualifiedName table = change.object();
        Column after = change.after();
        Optional<CheckConstraint> check = PostgresStatements.check(table, after);
        List<String> actions = new ArrayList<>();
        actions.add(PostgresStatements.dropColumn(change.before().name()));
        actions.add(PostgresStatements.addColumn(after));
        check.ifPresent(constraint -> actions.add(PostgresStatements.addNotValid(constraint)));
        List<String> statements = new ArrayList<>();
        statements.add(alterTable(table, actions.toArray(String[]::new)));
        after.comment()
                .ifPresent(text ->
                        statements.add(PostgresStatements.commentOnColumn(table, after.name(), Optional.of(text))));
        List<Step> steps = new ArrayList<>();
        steps.add(PostgresOnline.locked(
                table + "." + after.name() + ": replace column",
                Strength.ACCESS_EXCLUSIVE,
                Length.REWRITE,
                List.of(table),
                statements));
        check.ifPresent(constraint -> steps.add(PostgresOnline.validate(table, constraint.name())));
        return steps;
    }

    /** What is left of a computed column once it is computed no more; the same type has its new nullability and default, too. */
    static Column plain(ColumnAlteration change) {
        Column before = change.before();
        Column after = change.after();
        boolean keepsType = keepsType(before, after);
        return before.withGeneratedAs(Optional.empty())
                .withComment(Optional.empty())
                .withNullable(!keepsType || after.nullable())
                .withDefaultValue(keepsType ? after.defaultValue() : Optional.empty());
    }

    private static boolean keepsType(Column before, Column after) {
        return PostgresStatements.typeName(before.type()).equals(PostgresStatements.typeName(after.type()));
    }

    /** A column that is computed no more keeps the values that it had: the plain one takes its place. */
    List<Step> stop(ColumnAlteration change) {
        refuseInKeys(change);
        QualifiedName table = change.object();
        Column before = change.before();
        Column after = change.after();
        Column plain = plain(change);
        Optional<String> fill = before.nullable() && !plain.nullable() ? change.backfill() : Optional.empty();
        Name copy = ConstraintNames.temporary(table, after.name(), "plain");
        SyncTrigger sync = new SyncTrigger(
                table, after.name(), copy, orElse(before.generatedAs().orElseThrow(), fill));
        List<String> addition = new ArrayList<>();
        addition.add(alterTable(
                table,
                PostgresStatements.addColumn(
                        plain.withName(copy).withNullable(true).withDefaultValue(Optional.empty()))));
        addition.addAll(sync.create());
        List<Step> steps = new ArrayList<>();
        steps.add(instant(table + "." + after.name() + ": add plain column", table, addition.toArray(String[]::new)));
        steps.add(PostgresBatches.backfill(context.table(table), copy, orElse(identifier(before.name()), fill)));
        if (!plain.nullable()) {
            steps.addAll(PostgresOnline.setNotNull(table, copy));
        }
        List<String> statements = new ArrayList<>(sync.drop());
        statements.add(alterTable(table, PostgresStatements.dropColumn(before.name())));
        statements.add(alterTable(table, "RENAME COLUMN " + identifier(copy) + " TO " + identifier(after.name())));
        plain.defaultValue()
                .ifPresent(sql -> statements.add(
                        alterTable(table, PostgresStatements.setDefault(after.name(), Optional.of(sql)))));
        Optional<CheckConstraint> check = PostgresStatements.check(table, plain);
        check.ifPresent(constraint -> statements.add(alterTable(table, PostgresStatements.addNotValid(constraint))));
        steps.add(instant(
                table + "." + after.name() + ": replace generated column", table, statements.toArray(String[]::new)));
        check.ifPresent(constraint -> steps.add(PostgresOnline.validate(table, constraint.name())));
        return steps;
    }

    /**
     * Columns that are computed from one whose type changes: PostgreSQL refuses the change while they are there, and they
     * have no data of their own.
     */
    List<Column> readersOf(ColumnAlteration change) {
        QualifiedName table = change.object();
        Name column = change.after().name();
        List<Column> computed = context.table(table).columns().stream()
                .filter(other -> other.generatedAs()
                        .filter(sql -> SqlIdentifiers.names(sql, column))
                        .isPresent())
                .toList();
        for (Column reader : computed) {
            boolean changes = context.after()
                    .table(table)
                    .flatMap(to -> to.column(reader.name()))
                    .filter(to -> !to.equals(reader))
                    .isPresent();
            if (changes || context.isInKeyOrIndex(table, reader.name())) {
                throw PlanCode.noStatement(
                        change.change(),
                        "the computed column " + reader.name() + " reads it and "
                                + (changes ? "changes, too: save that first" : "is in a key or index"));
            }
        }
        return computed;
    }

    private void refuseInKeys(ColumnAlteration change) {
        if (context.isInKeyOrIndex(change.object(), change.after().name())) {
            throw PlanCode.noStatement(
                    change.change(), "a column in a key or index can't become a generated one or the reverse");
        }
    }

    private static String orElse(String expression, Optional<String> fill) {
        return fill.map(value -> "coalesce(" + expression + ", " + value + ")").orElse(expression);
    }
}
