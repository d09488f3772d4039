package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.sql.LookUp;
import dev.accrete.schema.sql.SqlQueries;
import dev.accrete.schema.sql.SqlValues;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Proves that each row of a table finds a value: a required one of the row itself, or of one that it has to refer to, by a
 * foreign key that is there when the plan begins. What is looked up in any other way may be missing.
 */
final class FoundForEachRow {

    private final Schema start;
    private final NamesAtStart names;
    private final List<Change> changes;

    /**
     * Takes the plan.
     *
     * @param start what the database has when the plan begins, by the names that it has then
     */
    FoundForEachRow(Schema start, NamesAtStart names, List<Change> changes) {
        this.start = start;
        this.names = names;
        this.changes = changes;
    }

    /** Whether a value that a change states for the rows of its table finds something in each. */
    boolean isSure(Change change, String sql) {
        return SqlValues.firstOf(sql).stream().anyMatch(value -> isSure(change, value))
                || LookUp.of(sql).filter(lookUp -> isSure(change, lookUp)).isPresent();
    }

    /** A table to which each row refers has rows if there is a row at all. */
    private boolean isSure(Change change, LookUp lookUp) {
        boolean hasValues = lookUp.column()
                .filter(column -> !isRequired(lookUp.table(), column))
                .isEmpty();
        return hasValues
                && (lookUp.isOfAnyRow()
                        ? references(change, lookUp.table()).findAny().isPresent() || getsRow(change, lookUp.table())
                        : leads(change, lookUp.table(), lookUp.pairs(change.object())));
    }

    /** Whether columns of a row's own, each with the one that it is compared with, lead to a row of a table. */
    private boolean leads(Change change, QualifiedName table, Map<Name, Name> pairs) {
        QualifiedName own = change.object();
        boolean itself = own.equals(table)
                && pairs.entrySet().stream()
                        .allMatch(
                                pair -> pair.getKey().equals(pair.getValue()) && isRequiredAtStart(own, pair.getKey()));
        return !pairs.isEmpty()
                && (itself
                        || references(change, table)
                                .anyMatch(key -> pairs.entrySet().stream()
                                        .allMatch(pair -> isPart(change, key, table, pair.getKey(), pair.getValue()))));
    }

    private boolean isPart(Change change, ForeignKey key, QualifiedName table, Name column, Name referenced) {
        QualifiedName own = change.object();
        int part = key.columns().indexOf(names.column(own, column));
        return part >= 0
                && key.referencedColumns().get(part).equals(names.column(table, referenced))
                && !isChanged(change, own, column)
                && (!isChanged(change, table, referenced) || readsFormer(change, key));
    }

    /** Whether a row comes into a table in any case, or one for each of the rows that ask. */
    private boolean getsRow(Change change, QualifiedName table) {
        return changes.stream()
                .filter(other ->
                        other instanceof RowChange.FillTable && other.object().equals(table))
                .map(RowChange.FillTable.class::cast)
                .anyMatch(fill -> SqlQueries.isOneRow(fill.query())
                        || SqlQueries.isOfEach(fill.query(), change.object().name()));
    }

    /** Columns that are looked up by what referred to them until then get other values afterwards. */
    private boolean readsFormer(Change change, ForeignKey key) {
        QualifiedName own = change.object();
        return change instanceof ColumnChange.AlterColumnType alter
                ? key.columns().contains(names.column(own, alter.before().name()))
                : changes.stream()
                        .noneMatch(other -> other instanceof ColumnChange.AlterColumnType alter
                                && other.object().equals(own)
                                && key.columns()
                                        .contains(
                                                names.column(own, alter.before().name())));
    }

    /** What refers to a table in each row of another, when the plan begins. */
    private Stream<ForeignKey> references(Change change, QualifiedName table) {
        boolean loses = changes.stream()
                .anyMatch(other -> other.object().equals(table)
                        && (other instanceof RowChange.TakeOutRows || other instanceof RowChange.DeleteRow));
        return start.table(names.table(change.object())).stream()
                .flatMap(own -> own.foreignKeys().stream()
                        .filter(key -> !loses
                                && key.definition().isEmpty()
                                && key.referencedColumns().size()
                                        == key.columns().size()
                                && key.referencedTable().equals(names.table(table))
                                && key.columns().stream()
                                        .allMatch(name -> own.column(name)
                                                .filter(column -> !column.nullable())
                                                .isPresent())));
    }

    /** Whether something else gives a column other values. */
    private boolean isChanged(Change change, QualifiedName table, Name column) {
        return changes.stream()
                .filter(other -> other != change && other.object().equals(table))
                .anyMatch(other -> other instanceof RowChange.FillColumn fill
                                && fill.column().equals(column)
                        || other instanceof RowChange.MendReferences mend
                                && mend.key().columns().contains(column)
                        || other instanceof RowChange.FollowKeys follow
                                && follow.key().columns().contains(column)
                        || other instanceof ColumnChange.AlterColumnType alter
                                && alter.before().name().equals(column));
    }

    private boolean isRequiredAtStart(QualifiedName now, Name column) {
        return start.table(names.table(now))
                .flatMap(found -> found.column(names.column(now, column)))
                .filter(found -> !found.nullable())
                .isPresent();
    }

    /** Whether a column takes no NULL, when the plan begins or later. */
    boolean isRequired(QualifiedName now, Name column) {
        return isRequiredAtStart(now, column)
                || changes.stream()
                        .filter(change -> change.object().equals(now))
                        .flatMap(FoundForEachRow::columnsFromThenOn)
                        .anyMatch(found -> found.name().equals(column) && !found.nullable());
    }

    private static Stream<Column> columnsFromThenOn(Change change) {
        if (change instanceof TableChange.CreateTable create) {
            return create.after().columns().stream();
        } else if (change instanceof ColumnChange.AddColumn add) {
            return Stream.of(add.after());
        }
        return change instanceof ColumnChange.SetNotNull set ? Stream.of(set.after()) : Stream.empty();
    }
}
