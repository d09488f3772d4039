package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.conversion.Casts;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.sql.SqlCases;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import dev.accrete.schema.sql.SqlValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words the queries that find rows which a check refuses: with the values that they have, or that a conversion gives them. */
final class RefusedByChecks {

    private final AtStart at;

    RefusedByChecks(AtStart at) {
        this.at = at;
    }

    /**
     * Those of a check that is new.
     *
     * @param add to a table that is there
     */
    Optional<Obstacle> of(ConstraintChange.AddCheck add) {
        return asItWillBe(add.object(), add.constraint().condition())
                .filter(condition -> !isCheckedAlready(add, condition))
                .map(condition -> new Obstacle(
                        add.object().toString(),
                        "what " + add.constraint().name() + " refuses",
                        at.select(add.object()) + "NOT (" + condition + ")"));
    }

    /** Those of the check of a column that is new, with the values that are stated for them. */
    Optional<Obstacle> of(ColumnChange.AddColumn add) {
        Column column = add.after();
        return at.dialect()
                .check(add.object(), column)
                .filter(check -> at.table(add.object()).isPresent())
                .filter(check -> given(add)
                        .filter(value -> !AllowedValues.allows(column, value))
                        .isPresent())
                .flatMap(check -> asItWillBe(add.object(), check.condition()))
                .map(condition -> new Obstacle(
                        ChangeText.subject(add),
                        "what its check refuses",
                        at.select(add.object()) + "NOT (" + condition + ")"));
    }

    /** What rows get in a column that is new, if a query can say it when the plan begins. */
    private Optional<String> given(ColumnChange.AddColumn add) {
        return add.backfill()
                .or(add.after()::defaultValue)
                .filter(sql -> at.known().isKnown(add.object(), sql) && !SqlQueries.hasWindow(sql));
    }

    /** Those of the check of a column. */
    Optional<Obstacle> of(ColumnChange.AlterColumnChecks alter) {
        Column column = alter.after();
        Optional<CheckConstraint> before = at.dialect().check(alter.object(), alter.before());
        Optional<CheckConstraint> after = at.dialect().check(alter.object(), column);
        List<String> allowed = AllowedValues.listed(column);
        List<String> written = AllowedValues.listed(alter.before());
        if (!written.isEmpty() && allowed.containsAll(written)
                || after.isEmpty()
                || before.equals(after)
                || condition(alter, after.get()).isEmpty()
                || at.column(alter.object(), column.name()).isEmpty()) {
            return Optional.empty();
        }
        boolean allowsNull = column.checks().stream().allMatch(check -> AllowedValues.allowsNull(check, column));
        boolean filled = at.changes().stream()
                .anyMatch(change -> change instanceof ColumnChange.SetNotNull set
                        && set.backfill().isPresent()
                        && set.object().equals(alter.object())
                        && set.after().name().equals(column.name()));
        return Optional.of(new Obstacle(
                ChangeText.subject(alter),
                "what its check refuses",
                at.select(alter.object())
                        + (filled
                                ? at.identifier(alter.object(), column.name()) + " IS NOT NULL AND "
                                : allowsNull || column.nullable()
                                        ? ""
                                        : at.identifier(alter.object(), column.name()) + " IS NULL OR ")
                        + "NOT (" + condition(alter, after.get()).orElseThrow() + ")"));
    }

    /** Those of a plain column that has constants from now on: values that are none of them. */
    Optional<Obstacle> of(ColumnChange.AlterColumnType alter) {
        Column after = alter.after();
        ColumnType before = alter.before().type();
        List<String> constants =
                after.type() instanceof ColumnType.Enumeration ? AllowedValues.listed(after) : List.of();
        boolean plain = Conversions.isText(before) || Conversions.isInteger(before);
        boolean there = at.column(alter.object(), alter.before().name()).isPresent();
        if (constants.isEmpty() || !plain || !there) {
            return Optional.empty();
        }
        Optional<SqlCases> cases = alter.using().flatMap(sql -> SqlCases.of(sql, after.name()));
        boolean listed = cases.filter(stated -> !stated.othersStay()
                        && constants.containsAll(stated.values().values())
                        && stated.otherwise()
                                .filter(value -> !constants.contains(value))
                                .isEmpty())
                .isPresent();
        Optional<String> value = alter.using().isPresent()
                // Cases that can't be read may leave out what is no constant.
                ? alter.using().filter(sql -> isCertain(alter) && (cases.isPresent() || !SqlValues.isOfCases(sql)))
                : Optional.of(at.identifier(alter.object(), alter.before().name()));
        return value.filter(sql -> !listed)
                .map(sql -> new Obstacle(
                        ChangeText.subject(alter),
                        "values that are none of its constants",
                        at.select(alter.object()) + "(" + sql + ") NOT IN (" + String.join(", ", constants) + ")"));
    }

    private Optional<String> condition(ColumnChange.AlterColumnChecks alter, CheckConstraint check) {
        return at.known().isKnown(alter.object(), check.condition())
                ? Optional.of(check.condition())
                : Optional.of(check.condition())
                        .filter(sql -> AllowedValues.listed(alter.after()).isEmpty())
                        .flatMap(sql -> asItWillBe(alter.object(), sql));
    }

    /** What a check asks, of the values as they are: where they get another type, of what they become. */
    private Optional<String> asItWillBe(QualifiedName table, String condition) {
        if (at.known().isKnown(table, condition)) {
            return Optional.of(condition);
        }
        Map<Name, String> converted = new HashMap<>();
        for (Change change : at.changes()) {
            boolean read = change.object().equals(table)
                    && change.columnName()
                            .filter(name -> SqlIdentifiers.names(condition, name))
                            .isPresent();
            if (read && change instanceof ColumnChange.AlterColumnType alter && isCertain(alter)) {
                converted.put(
                        alter.after().name(),
                        alter.using()
                                .map(sql -> typed(sql, alter.after()))
                                .orElse(alter.after().name().toString()));
            } else if (read
                    && change instanceof ColumnChange.AddColumn add
                    && given(add).isPresent()) {
                converted.put(add.after().name(), typed(given(add).orElseThrow(), add.after()));
            } else if (read && isOfValues(change)) {
                return Optional.empty();
            }
        }
        return converted.isEmpty()
                ? Optional.empty()
                : Optional.of(SqlIdentifiers.replaced(
                        condition,
                        (name, text) -> Optional.ofNullable(converted.get(name)).map(sql -> "(" + sql + ")")));
    }

    /** A NULL alone has no type, and what a check reads in a value, as a document's field, is not there then. */
    private String typed(String sql, Column column) {
        return sql.strip().equalsIgnoreCase("null")
                ? "CAST(NULL AS " + at.dialect().typeName(column.type()) + ")"
                : sql;
    }

    private boolean isCertain(ColumnChange.AlterColumnType alter) {
        boolean reads = Casts.mayFail(alter.before().type(), alter.after().type())
                && alter.using()
                        .map(sql -> SqlValues.casts(sql, alter.after().name()))
                        .orElse(true);
        return !reads
                && alter.using()
                        .filter(sql -> SqlQueries.hasQuery(sql)
                                || SqlQueries.hasWindow(sql)
                                || !at.known().isCertain(sql))
                        .isEmpty();
    }

    /** Whether a column gets values that are not told here. */
    private static boolean isOfValues(Change change) {
        return change instanceof ColumnChange.AlterColumnType
                || change instanceof ColumnChange.AddColumn
                || change instanceof ColumnChange.RenameColumn
                || change instanceof RowChange
                || change instanceof ColumnChange.SetNotNull set
                        && set.backfill().isPresent();
    }

    private boolean isCheckedAlready(ConstraintChange.AddCheck add, String condition) {
        return at.table(add.object()).stream()
                .flatMap(table -> table.checks().stream())
                .anyMatch(check -> check.condition().equals(condition));
    }
}
