package dev.accrete.schema.change;

import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Sequence;
import java.util.Objects;
import java.util.Optional;

/** Changes of sequences. */
public sealed interface SequenceChange extends Change {

    /**
     * Create a sequence.
     *
     * @param numbers the column with ids that exist already, past which it starts; empty if there is none
     */
    record CreateSequence(Sequence after, Optional<NumberedColumn> numbers) implements SequenceChange {

        public CreateSequence {
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(numbers, "numbers");
        }

        @Override
        public QualifiedName object() {
            return after.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.createSequence(this);
        }
    }

    /**
     * Change start, increment or options. Ids must stay unique: with a greater increment the next value has to move past
     * the block that an application holds already.
     */
    record AlterSequence(Sequence before, Sequence after) implements SequenceChange {

        public AlterSequence {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public QualifiedName object() {
            return after.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.alterSequence(this);
        }
    }

    /** Rename a sequence or move it to another schema; nothing else differs between the two. */
    record RenameSequence(Sequence before, Sequence after) implements SequenceChange {

        public RenameSequence {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public QualifiedName object() {
            return after.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.renameSequence(this);
        }
    }

    /** Drop a sequence: its name, or that of the table it numbers, has a permission. */
    record DropSequence(Sequence before) implements SequenceChange {

        public DropSequence {
            Objects.requireNonNull(before, "before");
        }

        @Override
        public QualifiedName object() {
            return before.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.dropSequence(this);
        }
    }

    /** No statement: the sequence is no longer in the model and stays, so that its position is not lost. */
    record RetireSequence(Sequence sequence) implements SequenceChange {

        public RetireSequence {
            Objects.requireNonNull(sequence, "sequence");
        }

        @Override
        public QualifiedName object() {
            return sequence.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.retireSequence(this);
        }
    }

    /** No statement: a sequence that was kept is in the model again. */
    record ReviveSequence(Sequence sequence) implements SequenceChange {

        public ReviveSequence {
            Objects.requireNonNull(sequence, "sequence");
        }

        @Override
        public QualifiedName object() {
            return sequence.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.reviveSequence(this);
        }
    }

    /** Answers every kind of change of sequences. */
    interface Visitor<R> {
        R createSequence(CreateSequence change);

        R alterSequence(AlterSequence change);

        R renameSequence(RenameSequence change);

        R dropSequence(DropSequence change);

        R retireSequence(RetireSequence change);

        R reviveSequence(ReviveSequence change);
    }
}
