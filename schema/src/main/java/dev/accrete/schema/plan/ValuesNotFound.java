package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.sql.LookUp;
import dev.accrete.schema.sql.SqlCases;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import dev.accrete.schema.sql.SqlValues;
import java.util.List;
import java.util.Optional;

/**
 * Words the queries that find rows for which a stated value finds nothing, where one has to be. Where the value speaks of what is
 * not there yet when the plan begins, there is no such query, and the script alone can find them.
 */
final class ValuesNotFound {

    private static final String NOT_FOUND = "no value, where none is found for them";

    private final AtStart at;
    private final FoundForEachRow forEach;

    ValuesNotFound(AtStart at) {
        this.at = at;
        this.forEach = new FoundForEachRow(at.schema(), at.names(), at.changes());
    }

    /** In a column that takes no NULL any more. */
    Optional<Obstacle> of(ColumnChange.SetNotNull set) {
        Name column = at.names().column(set.object(), set.before().name());
        boolean there =
                at.table(set.object()).flatMap(found -> found.column(column)).isPresent();
        Optional<String> value = set.backfill();
        if (!there || value.filter(sql -> !mayBeNone(set, sql)).isPresent()) {
            return Optional.empty();
        }
        String empty = at.dialect().identifier(QualifiedName.of(column)) + " IS NULL";
        if (value.isEmpty()) {
            return Optional.of(new Obstacle(ChangeText.subject(set), "no value", at.select(set.object()) + empty));
        }
        return notFound(set, value.get(), Optional.of(empty));
    }

    /** In a column that is new. */
    Optional<Obstacle> of(ColumnChange.AddColumn add) {
        return add.backfill()
                .filter(sql -> !add.after().nullable() && mayBeNone(add, sql))
                .filter(sql -> at.table(add.object()).isPresent())
                .flatMap(sql -> notFound(add, sql, Optional.empty()));
    }

    /** By a conversion. */
    Optional<Obstacle> of(ColumnChange.AlterColumnType alter) {
        Name column = at.names().column(alter.object(), alter.before().name());
        return alter.using()
                .filter(sql -> !alter.before().nullable()
                        && !alter.after().nullable()
                        && SqlValues.mayBeNone(sql)
                        && !isForEachValue(sql, alter.before()))
                .filter(sql -> at.table(alter.object())
                        .flatMap(found -> found.column(column))
                        .isPresent())
                .flatMap(sql -> notFound(alter, sql, Optional.empty()));
    }

    /** Whether cases say what becomes of each value that a column has. */
    private static boolean isForEachValue(String sql, Column before) {
        if (before.type() instanceof ColumnType.Simple simple && simple.kind() == ColumnType.Simple.Kind.BOOLEAN) {
            return SqlValues.isOfCases(sql);
        }
        List<String> values = AllowedValues.listed(before);
        return !values.isEmpty()
                && SqlCases.of(sql, before.name())
                        .filter(cases ->
                                cases.othersStay() || cases.values().keySet().containsAll(values))
                        .isPresent();
    }

    /** In rows that a table takes over. */
    Optional<Obstacle> of(RowChange.FillTable fill) {
        List<Name> columns = fill.columns();
        List<String> empty = columns.stream()
                .filter(name -> forEach.isRequired(fill.object(), name))
                .filter(name -> SqlQueries.results(fill.query(), columns.indexOf(name)).stream()
                        .anyMatch(sql -> mayBeNone(sql, fill.query())))
                .map(name -> at.dialect().identifier(QualifiedName.of(name)) + " IS NULL")
                .toList();
        if (empty.isEmpty()) {
            return Optional.empty();
        }
        boolean asked = at.known().isFound(fill.object(), fill.query())
                && !at.known().readsWhatGetsValues(fill.query(), fill.object());
        return Optional.of(new Obstacle(
                fill.object().toString(),
                "rows that it takes over without a value, where none is found for them",
                asked ? Optional.of(fill.select("*") + " WHERE " + String.join(" OR ", empty)) : Optional.empty()));
    }

    /** Whether a row may have no value that is looked up, or is made of columns that take NULL. */
    private boolean mayBeNone(Change change, String sql) {
        List<String> values = SqlValues.firstOf(sql);
        String last = values.isEmpty() ? sql : values.get(values.size() - 1);
        return SqlValues.mayBeNone(last)
                || SqlValues.isOfColumns(last)
                        && SqlIdentifiers.all(last).stream().anyMatch(name -> isOptional(change.object(), name));
    }

    /** Whether a column takes NULL, and rows get no value in it meanwhile. */
    private boolean isOptional(QualifiedName now, Name column) {
        return at.column(now, column).filter(Column::nullable).isPresent()
                && at.changes().stream()
                        .noneMatch(change -> change instanceof ColumnChange.SetNotNull set
                                && set.object().equals(now)
                                && set.after().name().equals(column));
    }

    /** A column of a row that a join may not find. */
    private static boolean mayBeNone(String sql, String query) {
        boolean joined = SqlIdentifiers.isOne(sql) && sql.indexOf('.') > 0 && SqlQueries.hasOuterJoin(query);
        return joined || SqlValues.mayBeNone(sql);
    }

    /** @param condition of the rows that have none yet */
    private Optional<Obstacle> notFound(Change change, String stated, Optional<String> condition) {
        QualifiedName now = change.object();
        String sql = at.withRowsToCome(stated);
        boolean asked = at.known().isFound(now, sql) && !at.known().readsWhatGetsValues(sql, now);
        if (forEach.isSure(change, stated)) {
            return Optional.empty();
        }
        if (LookUp.of(stated).filter(this::findsNothing).isPresent()) {
            String rows = "SELECT * FROM " + at.identifier(now)
                    + condition.map(empty -> " WHERE " + empty).orElse("");
            return Optional.of(new Obstacle(ChangeText.subject(change), NOT_FOUND, Optional.of(rows)));
        }
        String query = SqlQueries.hasWindow(sql)
                ? placed(now, sql, condition.map(empty -> " WHERE " + empty).orElse(""))
                : at.select(now) + condition.map(empty -> empty + " AND ").orElse("") + isNone(now, sql);
        return Optional.of(
                new Obstacle(ChangeText.subject(change), NOT_FOUND, asked ? Optional.of(query) : Optional.empty()));
    }

    /** Whether it looks into a column that comes empty, and that nothing fills. */
    private boolean findsNothing(LookUp lookUp) {
        List<Change> ofColumn = at.changes().stream()
                .filter(change -> change.object().equals(lookUp.table())
                        && lookUp.column().isPresent()
                        && change.columnName().equals(lookUp.column()))
                .toList();
        return ofColumn.size() == 1
                && ofColumn.get(0) instanceof ColumnChange.AddColumn add
                && add.backfill().isEmpty()
                && add.after().defaultValue().isEmpty()
                && add.after().generatedAs().isEmpty()
                && !add.after().identity();
    }

    /** Not every type has a least value, such as the one that a key has until then: PostgreSQL knows none of UUIDs. */
    private String isNone(QualifiedName now, String sql) {
        return SqlValues.rowsOfLeast(sql)
                .filter(rows -> !at.known().isKnown(now, sql))
                .map(rows -> "NOT EXISTS (SELECT 1 FROM " + rows + ")")
                .orElse(sql + " IS NULL");
    }

    /** No window function may stand in a condition. */
    private String placed(QualifiedName now, String sql, String where) {
        QualifiedName table = at.names().table(now);
        return "SELECT * FROM (SELECT " + at.dialect().identifier(QualifiedName.of(table.name())) + ".*, " + sql
                + " AS found FROM " + at.dialect().identifier(table) + where + ") r WHERE found IS NULL";
    }
}
