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
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * What is left to do once a column is computed no more: a value that can be converted on the way has its type already, and
     * with it nullability and default.
     */
    static ColumnAlteration rest(ColumnAlteration change) {
        Column before = change.before();
        Column after = change.after();
        boolean whole = keepsType(change) || convertsOnTheWay(change);
        Column plain = before.withGeneratedAs(Optional.empty())
                .withType(convertsOnTheWay(change) ? after.type() : before.type())
                .withComment(Optional.empty())
                .withNullable(!whole || after.nullable())
                .withDefaultValue(whole ? after.defaultValue() : Optional.empty());
        return new ColumnAlteration(
                change.change(),
                plain,
                after,
                change.using().filter(sql -> !convertsOnTheWay(change)),
                change.backfill());
    }

    private static boolean keepsType(ColumnAlteration change) {
        return PostgresStatements.typeName(change.before().type())
                .equals(PostgresStatements.typeName(change.after().type()));
    }

    /** Where nothing is looked up, and no check says which values there are before and after. */
    private static boolean convertsOnTheWay(ColumnAlteration change) {
        return !keepsType(change)
                && change.using().filter(SqlQueries::hasQuery).isEmpty()
                && Stream.of(change.before(), change.after())
                        .noneMatch(column -> PostgresLargeObjects.isLarge(column.type())
                                || PostgresStatements.check(change.object(), column)
                                        .isPresent());
    }

    /** A value of the former type as the new one has it. */
    private static String converted(ColumnAlteration change, String value) {
        if (!convertsOnTheWay(change)) {
            return value;
        }
        return change.using()
                .map(sql -> SqlIdentifiers.replaced(
                        sql,
                        (name, text) ->
                                name.equals(change.after().name()) ? Optional.of("(" + value + ")") : Optional.empty()))
                .orElseGet(() -> "CAST(" + value + " AS "
                        + PostgresStatements.typeName(change.after().type()) + ")");
    }

    /** A column that is computed no more keeps the values that it had: the plain one takes its place. */
    List<Step> stop(ColumnAlteration change) {
        refuseInKeys(change);
        QualifiedName table = change.object();
        Column before = change.before();
        Column after = change.after();
        Column plain = rest(change).before();
        Optional<String> fill = before.nullable() && !plain.nullable() ? change.backfill() : Optional.empty();
        Name copy = ConstraintNames.temporary(table, after.name(), "plain");
        SyncTrigger sync = new SyncTrigger(
                table,
                after.name(),
                copy,
                orElse(converted(change, before.generatedAs().orElseThrow()), fill, plain));
        List<String> addition = new ArrayList<>();
        addition.add(alterTable(
                table,
                PostgresStatements.addColumn(
                        plain.withName(copy).withNullable(true).withDefaultValue(Optional.empty()))));
        addition.addAll(sync.create());
        List<Step> steps = new ArrayList<>();
        steps.add(instant(table + "." + after.name() + ": add plain column", table, addition.toArray(String[]::new)));
        steps.add(PostgresBatches.backfill(
                context.table(table), copy, orElse(converted(change, identifier(before.name())), fill, plain)));
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

    private static String orElse(String expression, Optional<String> fill, Column column) {
        return fill.map(value -> PostgresConversions.orElse(expression, value, column.type()))
                .orElse(expression);
    }
}
