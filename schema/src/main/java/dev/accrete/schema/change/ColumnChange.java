package dev.accrete.schema.change;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/** Changes of columns. */
public sealed interface ColumnChange extends Change {

    QualifiedName table();

    @Override
    default QualifiedName object() {
        return table();
    }

    /** The column's name after the migration. */
    @Override
    Optional<Name> columnName();

    /** One aspect of a column changes, and its name stays. */
    sealed interface AlterColumn extends ColumnChange {

        Column before();

        Column after();

        /** SQL that converts the values; empty for the database's own conversion. */
        default Optional<String> using() {
            return Optional.empty();
        }

        /** SQL that gives rows a value where they have none; empty if none is stated. */
        default Optional<String> backfill() {
            return Optional.empty();
        }

        @Override
        default Optional<Name> columnName() {
            return Optional.of(after().name());
        }
    }

    /**
     * Add a column to a table that exists.
     *
     * @param backfill SQL that gives existing rows their value; empty if none is needed or none is stated
     */
    record AddColumn(QualifiedName table, Column after, Optional<String> backfill) implements ColumnChange {

        public AddColumn {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(backfill, "backfill");
        }

        @Override
        public Optional<Name> columnName() {
            return Optional.of(after.name());
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.addColumn(this);
        }
    }

    /**
     * Drop a column, by permission. Constraints and indexes over it are dropped by changes of their own.
     *
     * @param before as the database has it
     */
    record DropColumn(QualifiedName table, Column before) implements ColumnChange {

        public DropColumn {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
        }

        @Override
        public Optional<Name> columnName() {
            return Optional.of(before.name());
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.dropColumn(this);
        }
    }

    /**
     * No statement: no attribute maps the column any more and it stays with its data.
     *
     * @param column as it was mapped; a {@link RelaxColumn} follows if the application could not insert rows otherwise
     * @param explicit whether {@code @KeepColumn} says so
     */
    record RetireColumn(QualifiedName table, Column column, boolean explicit) implements ColumnChange {

        public RetireColumn {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
        }

        @Override
        public Optional<Name> columnName() {
            return Optional.of(column.name());
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.retireColumn(this);
        }
    }

    /**
     * Let a column stay empty that is retired, so that the application can still insert rows.
     *
     * @param after takes NULL, and has no check that could refuse it
     */
    record RelaxColumn(QualifiedName table, Column before, Column after) implements ColumnChange {

        public RelaxColumn {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public Optional<Name> columnName() {
            return Optional.of(before.name());
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.relaxColumn(this);
        }
    }

    /**
     * No statement: a column that was kept is mapped again. Differences follow as changes of their own.
     *
     * @param column as the database has it
     */
    record ReviveColumn(QualifiedName table, Column column) implements ColumnChange {

        public ReviveColumn {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
        }

        @Override
        public Optional<Name> columnName() {
            return Optional.of(column.name());
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.reviveColumn(this);
        }
    }

    /** Rename a column. It comes before every change that mentions the column, and those use the new name. */
    record RenameColumn(QualifiedName table, Name before, Name after) implements ColumnChange {

        public RenameColumn {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public Optional<Name> columnName() {
            return Optional.of(after);
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.renameColumn(this);
        }
    }

    /**
     * Change the type of a column, a check that belongs to the type included. Default, nullability and everything else
     * change separately.
     *
     * @param using SQL that converts the values; empty for the database's own conversion
     */
    record AlterColumnType(QualifiedName table, Column before, Column after, Optional<String> using)
            implements AlterColumn {

        public AlterColumnType {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(using, "using");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterColumnType(this);
        }
    }

    /**
     * Forbid NULL.
     *
     * @param backfill SQL that gives rows a value where they have none; empty if none is stated
     */
    record SetNotNull(QualifiedName table, Column before, Column after, Optional<String> backfill)
            implements AlterColumn {

        public SetNotNull {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(backfill, "backfill");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.setNotNull(this);
        }
    }

    /** Allow NULL in a mapped column. */
    record DropNotNull(QualifiedName table, Column before, Column after) implements AlterColumn {

        public DropNotNull {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.dropNotNull(this);
        }
    }

    /** Set, change or drop the default. */
    record AlterColumnDefault(QualifiedName table, Column before, Column after) implements AlterColumn {

        public AlterColumnDefault {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterColumnDefault(this);
        }
    }

    /** Add or drop the identity of a column; added, it has to start above the ids that exist. */
    record AlterColumnIdentity(QualifiedName table, Column before, Column after) implements AlterColumn {

        public AlterColumnIdentity {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterColumnIdentity(this);
        }
    }

    /** Add, change or drop the expression of a generated column. */
    record AlterColumnGeneration(QualifiedName table, Column before, Column after) implements AlterColumn {

        public AlterColumnGeneration {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterColumnGeneration(this);
        }
    }

    /** Change the conditions of the column's unnamed check; those of its type are part of {@link AlterColumnType}. */
    record AlterColumnChecks(QualifiedName table, Column before, Column after) implements AlterColumn {

        public AlterColumnChecks {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterColumnChecks(this);
        }
    }

    /** Change the collation. */
    record AlterColumnCollation(QualifiedName table, Column before, Column after) implements AlterColumn {

        public AlterColumnCollation {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterColumnCollation(this);
        }
    }

    /** Set or remove the comment of a column. */
    record AlterColumnComment(QualifiedName table, Column before, Column after) implements AlterColumn {

        public AlterColumnComment {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterColumnComment(this);
        }
    }

    /**
     * The text after the column's definition changed. No database can change an existing column to it in general: no
     * statement, and the diff says so in a finding.
     */
    record AlterColumnOptions(QualifiedName table, Column before, Column after) implements AlterColumn {

        public AlterColumnOptions {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterColumnOptions(this);
        }
    }

    /** Answers every kind of change of columns. */
    interface Visitor<R> {
        R addColumn(AddColumn change);

        R dropColumn(DropColumn change);

        R retireColumn(RetireColumn change);

        R relaxColumn(RelaxColumn change);

        R reviveColumn(ReviveColumn change);

        R renameColumn(RenameColumn change);

        R alterColumnType(AlterColumnType change);

        R setNotNull(SetNotNull change);

        R dropNotNull(DropNotNull change);

        R alterColumnDefault(AlterColumnDefault change);

        R alterColumnIdentity(AlterColumnIdentity change);

        R alterColumnGeneration(AlterColumnGeneration change);

        R alterColumnChecks(AlterColumnChecks change);

        R alterColumnCollation(AlterColumnCollation change);

        R alterColumnComment(AlterColumnComment change);

        R alterColumnOptions(AlterColumnOptions change);
    }
}
