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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the mapping writes in quotes from now on, or no longer, is the same thing where the database folds its name to what
 * stands in the quotes. No guess: the database can't have two of them.
 */
final class OtherQuotes {

    private final DatabaseNames names;

    OtherQuotes(DatabaseNames names) {
        this.names = names;
    }

    List<Change> sequences(Schema now, Schema after) {
        return same(
                now.sequences(),
                after.sequences(),
                Sequence::name,
                names::folded,
                (then, fresh) -> new SequenceChange.RenameSequence(then, then.withName(fresh.name())));
    }

    List<Change> tables(Schema now, Schema after) {
        return same(
                now.tables(),
                after.tables(),
                Table::name,
                names::folded,
                (then, fresh) -> new TableChange.RenameTable(then.name(), fresh.name()));
    }

    /** The columns of tables that have their names. */
    List<Change> columns(Schema now, Schema after) {
        return now.tables().stream()
                .flatMap(then -> after.table(then.name()).stream().flatMap(fresh -> columns(then, fresh)))
                .toList();
    }

    private Stream<Change> columns(Table then, Table fresh) {
        return same(
                then.columns(),
                fresh.columns(),
                Column::name,
                names::folded,
                (one, other) -> new ColumnChange.RenameColumn(then.name(), one.name(), other.name()))
                .stream();
    }

    private interface Rename<T> {
        Change of(T then, T fresh);
    }

    private static <T, N extends Comparable<N>, K> List<Change> same(
            List<T> now, List<T> after, Function<T, N> name, Function<N, K> folded, Rename<T> rename) {
        Pairing<T> pairing = Pairing.of(now, after, name);
        Map<K, T> fresh = new HashMap<>();
        pairing.added().forEach(each -> fresh.putIfAbsent(folded.apply(name.apply(each)), each));
        return pairing.removed().stream()
                .filter(then -> fresh.containsKey(folded.apply(name.apply(then))))
                .map(then -> rename.of(then, fresh.get(folded.apply(name.apply(then)))))
                .toList();
    }
}
