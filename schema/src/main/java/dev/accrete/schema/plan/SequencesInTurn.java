package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.NumberedColumn;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.SequenceChange.CreateSequence;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds sequences that get the name of a table that goes, and those whose name a new table gets: on PostgreSQL tables and
 * sequences share their names, and tables come before other things go. And says when a new sequence can be started past the
 * numbers that rows have already.
 */
final class SequencesInTurn {

    private final List<Sequence> first = new ArrayList<>();
    private final List<Sequence> last = new ArrayList<>();
    private final List<CreateSequence> started = new ArrayList<>();
    private final Set<CreateSequence> late = new HashSet<>();

    SequencesInTurn(List<Change> changes, WholeTables tables) {
        Set<QualifiedName> filled = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof RowChange.FillTable) {
                filled.add(change.object());
            }
        }
        for (Change change : changes) {
            if (change instanceof SequenceChange.DropSequence drop && tables.creates(drop.object())) {
                first.add(drop.before());
            } else if (change instanceof CreateSequence create) {
                if (tables.drops(create.object())) {
                    last.add(create.after());
                }
                create.numbers()
                        .filter(numbered -> !tables.drops(numbered.table()))
                        .filter(numbered -> !tables.creates(numbered.table()) || filled.contains(numbered.table()))
                        .ifPresent(numbered -> {
                            started.add(create);
                            // A text has no greatest number: what becomes one is read afterwards.
                            if (tables.isFilledLate(numbered.table()) || isRetyped(numbered, changes)) {
                                late.add(create);
                            }
                        });
            }
        }
    }

    private static boolean isRetyped(NumberedColumn numbered, List<Change> changes) {
        return changes.stream()
                .anyMatch(change -> change instanceof ColumnChange.AlterColumnType
                        && change.object().equals(numbered.table())
                        && change.columnName().filter(numbered.column()::equals).isPresent());
    }

    /** Those that go before tables come. */
    Schema first() {
        return Schema.empty().withSequences(first);
    }

    /** Those that come after tables have gone. */
    Schema last() {
        return Schema.empty().withSequences(last);
    }

    boolean isFirst(SequenceChange.DropSequence drop) {
        return first.contains(drop.before());
    }

    boolean isLast(CreateSequence create) {
        return last.contains(create.after());
    }

    /** Those that can be started as soon as new tables are there. */
    List<CreateSequence> startedEarly() {
        return started.stream()
                .filter(create -> !late.contains(create) && !isLast(create))
                .toList();
    }

    /** Those that are started when columns have changed and rows have come. */
    List<CreateSequence> startedLate() {
        return started.stream()
                .filter(create -> late.contains(create) && !isLast(create))
                .toList();
    }

    /** Those that are started when tables have gone. */
    List<CreateSequence> startedLast() {
        return started.stream().filter(this::isLast).toList();
    }
}
