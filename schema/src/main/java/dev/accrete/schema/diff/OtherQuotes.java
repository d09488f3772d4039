package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.DatabaseNames;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import java.util.List;
import java.util.function.BiPredicate;
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
                (QualifiedName one, QualifiedName other) -> names.areSame(one, other),
                (then, fresh) -> new SequenceChange.RenameSequence(then, then.withName(fresh.name())));
    }

    List<Change> tables(Schema now, Schema after) {
        return same(
                now.tables(),
                after.tables(),
                Table::name,
                (QualifiedName one, QualifiedName other) -> names.areSame(one, other),
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
                names::areSame,
                (one, other) -> new ColumnChange.RenameColumn(then.name(), one.name(), other.name()))
                .stream();
    }

    private interface Rename<T> {
        Change of(T then, T fresh);
    }

    private static <T, N extends Comparable<N>> List<Change> same(
            List<T> now, List<T> after, Function<T, N> name, BiPredicate<N, N> areSame, Rename<T> rename) {
        Pairing<T> pairing = Pairing.of(now, after, name);
        return pairing.removed().stream()
                .flatMap(then -> pairing.added().stream()
                        .filter(fresh -> areSame.test(name.apply(then), name.apply(fresh)))
                        .map(fresh -> rename.of(then, fresh)))
                .toList();
    }
}
