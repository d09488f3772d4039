package dev.accrete.schema.change;

import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import java.util.Objects;

/** Changes of tables as a whole. */
public sealed interface TableChange extends Change {

    /**
     * Create a table with everything on it but its foreign keys and its rows, which are changes of their own ({@link
     * ConstraintChange.AddForeignKey}, {@link RowChange.InsertRow}).
     *
     * @param after without foreign keys and without rows; comments are part of it
     */
    record CreateTable(Table after) implements TableChange {

        public CreateTable {
            Objects.requireNonNull(after, "after");
        }

        @Override
        public QualifiedName object() {
            return after.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.createTable(this);
        }
    }

    /**
     * Take over a table that exists in the databases already: check that it fits. Its foreign keys and rows are part of
     * it; no other change follows for them.
     */
    record AdoptTable(Table after) implements TableChange {

        public AdoptTable {
            Objects.requireNonNull(after, "after");
        }

        @Override
        public QualifiedName object() {
            return after.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.adoptTable(this);
        }
    }

    /**
     * Drop a table, by permission. Its own foreign keys and those that point to it are dropped by changes of their own.
     *
     * @param before as the database has it: with columns and constraints that were kept, without foreign keys
     */
    record DropTable(Table before) implements TableChange {

        public DropTable {
            Objects.requireNonNull(before, "before");
        }

        @Override
        public QualifiedName object() {
            return before.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.dropTable(this);
        }
    }

    /** No statement: the table is no longer in the model and stays with its data; it is no longer covered. */
    record RetireTable(Table table) implements TableChange {

        public RetireTable {
            Objects.requireNonNull(table, "table");
        }

        @Override
        public QualifiedName object() {
            return table.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.retireTable(this);
        }
    }

    /**
     * No statement: a table that was kept is in the model again. Differences follow as changes of their own.
     *
     * @param table as the database has it
     */
    record ReviveTable(Table table) implements TableChange {

        public ReviveTable {
            Objects.requireNonNull(table, "table");
        }

        @Override
        public QualifiedName object() {
            return table.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.reviveTable(this);
        }
    }

    /**
     * Rename a table, or move it to another schema. It comes before every change that mentions the table, and those use
     * the new name.
     */
    record RenameTable(QualifiedName before, QualifiedName after) implements TableChange {

        public RenameTable {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public QualifiedName object() {
            return after;
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.renameTable(this);
        }
    }

    /** Set or remove the comment of a table. */
    record AlterTableComment(Table before, Table after) implements TableChange {

        public AlterTableComment {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public QualifiedName object() {
            return after.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterTableComment(this);
        }
    }

    /**
     * The text after {@code CREATE TABLE} changed. No database can change an existing table to it in general: no
     * statement, and the diff says so in a finding.
     */
    record AlterTableOptions(Table before, Table after) implements TableChange {

        public AlterTableOptions {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public QualifiedName object() {
            return after.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterTableOptions(this);
        }
    }

    /** Answers every kind of change of tables as a whole. */
    interface Visitor<R> {
        R createTable(CreateTable change);

        R adoptTable(AdoptTable change);

        R dropTable(DropTable change);

        R retireTable(RetireTable change);

        R reviveTable(ReviveTable change);

        R renameTable(RenameTable change);

        R alterTableComment(AlterTableComment change);

        R alterTableOptions(AlterTableOptions change);
    }
}
