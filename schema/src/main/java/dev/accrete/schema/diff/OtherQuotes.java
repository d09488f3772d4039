package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.DatabaseNames;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.Kept.KeptColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the mapping writes in quotes from now on, or no longer, is the same thing where the database folds its name to what
 * stands in the quotes. What is kept is mapped again that way, too. No guess: the database can't have two of them.
 */
final class OtherQuotes {

    private final DatabaseNames names;

    OtherQuotes(DatabaseNames names) {
        this.names = names;
    }

    List<Change> sequences(Schema now, Kept kept, Schema after) {
        return same(
                new Existing<>(now.sequences(), kept.sequences()),
                after.sequences(),
                Sequence::name,
                names::folded,
                SequenceChange.ReviveSequence::new,
                (then, fresh) -> new SequenceChange.RenameSequence(then, then.withName(fresh.name())));
    }

    List<Change> tables(Schema now, Kept kept, Schema after) {
        return same(
                new Existing<>(now.tables(), kept.tables()),
                after.tables(),
                Table::name,
                names::folded,
                TableChange.ReviveTable::new,
                (then, fresh) -> new TableChange.RenameTable(then.name(), fresh.name()));
    }

    /** The columns of tables that have their names. */
    List<Change> columns(Schema now, Kept kept, Schema after) {
        return now.tables().stream()
                .flatMap(then -> after.table(then.name()).stream().flatMap(fresh -> columns(then, kept, fresh)))
                .toList();
    }

    private Stream<Change> columns(Table then, Kept kept, Table fresh) {
        List<Column> unmapped =
                kept.columnsOf(then.name()).stream().map(KeptColumn::column).toList();
        return same(
                new Existing<>(then.columns(), unmapped),
                fresh.columns(),
                Column::name,
                names::folded,
                column -> new ColumnChange.ReviveColumn(then.name(), column),
                (one, other) -> new ColumnChange.RenameColumn(then.name(), one.name(), other.name()))
                .stream();
    }

    /** What the database has, mapped and not. */
    private record Existing<T>(List<T> mapped, List<T> kept) {

        List<T> all() {
            return Stream.concat(mapped.stream(), kept.stream()).toList();
        }
    }

    private static <T, N extends Comparable<N>, K> List<Change> same(
            Existing<T> now,
            List<T> after,
            Function<T, N> name,
            Function<N, K> folded,
            Function<T, Change> revive,
            BiFunction<T, T, Change> rename) {
        Pairing<T> pairing = Pairing.of(now.all(), after, name);
        Map<K, T> fresh = new HashMap<>();
        pairing.added().forEach(each -> fresh.putIfAbsent(folded.apply(name.apply(each)), each));
        List<Change> changes = new ArrayList<>();
        for (T then : pairing.removed()) {
            T same = fresh.get(folded.apply(name.apply(then)));
            if (same != null) {
                if (now.kept().contains(then)) {
                    changes.add(revive.apply(then));
                }
                changes.add(rename.apply(then, same));
            }
        }
        return changes;
    }
}
