package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds sequences that get the name of a table that goes, and those whose name a new table gets: on PostgreSQL tables and
 * sequences share their names, and tables come before other things go.
 */
final class SequencesInTurn {

    private final List<Sequence> first = new ArrayList<>();
    private final List<Sequence> last = new ArrayList<>();

    SequencesInTurn(List<Change> changes, Set<QualifiedName> created, Set<QualifiedName> dropped) {
        for (Change change : changes) {
            if (change instanceof SequenceChange.DropSequence drop && created.contains(drop.object())) {
                first.add(drop.before());
            } else if (change instanceof SequenceChange.CreateSequence create && dropped.contains(create.object())) {
                last.add(create.after());
            }
        }
    }

    /** Those that go before tables come. */
    List<Sequence> first() {
        return first;
    }

    /** Those that come after tables have gone. */
    List<Sequence> last() {
        return last;
    }

    boolean isFirst(SequenceChange.DropSequence drop) {
        return first.contains(drop.before());
    }

    boolean isLast(SequenceChange.CreateSequence create) {
        return last.contains(create.after());
    }
}
