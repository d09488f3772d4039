package dev.accrete.schema.change;

import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.sql.SqlQueries;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Changes of rows that belong to the schema. */
public sealed interface RowChange extends Change {

    QualifiedName table();

    @Override
    default QualifiedName object() {
        return table();
    }

    /** Insert a row. */
    record InsertRow(QualifiedName table, Row after) implements RowChange {

        public InsertRow {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.insertRow(this);
        }
    }

    /**
     * No statement: the row with this primary key starts with other values in a new database; a database that exists has
     * gone on from the old ones, and keeps what it has.
     */
    record AlterRow(QualifiedName table, Row before, Row after) implements RowChange {

        public AlterRow {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterRow(this);
        }
    }

    /** Delete a row, found by the values of its table's primary key. A diff never asks for it; it undoes an insert. */
    record DeleteRow(QualifiedName table, Row before) implements RowChange {

        public DeleteRow {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.deleteRow(this);
        }
    }

    /** No statement: the row is no longer in the model and stays, so that a counter is not lost. */
    record RetireRow(QualifiedName table, Row row) implements RowChange {

        public RetireRow {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(row, "row");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.retireRow(this);
        }
    }

    /** No statement: a row that was kept is in the model again. */
    record ReviveRow(QualifiedName table, Row row) implements RowChange {

        public ReviveRow {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(row, "row");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.reviveRow(this);
        }
    }

    /**
     * Give a new table the rows that a query finds in the others.
     *
     * @param sql the names of columns in parentheses, and a query; columns have the names that they have after renames
     */
    record FillTable(QualifiedName table, String sql) implements RowChange {

        public FillTable {
            Objects.requireNonNull(table, "table");
            sql = sql.strip();
        }

        /** The query alone. */
        public String query() {
            return SqlQueries.withoutNames(sql);
        }

        /** The columns that get values, in the query's order. */
        public List<Name> columns() {
            return SqlQueries.names(sql).stream().map(Name::parse).toList();
        }

        /** The same columns by another query. */
        public FillTable withQuery(String query) {
            return new FillTable(table, (names() + " " + query).strip());
        }

        /** A query for these of the columns. */
        public String select(String list) {
            return "SELECT " + list + " FROM " + rows("taken");
        }

        /** The rows as a table that a query reads, by a name of its own. */
        public String rows(String name) {
            return "(" + query() + ") " + name + names();
        }

        private String names() {
            return sql.substring(0, sql.length() - query().length()).strip();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.fillTable(this);
        }
    }

    /**
     * Give the rows of each list their positions, in any order that stays the same.
     *
     * @param column takes NULL until then
     * @param owner the columns that say whose list it is; rows without an owner get no position
     * @param first the first position
     */
    record NumberRows(QualifiedName table, Name column, List<Name> owner, int first) implements RowChange {

        public NumberRows {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            owner = List.copyOf(owner);
        }

        @Override
        public Optional<Name> columnName() {
            return Optional.of(column);
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.numberRows(this);
        }
    }

    /**
     * Give rows that have no value in a column one.
     *
     * @param column takes NULL, and goes on doing so
     * @param value an expression; a row for which it is NULL stays without a value
     */
    record FillColumn(QualifiedName table, Name column, String value) implements RowChange {

        public FillColumn {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Optional<Name> columnName() {
            return Optional.of(column);
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.fillColumn(this);
        }
    }

    /**
     * Take references to rows that are gone for good back into a form that a foreign key accepts. Made by undo plans alone,
     * for a referenced table that comes back without its rows, or without its key.
     *
     * @param key the foreign key that is added afterwards
     * @param all whether no reference means anything any more, because the keys come back with other values
     * @param placeholder what a row that is missing gets in the referenced table, beside the columns that are referred to;
     *     empty if the references get other values instead
     * @param values what the columns of the references get instead, one for each; {@code NULL} where nothing is known
     */
    record MendReferences(
            QualifiedName table, ForeignKey key, boolean all, Optional<Row> placeholder, List<String> values)
            implements RowChange {

        public MendReferences {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(placeholder, "placeholder");
            values = List.copyOf(values);
        }

        /** Whether rows that refer to none get another row of their own table, which one that is added could take. */
        public boolean takesOtherRows() {
            return !all
                    && placeholder.isEmpty()
                    && !values.contains("NULL")
                    && key.referencedTable().equals(table);
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.mendReferences(this);
        }
    }

    /**
     * Lead references along as their keys get other values. Made by undo plans alone, before {@link MendReferences} gives rows
     * of the referenced table other keys.
     *
     * @param key the foreign key, which is not there meanwhile
     * @param values what the columns of the references get, one for each
     */
    record FollowKeys(QualifiedName table, ForeignKey key, List<String> values) implements RowChange {

        public FollowKeys {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(key, "key");
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.followKeys(this);
        }
    }

    /**
     * Take rows that were taken over out again, which are where they came from. Made by undo plans alone.
     *
     * @param key tells rows of the table apart
     * @param keys a query for those of the rows that were taken over
     * @param references from other tables; a row that one of them leads to stays
     */
    record TakeOutRows(QualifiedName table, List<Name> key, String keys, List<Reference> references)
            implements RowChange {

        public TakeOutRows {
            Objects.requireNonNull(table, "table");
            key = List.copyOf(key);
            Objects.requireNonNull(keys, "keys");
            references = List.copyOf(references);
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.takeOutRows(this);
        }
    }

    /**
     * A foreign key of a table: those of two schemas may have the same name and columns.
     *
     * @param table the one that refers
     */
    record Reference(QualifiedName table, ForeignKey key) {

        public Reference {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(key, "key");
        }
    }

    /** Answers every kind of change of rows that belong to the schema. */
    interface Visitor<R> {
        R insertRow(InsertRow change);

        R alterRow(AlterRow change);

        R deleteRow(DeleteRow change);

        R retireRow(RetireRow change);

        R reviveRow(ReviveRow change);

        R numberRows(NumberRows change);

        R fillTable(FillTable change);

        R fillColumn(FillColumn change);

        R mendReferences(MendReferences change);

        R followKeys(FollowKeys change);

        R takeOutRows(TakeOutRows change);
    }
}
