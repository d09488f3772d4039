package dev.accrete.schema.change;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.TypeDefinition;
import java.util.List;
import java.util.Objects;

/** Changes of user-defined types. */
public sealed interface TypeChange extends Change {

    /** Create a type. */
    record CreateType(TypeDefinition after) implements TypeChange {

        public CreateType {
            Objects.requireNonNull(after, "after");
        }

        @Override
        public QualifiedName object() {
            return after.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.createType(this);
        }
    }

    /**
     * Change a type: labels added, removed or in another order; attributes of a composite type.
     *
     * @param conversions what becomes of the values of the columns that have the type, where it is stated
     */
    record AlterType(TypeDefinition before, TypeDefinition after, List<LabelConversion> conversions)
            implements TypeChange {

        public AlterType {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            conversions = List.copyOf(conversions);
        }

        @Override
        public QualifiedName object() {
            return after.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterType(this);
        }
    }

    /**
     * What becomes of the values of one column when its type changes.
     *
     * @param sql an expression over the column, whose values are text in it
     */
    record LabelConversion(QualifiedName table, Name column, String sql) {}

    /** Drop a type that nothing uses any more. It holds no data, so it needs no permission. */
    record DropType(TypeDefinition before) implements TypeChange {

        public DropType {
            Objects.requireNonNull(before, "before");
        }

        @Override
        public QualifiedName object() {
            return before.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.dropType(this);
        }
    }

    /** No statement: the type is no longer in the model and stays, because something that is kept uses it. */
    record RetireType(TypeDefinition type) implements TypeChange {

        public RetireType {
            Objects.requireNonNull(type, "type");
        }

        @Override
        public QualifiedName object() {
            return type.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.retireType(this);
        }
    }

    /** No statement: a type that was kept is in the model again. */
    record ReviveType(TypeDefinition type) implements TypeChange {

        public ReviveType {
            Objects.requireNonNull(type, "type");
        }

        @Override
        public QualifiedName object() {
            return type.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.reviveType(this);
        }
    }

    /** Answers every kind of change of user-defined types. */
    interface Visitor<R> {
        R createType(CreateType change);

        R alterType(AlterType change);

        R dropType(DropType change);

        R retireType(RetireType change);

        R reviveType(ReviveType change);
    }
}
