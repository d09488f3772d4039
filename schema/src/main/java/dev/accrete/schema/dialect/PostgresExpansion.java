package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.PostgresOnline.instant;
import static dev.accrete.schema.dialect.PostgresStatements.alterTable;
import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.naming.ConstraintNames;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gives a column another type without writing the table anew under a lock: a second column of the new type is kept up to
 * date by a trigger, gets the old values in batches and its indexes online, and takes the old column's place in an instant.
 *
 * <p>Where something else holds on to the column (a foreign key that stays, one that leads to it, the primary key, an identity, a
 * check, a view), the type changes in place, and {@code ACC-H101} says so. A foreign key of the column that goes has gone before,
 * and one that comes or that its other type takes away for a while comes later: see {@code plan.Planner}.
 */
final class PostgresExpansion {

    private final Table table;
    private final Column before;
    private final Column after;
    private final String conversion;
    private final Name copy;

    private PostgresExpansion(Table table, Column before, Column after, Optional<String> using) {
        this.table = table;
        this.before = before;
        this.after = after;
        this.conversion = using.orElseGet(() -> PostgresConversions.value(before, after));
        this.copy = ConstraintNames.temporary(table.name(), after.name(), "next");
    }

    /**
     * Whether nothing but plain indexes and unique keys holds on to a column.
     *
     * @param from the schema before, with the names that things have after the renames
     * @param to the schema after
     */
    static boolean isPossible(QualifiedName tableName, Column before, Column after, Schema from, Schema to) {
        Optional<Table> old = from.table(tableName);
        Optional<Table> fresh = to.table(tableName);
        if (old.isEmpty() || fresh.isEmpty()) {
            return false;
        }
        Name column = after.name();
        Optional<PrimaryKey> key = old.get().primaryKey();
        boolean plain = !before.identity()
                && !after.identity()
                && before.generatedAs().isEmpty()
                && after.generatedAs().isEmpty()
                && after.options().isEmpty()
                && PostgresStatements.check(tableName, before).isEmpty()
                && PostgresStatements.check(tableName, after).isEmpty();
        return plain
                && key.isPresent()
                && key.get().columns().equals(fresh.get().keyColumns())
                && !key.get().columns().contains(column)
                && from.views().isEmpty()
                && to.views().isEmpty()
                && indexes(old.get(), column).equals(indexes(fresh.get(), column))
                && uniqueKeys(old.get(), column).equals(uniqueKeys(fresh.get(), column))
                && Stream.of(from, to).noneMatch(schema -> isReferenced(schema, tableName, column))
                && (isRetyped(before, after)
                        || staying(old.get(), fresh.get(), column).isEmpty())
                && Stream.of(old.get(), fresh.get()).noneMatch(any -> isMentioned(any, column));
    }

    private static List<Index> indexes(Table table, Name column) {
        return table.indexes().stream()
                .filter(index -> index.parts().stream()
                        .anyMatch(part -> part.column().filter(column::equals).isPresent()))
                .toList();
    }

    private static List<UniqueKey> uniqueKeys(Table table, Name column) {
        return table.uniqueKeys().stream()
                .filter(key -> key.columns().contains(column))
                .toList();
    }

    private static boolean isReferenced(Schema schema, QualifiedName table, Name column) {
        for (Table any : schema.tables()) {
            for (ForeignKey key : any.foreignKeys()) {
                boolean refers = key.referencedTable().equals(table)
                        && (key.referencedColumns().isEmpty()
                                || key.referencedColumns().contains(column));
                if (refers || key.definition().isPresent() && any.name().equals(table)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isRetyped(Column before, Column after) {
        return !PostgresStatements.typeName(before.type()).equals(PostgresStatements.typeName(after.type()));
    }

    /** The column's foreign keys that neither come nor go. */
    private static List<ForeignKey> staying(Table old, Table fresh, Name column) {
        return old.foreignKeys().stream()
                .filter(key -> key.columns().contains(column))
                .filter(key -> fresh.foreignKeys().stream()
                        .anyMatch(other -> other.withName(key.name()).equals(key)))
                .toList();
    }

    /** In SQL that the mapping states: checks, computed columns, expressions and conditions of indexes. */
    private static boolean isMentioned(Table table, Name column) {
        return isInIndexExpression(table, column)
                || isIn(
                        column,
                        Stream.of(
                                table.checks().stream().map(check -> check.condition()),
                                table.columns().stream().flatMap(other -> other.checks().stream()),
                                table.columns().stream().flatMap(other -> other.generatedAs().stream())));
    }

    /** In the expression or condition of an index, which is built anew when the column's type changes. */
    static boolean isInIndexExpression(Table table, Name column) {
        return isIn(
                column,
                Stream.of(
                        table.indexes().stream().flatMap(index -> index.options().stream()),
                        table.indexes().stream()
                                .flatMap(index -> index.parts().stream())
                                .flatMap(part -> part.expression().stream())));
    }

    private static boolean isIn(Name column, Stream<Stream<String>> texts) {
        Pattern word = Pattern.compile("(?<![\\p{L}\\p{N}_$])"
                + Pattern.quote(column.text().toLowerCase(Locale.ROOT)) + "(?![\\p{L}\\p{N}_$])");
        return texts.flatMap(sql -> sql)
                .anyMatch(sql -> word.matcher(sql.toLowerCase(Locale.ROOT)).find());
    }

    /**
     * All that changes about the column: its type, and with it nullability, default and comment.
     *
     * @param table the table as it is now
     */
    static List<Step> steps(Table table, ColumnAlteration change) {
        Column after = change.after();
        Optional<String> seesNewValues = change.backfill()
                .filter(sql -> change.before().nullable() && !after.nullable())
                .filter(sql -> SqlQueries.reads(sql, table.name().name()) && SqlIdentifiers.names(sql, after.name()));
        if (seesNewValues.isEmpty()) {
            return new PostgresExpansion(table, change.before(), after, change.using()).steps(change.backfill());
        }
        List<Step> steps =
                new ArrayList<>(new PostgresExpansion(table, change.before(), after.withNullable(true), change.using())
                        .steps(Optional.empty()));
        steps.addAll(PostgresOnline.fillAndSetNotNull(table, after.name(), seesNewValues.orElseThrow()));
        return steps;
    }

    private boolean speaksOfItselfAlone() {
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> SqlIdentifiers.names(conversion, name))
                .allMatch(before.name()::equals);
    }

    private List<Step> steps(Optional<String> backfill) {
        String subject = table.name() + "." + after.name();
        List<Step> steps = new ArrayList<>();
        String value = backfill.filter(sql -> !after.nullable())
                .map(sql -> PostgresConversions.orElse(conversion, sql, after.type()))
                .orElse(conversion);
        List<Name> sources = SqlQueries.hasQuery(conversion)
                ? PostgresColumnSteps.comparable(table, conversion)
                : PostgresConversions.makesLargeObject(before, after) && speaksOfItselfAlone()
                        ? List.of(before.name())
                        : List.of();
        SyncTrigger sync = new SyncTrigger(table.name(), after.name(), copy, value, sources);
        List<String> addition = new ArrayList<>();
        addition.add(alterTable(
                table.name(),
                PostgresStatements.addColumn(Column.of(copy, after.type()).withCollation(after.collation()))));
        addition.addAll(sync.create());
        boolean retyped = isRetyped(before, after);
        steps.add(instant(
                subject
                        + (retyped
                                ? ": add a column of type " + PostgresStatements.typeName(after.type()) + " beside it"
                                : ": add a column for its new values"),
                table.name(),
                addition.toArray(String[]::new)));
        steps.add(PostgresBatches.update(
                table,
                subject + ": convert rows that exist",
                copy,
                value,
                identifier(copy) + " IS NULL"
                        + (backfill.isEmpty() ? " AND " + identifier(before.name()) + " IS NOT NULL" : "")));
        indexes(table, after.name()).forEach(index -> steps.add(PostgresOnline.addIndex(table.name(), onCopy(index))));
        uniqueKeys(table, after.name())
                .forEach(key -> steps.add(
                        PostgresOnline.uniqueIndex(table.name(), temporary(key.name()), onCopy(key.columns()))));
        if (!after.nullable()) {
            steps.addAll(PostgresOnline.setNotNull(table.name(), copy));
        }
        // The planner knows nothing of the new values yet.
        steps.add(Step.autocommit(
                subject + ": gather statistics",
                List.of(new TableLock(
                        table.name(), TableLock.Strength.SHARE_UPDATE_EXCLUSIVE, TableLock.Length.INSTANT)),
                List.of("ANALYZE " + identifier(table.name()) + " (" + identifier(copy) + ")")));
        steps.add(instant(
                subject
                        + (retyped
                                ? ": change type to " + PostgresStatements.typeName(after.type())
                                : ": replace its values"),
                table.name(),
                swap(sync).toArray(String[]::new)));
        return steps;
    }

    private List<String> swap(SyncTrigger sync) {
        List<String> statements = new ArrayList<>(sync.drop());
        // Its indexes and keys go with it.
        statements.add(alterTable(table.name(), PostgresStatements.dropColumn(before.name())));
        statements.add(
                alterTable(table.name(), "RENAME COLUMN " + identifier(copy) + " TO " + identifier(after.name())));
        after.defaultValue()
                .ifPresent(sql -> statements.add(
                        alterTable(table.name(), PostgresStatements.setDefault(after.name(), Optional.of(sql)))));
        indexes(table, after.name())
                .forEach(index -> statements.add(
                        PostgresStatements.renameIndex(table.name(), temporary(index.name()), index.name())));
        uniqueKeys(table, after.name())
                .forEach(key -> statements.add(
                        alterTable(table.name(), PostgresStatements.addUsingIndex(key, temporary(key.name())))));
        after.comment()
                .ifPresent(text -> statements.add(
                        PostgresStatements.commentOnColumn(table.name(), after.name(), Optional.of(text))));
        return statements;
    }

    private Name temporary(Name index) {
        return ConstraintNames.temporary(table.name().withName(index), after.name(), "next");
    }

    private Index onCopy(Index index) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> part.column().filter(after.name()::equals).isPresent()
                        ? Index.Part.column(copy, part.descending())
                        : part)
                .toList();
        return new Index(temporary(index.name()), parts, index.unique(), index.options());
    }

    private List<Name> onCopy(List<Name> columns) {
        return columns.stream()
                .map(column -> column.equals(after.name()) ? copy : column)
                .toList();
    }
}
