package dev.accrete.schema.change;

import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.UniqueKey;
import java.util.Objects;

/** Changes of keys, indexes and checks. */
public sealed interface ConstraintChange extends Change {

    QualifiedName table();

    @Override
    default QualifiedName object() {
        return table();
    }

    /** The constraint or index, as it is after the change, or before it if it goes. */
    Constraint constraint();

    /** Something comes, under a name that nothing else may have. */
    sealed interface AddConstraint extends ConstraintChange {}

    /** Something goes, and its name is free. */
    sealed interface DropConstraint extends ConstraintChange {}

    /** Add a primary key to a table that exists. */
    record AddPrimaryKey(QualifiedName table, PrimaryKey constraint) implements AddConstraint {

        public AddPrimaryKey {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.addPrimaryKey(this);
        }
    }

    /** Drop a primary key. */
    record DropPrimaryKey(QualifiedName table, PrimaryKey constraint) implements DropConstraint {

        public DropPrimaryKey {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.dropPrimaryKey(this);
        }
    }

    /** Add a unique constraint to a table that exists. */
    record AddUniqueKey(QualifiedName table, UniqueKey constraint) implements AddConstraint {

        public AddUniqueKey {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.addUniqueKey(this);
        }
    }

    /** Drop a unique constraint. */
    record DropUniqueKey(QualifiedName table, UniqueKey constraint) implements DropConstraint {

        public DropUniqueKey {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.dropUniqueKey(this);
        }
    }

    /** Add a foreign key, to a new table too. */
    record AddForeignKey(QualifiedName table, ForeignKey constraint) implements AddConstraint {

        public AddForeignKey {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.addForeignKey(this);
        }
    }

    /** Drop a foreign key. One whose action changes is dropped and added under the same name. */
    record DropForeignKey(QualifiedName table, ForeignKey constraint) implements DropConstraint {

        public DropForeignKey {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.dropForeignKey(this);
        }
    }

    /** Add an index to a table that exists. */
    record AddIndex(QualifiedName table, Index constraint) implements AddConstraint {

        public AddIndex {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.addIndex(this);
        }
    }

    /** Drop an index. */
    record DropIndex(QualifiedName table, Index constraint) implements DropConstraint {

        public DropIndex {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.dropIndex(this);
        }
    }

    /** Add a check to a table that exists. */
    record AddCheck(QualifiedName table, CheckConstraint constraint) implements AddConstraint {

        public AddCheck {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.addCheck(this);
        }
    }

    /** Drop a check. */
    record DropCheck(QualifiedName table, CheckConstraint constraint) implements DropConstraint {

        public DropCheck {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.dropCheck(this);
        }
    }

    /** Rename a primary key, unique constraint, foreign key or check. */
    record RenameConstraint(QualifiedName table, Name before, Constraint constraint) implements ConstraintChange {

        public RenameConstraint {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.renameConstraint(this);
        }

        /** What gives it its name again. */
        public RenameConstraint back() {
            return new RenameConstraint(table, constraint.name(), Constraints.named(constraint, before));
        }
    }

    /** Rename an index. */
    record RenameIndex(QualifiedName table, Name before, Index constraint) implements ConstraintChange {

        public RenameIndex {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.renameIndex(this);
        }

        /** What gives it its name again. */
        public RenameIndex back() {
            return new RenameIndex(
                    table,
                    constraint.name(),
                    new Index(before, constraint.parts(), constraint.unique(), constraint.options()));
        }
    }

    /** No statement: the constraint or index is no longer in the model and stays with a retired column that it is over. */
    record RetireConstraint(QualifiedName table, Constraint constraint) implements ConstraintChange {

        public RetireConstraint {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.retireConstraint(this);
        }
    }

    /** No statement: a constraint or index that was kept is in the model again. */
    record ReviveConstraint(QualifiedName table, Constraint constraint) implements ConstraintChange {

        public ReviveConstraint {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.reviveConstraint(this);
        }
    }

    /** Answers every kind of change of keys, indexes and checks. */
    interface Visitor<R> {
        R addPrimaryKey(AddPrimaryKey change);

        R dropPrimaryKey(DropPrimaryKey change);

        R addUniqueKey(AddUniqueKey change);

        R dropUniqueKey(DropUniqueKey change);

        R addForeignKey(AddForeignKey change);

        R dropForeignKey(DropForeignKey change);

        R addIndex(AddIndex change);

        R dropIndex(DropIndex change);

        R addCheck(AddCheck change);

        R dropCheck(DropCheck change);

        R renameConstraint(RenameConstraint change);

        R renameIndex(RenameIndex change);

        R retireConstraint(RetireConstraint change);

        R reviveConstraint(ReviveConstraint change);
    }
}
