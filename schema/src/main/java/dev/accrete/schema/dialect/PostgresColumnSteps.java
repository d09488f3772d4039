package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.PostgresOnline.instant;
import static dev.accrete.schema.dialect.PostgresStatements.alterTable;
import static dev.accrete.schema.dialect.PostgresStatements.columnAction;
import static dev.accrete.schema.dialect.PostgresStatements.dropConstraint;
import static dev.accrete.schema.dialect.SqlWriter.identifier;
import static dev.accrete.schema.dialect.SqlWriter.literal;

import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.dialect.TableLock.Length;
import dev.accrete.schema.dialect.TableLock.Strength;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.naming.ConstraintNames;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** How PostgreSQL adds a column and changes one that exists. */
final class PostgresColumnSteps {

    /** Constants, and functions that give one value for a whole statement: no row is written for such a default. */
    private static final Pattern STABLE =
            Pattern.compile("(?i)(-?[0-9.]+|E?'([^']|'')*'(::[a-z_ ]+(\\(\\d+\\))?(\\[\\])?)?|true|false|null|now\\(\\)"
                    + "|current_(date|time|timestamp)(\\(\\d\\))?|localtime(stamp)?(\\(\\d\\))?)");

    private final ChangeContext context;
    private final PostgresComputedColumns computed;

    PostgresColumnSteps(ChangeContext context) {
        this.context = context;
        computed = new PostgresComputedColumns(context);
    }

    List<Step> add(ColumnChange.AddColumn change) {
        QualifiedName table = change.object();
        Column column = change.after();
        Optional<String> stated =
                change.backfill().map(sql -> new PostgresStatedSql(context).value(context.table(table), column, sql));
        Optional<String> value = stated.or(column::defaultValue);
        boolean plain =
                stated.isEmpty() && value.map(PostgresColumnSteps::isStable).orElse(true);
        boolean constant = stated.filter(PostgresColumnSteps::isStable).isPresent();
        List<Step> steps = new ArrayList<>();
        String text = table + "." + column.name() + ": add column";
        Optional<CheckConstraint> check = PostgresStatements.check(table, column);
        List<String> actions = new ArrayList<>();
        List<String> after = new ArrayList<>();
        if (plain) {
            actions.add(PostgresStatements.addColumn(column));
        } else if (constant) {
            // The rows that exist get the value without being written: it stands in the catalog.
            actions.add(PostgresStatements.addColumn(column.withDefaultValue(value)));
            after.add(alterTable(table, PostgresStatements.setDefault(column.name(), column.defaultValue())));
        } else {
            // A default that differs from row to row would write the whole table anew if it came with the column.
            actions.add(PostgresStatements.addColumn(
                    column.withDefaultValue(Optional.empty()).withNullable(true)));
            column.defaultValue()
                    .ifPresent(sql -> actions.add(PostgresStatements.setDefault(column.name(), Optional.of(sql))));
        }
        check.ifPresent(constraint -> actions.add(PostgresStatements.addNotValid(constraint)));
        List<String> statements = new ArrayList<>();
        statements.add(alterTable(table, actions.toArray(String[]::new)));
        statements.addAll(after);
        column.comment()
                .ifPresent(comment ->
                        statements.add(PostgresStatements.commentOnColumn(table, column.name(), Optional.of(comment))));
        steps.add(PostgresOnline.locked(
                text,
                Strength.ACCESS_EXCLUSIVE,
                column.identity() || column.generatedAs().isPresent() ? Length.REWRITE : Length.INSTANT,
                List.of(table),
                statements));
        if (!plain && !constant) {
            Table whole = context.table(table);
            if (column.nullable()) {
                steps.add(PostgresBatches.backfill(whole, column.name(), value.orElseThrow()));
            } else {
                steps.addAll(PostgresOnline.fillAndSetNotNull(whole, column.name(), value.orElseThrow()));
            }
        }
        check.ifPresent(constraint -> steps.add(PostgresOnline.validate(table, constraint.name())));
        return steps;
    }

    private static boolean isStable(String expression) {
        return STABLE.matcher(expression.strip()).matches();
    }

    List<Step> alter(ColumnAlteration stated) {
        UnaryOperator<String> value =
                sql -> new PostgresStatedSql(context).value(context.table(stated.object()), stated.after(), sql);
        return altered(
                stated.withValues(stated.using().map(value), stated.backfill().map(value)));
    }

    private List<Step> altered(ColumnAlteration change) {
        QualifiedName table = change.object();
        Column before = change.before();
        Column after = change.after();
        if (!before.generatedAs().equals(after.generatedAs())) {
            return after.generatedAs().isPresent() ? computed.compute(change) : computeNoMore(change);
        }
        boolean converts = PostgresConversions.convertsEachRow(before, after, change.using());
        boolean rewrites = converts || PostgresConversions.rewrites(before, after);
        if (rewrites && PostgresExpansion.isPossible(table, before, after, context.before(), context.after())) {
            return PostgresExpansion.steps(context.table(table), change);
        }
        if (rewrites && change.using().filter(SqlQueries::hasQuery).isPresent()) {
            return lookUp(change);
        }
        List<Step> steps = new ArrayList<>();
        Optional<String> labels = change.using().filter(sql -> !converts);
        labels.ifPresent(sql -> steps.addAll(convertLabels(change, sql)));
        List<Step> beforeValidation = new ArrayList<>();
        labels.ifPresent(sql -> beforeValidation.add(convertRows(change, sql, "convert rows written meanwhile")));
        if (after.checks().stream().anyMatch(check -> !AllowedValues.allowsNull(check, after))) {
            change.backfill()
                    .ifPresent(sql ->
                            beforeValidation.add(PostgresBatches.backfill(context.table(table), after.name(), sql)));
        }
        steps.addAll(definition(change, beforeValidation, List.of(), List.of()));
        steps.addAll(rest(change));
        return steps;
    }

    private List<Step> computeNoMore(ColumnAlteration change) {
        List<Step> steps = new ArrayList<>(computed.stop(change));
        steps.addAll(altered(PostgresComputedColumns.rest(change)));
        return steps;
    }

    /**
     * A conversion that asks other rows: {@code USING} takes no query, but another column of the row. So the values are looked
     * up into one beside it, where a trigger keeps them up to date until they take the column's place.
     */
    private List<Step> lookUp(ColumnAlteration change) {
        QualifiedName table = change.object();
        Column after = change.after();
        Name found = ConstraintNames.temporary(table, after.name(), "next");
        String subject = table + "." + after.name();
        String using = change.using().orElseThrow();
        SyncTrigger sync = new SyncTrigger(table, after.name(), found, using, comparable(context.table(table), using));
        List<String> addition = new ArrayList<>();
        addition.add(alterTable(
                table,
                PostgresStatements.addColumn(Column.of(found, after.type()).withCollation(after.collation()))));
        addition.addAll(sync.create());
        List<Step> steps = new ArrayList<>();
        steps.add(instant(subject + ": add a column for what is looked up", table, addition.toArray(String[]::new)));
        steps.add(PostgresBatches.update(
                context.table(table),
                subject + ": look up the values of rows that exist",
                found,
                using,
                identifier(found) + " IS NULL AND " + identifier(after.name()) + " IS NOT NULL"));
        ColumnAlteration copied = new ColumnAlteration(
                change.change(), change.before(), after, Optional.of(identifier(found)), change.backfill());
        steps.addAll(definition(
                copied, List.of(), sync.drop(), List.of(alterTable(table, PostgresStatements.dropColumn(found)))));
        steps.addAll(rest(change));
        return steps;
    }

    /** The columns that SQL names; none if one of them has values that can't be compared. */
    static List<Name> comparable(Table table, String sql) {
        List<Column> named = table.columns().stream()
                .filter(column -> SqlIdentifiers.names(sql, column.name()))
                .toList();
        boolean compared = named.stream()
                .map(Column::type)
                .allMatch(type -> Conversions.isNumber(type)
                        || Conversions.isCharacter(type)
                        || type instanceof ColumnType.Timed
                        || type instanceof ColumnType.Simple simple
                                && (simple.kind() == ColumnType.Simple.Kind.UUID
                                        || simple.kind() == ColumnType.Simple.Kind.DATE
                                        || simple.kind() == ColumnType.Simple.Kind.BOOLEAN));
        return compared ? named.stream().map(Column::name).toList() : List.of();
    }

    /** What follows the type, default and check of a column. */
    private List<Step> rest(ColumnAlteration change) {
        QualifiedName table = change.object();
        Column before = change.before();
        Column after = change.after();
        List<Step> steps = new ArrayList<>();
        if (before.nullable() && !after.nullable()) {
            steps.addAll(change.backfill()
                    .map(sql -> PostgresOnline.fillAndSetNotNull(context.table(table), after.name(), sql))
                    .orElseGet(() -> PostgresOnline.setNotNull(table, after.name())));
        }
        if (!before.identity() && after.identity()) {
            steps.add(addIdentity(table, after));
        }
        if (!before.comment().equals(after.comment())) {
            steps.add(Step.transaction(
                    table + "." + after.name() + ": comment",
                    List.of(new TableLock(table, Strength.SHARE_UPDATE_EXCLUSIVE, Length.INSTANT)),
                    List.of(PostgresStatements.commentOnColumn(table, after.name(), after.comment()))));
        }
        return steps;
    }

    /**
     * An enum stored by name is text with a check: rows change while the check allows old and new constants alike.
     *
     * @param using gives each constant that goes another one
     */
    private List<Step> convertLabels(ColumnAlteration change, String using) {
        QualifiedName table = change.object();
        Column before = change.before();
        Column after = change.after();
        List<String> old = AllowedValues.listed(before);
        List<String> fresh = AllowedValues.listed(after);
        List<Step> steps = new ArrayList<>();
        if (!old.containsAll(fresh)) {
            Set<String> both = new LinkedHashSet<>(old);
            both.addAll(fresh);
            Column lenient = after.withType(new ColumnType.Raw(PostgresStatements.typeName(after.type())))
                    .withChecks(List.of(identifier(after.name()) + " in (" + String.join(",", both) + ")"));
            CheckConstraint check = PostgresStatements.check(table, lenient).orElseThrow();
            steps.add(instant(
                    table + "." + after.name() + ": allow old and new constants",
                    table,
                    alterTable(table, dropConstraint(check.name()), PostgresStatements.addNotValid(check))));
        }
        steps.add(convertRows(change, using, "convert rows that exist"));
        return steps;
    }

    private Step convertRows(ColumnAlteration change, String using, String text) {
        Name column = change.after().name();
        return PostgresBatches.update(
                context.table(change.object()),
                change.object() + "." + column + ": " + text,
                identifier(column) + " = " + using,
                identifier(column) + " NOT IN (" + String.join(",", AllowedValues.listed(change.after())) + ")");
    }

    /**
     * Type, default and check in one ALTER: the check must not be read under the lock, the default must fit the type.
     *
     * @param beforeValidation what is left to do for rows that the new check refuses once it is validated
     * @param first statements of the same transaction
     * @param last the same
     */
    private List<Step> definition(
            ColumnAlteration change, List<Step> beforeValidation, List<String> first, List<String> last) {
        QualifiedName table = change.object();
        Column before = change.before();
        Column after = change.after();
        Name name = after.name();
        String typeBefore = PostgresStatements.typeName(before.type());
        String typeAfter = PostgresStatements.typeName(after.type());
        boolean converts = PostgresConversions.convertsEachRow(before, after, change.using());
        boolean typeChanges =
                !typeBefore.equals(typeAfter) || !before.collation().equals(after.collation()) || converts;
        boolean rewrites = converts || PostgresConversions.rewrites(before, after);
        boolean defaultChanges = !before.defaultValue().equals(after.defaultValue());
        Optional<CheckConstraint> checkBefore = PostgresStatements.check(table, before);
        Optional<CheckConstraint> checkAfter = PostgresStatements.check(table, after);
        boolean checkChanges = typeChanges || !Clauses.refuseTheSame(checkBefore, checkAfter);

        List<String> actions = new ArrayList<>();
        List<Column> readers = typeChanges ? computed.readersOf(change) : List.of();
        readers.forEach(column -> actions.add(PostgresStatements.dropColumn(column.name())));
        if (checkChanges) {
            checkBefore.ifPresent(check -> actions.add(dropConstraint(check.name())));
        }
        if (before.defaultValue().isPresent() && (typeChanges || defaultChanges)) {
            actions.add(PostgresStatements.setDefault(name, Optional.empty()));
        }
        if (typeChanges) {
            String collation = PostgresStatements.columnDefinition(
                    Column.of(name, after.type()).withCollation(after.collation()));
            String using = change.using().orElseGet(() -> PostgresConversions.value(before, after));
            // A computed column is computed anew.
            boolean stated = rewrites && after.generatedAs().isEmpty();
            actions.add(columnAction(name, "TYPE " + collation + (stated ? " USING " + using : "")));
        }
        if (after.defaultValue().isPresent() && (typeChanges || defaultChanges)) {
            actions.add(PostgresStatements.setDefault(name, after.defaultValue()));
        }
        if (!before.nullable() && after.nullable()) {
            actions.add(columnAction(name, "DROP NOT NULL"));
        }
        if (checkChanges) {
            checkAfter.ifPresent(check -> actions.add(PostgresStatements.addNotValid(check)));
        }
        readers.forEach(column -> actions.add(PostgresStatements.addColumn(column)));
        List<String> statements = new ArrayList<>(first);
        if (before.identity() && !after.identity()) {
            // Apart: a new type of the same statement would be the sequence's, too, and that takes integers alone.
            statements.add(alterTable(table, columnAction(name, "DROP IDENTITY IF EXISTS")));
        }
        if (!actions.isEmpty()) {
            statements.add(alterTable(table, actions.toArray(String[]::new)));
        }
        for (Column reader : readers) {
            reader.comment()
                    .ifPresent(text -> statements.add(
                            PostgresStatements.commentOnColumn(table, reader.name(), Optional.of(text))));
        }
        if (statements.isEmpty()) {
            return List.of();
        }
        statements.addAll(last);
        List<Step> steps = new ArrayList<>();
        steps.add(PostgresOnline.locked(
                table + "." + name + ": "
                        + (typeChanges
                                ? typeBefore.equals(typeAfter) && converts
                                        ? "replace its values"
                                        : "change type to " + typeAfter + (rewrites ? "" : ", rows stay as they are")
                                : !before.nullable() && after.nullable()
                                        ? "accept rows without a value"
                                        : "alter column"),
                Strength.ACCESS_EXCLUSIVE,
                rewrites
                        ? Length.REWRITE
                        : typeChanges && PostgresExpansion.isInIndexExpression(context.table(table), name)
                                ? Length.SCAN
                                : Length.INSTANT,
                List.of(table),
                statements));
        steps.addAll(beforeValidation);
        if (checkChanges) {
            checkAfter.ifPresent(check -> steps.add(PostgresOnline.validate(table, check.name())));
        }
        return steps;
    }

    /** An identity starts at 1, below the ids that are there. */
    private static Step addIdentity(QualifiedName table, Column column) {
        return instant(
                table + "." + column.name() + ": add identity",
                table,
                alterTable(table, columnAction(column.name(), "ADD GENERATED BY DEFAULT AS IDENTITY")),
                restartPast(table, column));
    }

    /** Moves the sequence of an identity past the values that are there. */
    static String restartPast(QualifiedName table, Column column) {
        String plainName = column.name().quoted()
                ? column.name().text()
                : column.name().text().toLowerCase(Locale.ROOT);
        return "SELECT setval(pg_get_serial_sequence(" + literal(identifier(table)) + ", " + literal(plainName)
                + "), coalesce(max(" + identifier(column.name()) + "), 0) + 1, false) FROM " + identifier(table);
    }
}
