package dev.accrete.schema.change;

import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.View;
import java.util.Objects;

/** Changes of views. */
public sealed interface ViewChange extends Change {

    /** Create a view. */
    record CreateView(View after) implements ViewChange {

        public CreateView {
            Objects.requireNonNull(after, "after");
        }

        @Override
        public QualifiedName object() {
            return after.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.createView(this);
        }
    }

    /** Give a view another query. */
    record ReplaceView(View before, View after) implements ViewChange {

        public ReplaceView {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public QualifiedName object() {
            return after.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.replaceView(this);
        }
    }

    /** Drop a view. It holds no data, so it needs no permission. */
    record DropView(View before) implements ViewChange {

        public DropView {
            Objects.requireNonNull(before, "before");
        }

        @Override
        public QualifiedName object() {
            return before.name();
        }

        @Override
        public <R> R accept(Change.Visitor<R> visitor) {
            return visitor.dropView(this);
        }
    }

    /** Answers every kind of change of views. */
    interface Visitor<R> {
        R createView(CreateView change);

        R replaceView(ReplaceView change);

        R dropView(DropView change);
    }
}
