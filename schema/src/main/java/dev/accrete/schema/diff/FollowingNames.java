package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.conversion.Conversion;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.diff.RenameOrder.Wish;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What is named after a table follows it when the table is renamed, as the mapping's defaults make it do: its sequence,
 * join and collection tables, and columns that point to it. No guess: one thing has gone, one has come, their names
 * differ in just the table's name, and they are otherwise alike.
 */
final class FollowingNames {

    private final List<Wish<QualifiedName>> renames;

    /**
     * Takes the table renames that have been carried out.
     *
     * @param renames former and new names
     */
    FollowingNames(List<Wish<QualifiedName>> renames) {
        this.renames = renames;
    }

    List<Change> sequences(Schema now, Schema after) {
        return follow(
                        Pairing.of(now.sequences(), after.sequences(), Sequence::name),
                        sequence -> sequence.name().name(),
                        (gone, fresh) -> true)
                .stream()
                .<Change>map(pair -> new SequenceChange.RenameSequence(
                        pair.before(), pair.before().withName(pair.after().name())))
                .toList();
    }

    List<Change> tables(Schema now, Schema after) {
        return follow(
                        Pairing.of(now.tables(), after.tables(), Table::name),
                        table -> table.name().name(),
                        (gone, fresh) -> types(gone).equals(types(fresh)))
                .stream()
                .<Change>map(pair -> new TableChange.RenameTable(
                        pair.before().name(), pair.after().name()))
                .toList();
    }

    private static List<String> types(Table table) {
        return table.columns().stream()
                .map(column -> column.type().text())
                .sorted()
                .toList();
    }

    List<Change> columns(Schema now, Schema after) {
        List<Change> changes = new ArrayList<>();
        if (!renames.isEmpty()) {
            for (Pairing.Pair<Table> pair :
                    Pairing.of(now.tables(), after.tables(), Table::name).matched()) {
                Pairing<Column> columns =
                        Pairing.of(pair.before().columns(), pair.after().columns(), Column::name);
                follow(columns, Column::name, (gone, fresh) -> same(gone.type(), fresh.type()))
                        .forEach(column -> changes.add(new ColumnChange.RenameColumn(
                                pair.after().name(),
                                column.before().name(),
                                column.after().name())));
            }
        }
        return changes;
    }

    private static boolean same(ColumnType one, ColumnType other) {
        return Conversions.between(one, other) == Conversion.SAME;
    }

    private <T> List<Pairing.Pair<T>> follow(Pairing<T> pairing, Function<T, Name> name, BiPredicate<T, T> alike) {
        List<Pairing.Pair<T>> pairs = new ArrayList<>();
        List<T> gone = new ArrayList<>(pairing.removed());
        List<T> fresh = new ArrayList<>(pairing.added());
        for (Wish<QualifiedName> rename : renames) {
            for (T former : List.copyOf(gone)) {
                Optional<T> follower = fresh.stream()
                        .filter(candidate -> follows(rename, name.apply(former), name.apply(candidate)))
                        .filter(candidate -> alike.test(former, candidate))
                        .findFirst();
                follower.ifPresent(candidate -> {
                    gone.remove(former);
                    fresh.remove(candidate);
                    pairs.add(new Pairing.Pair<>(former, candidate));
                });
            }
        }
        return pairs;
    }

    /** The former name starts or ends with the former table's, at an underscore, and the new one with the new table's. */
    private static boolean follows(Wish<QualifiedName> rename, Name former, Name fresh) {
        String table = folded(rename.before().name());
        String renamed = folded(rename.after().name());
        String from = folded(former);
        String to = folded(fresh);
        return from.startsWith(table + "_") && to.equals(renamed + from.substring(table.length()))
                || from.endsWith("_" + table) && to.equals(from.substring(0, from.length() - table.length()) + renamed);
    }

    private static String folded(Name name) {
        return name.text().toLowerCase(Locale.ROOT);
    }
}
