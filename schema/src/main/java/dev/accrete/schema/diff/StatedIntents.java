package dev.accrete.schema.diff;

import dev.accrete.schema.diff.Intents.Intent;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks intents up and remembers which ones had something to do. */
final class StatedIntents {

    private final Intents intents;
    private final Set<Intent<?>> used = new HashSet<>();

    StatedIntents(Intents intents) {
        this.intents = intents;
    }

    boolean dropsTable(QualifiedName table) {
        return use(find(intents.tableDrops(), drop -> same(drop.table(), table)))
                .isPresent();
    }

    boolean dropsColumn(QualifiedName table, Name column) {
        return use(find(intents.columnDrops(), drop -> means(drop.table(), drop.column(), table, column)))
                .isPresent();
    }

    boolean keepsColumn(QualifiedName table, Name column) {
        return use(find(intents.columnKeeps(), keep -> means(keep.table(), keep.column(), table, column)))
                .isPresent();
    }

    boolean adopts(QualifiedName table) {
        return find(intents.adoptions(), adoption -> adoption.table().equals(table))
                .isPresent();
    }

    Optional<String> backfill(QualifiedName table, Name column) {
        return use(find(
                        intents.backfills(),
                        backfill -> backfill.table().equals(table)
                                && backfill.column().equals(column)))
                .map(Intents.Backfill::sql);
    }

    /** What follows from the mapping where nothing is stated. */
    Optional<String> impliedValue(QualifiedName table, Name column) {
        return find(
                        intents.implied().values(),
                        value -> value.table().equals(table) && value.column().equals(column))
                .map(Intents.Backfill::sql);
    }

    /** Whether a table belongs to somebody else. */
    boolean isForeign(QualifiedName table) {
        return intents.implied().foreign().contains(table);
    }

    /** What a sequence is known to number. */
    List<Intents.Numbered> numbered(QualifiedName sequence) {
        return intents.implied().numbered().stream()
                .filter(numbered -> numbered.sequence().equals(sequence))
                .toList();
    }

    Optional<Intents.Positions> positions(QualifiedName table, Name column) {
        return intents.implied().positions().stream()
                .filter(position ->
                        position.table().equals(table) && position.column().equals(column))
                .findFirst();
    }

    Optional<String> using(QualifiedName table, Name column) {
        return use(find(
                        intents.usings(),
                        using -> using.table().equals(table) && using.column().equals(column)))
                .map(Intents.Using::sql);
    }

    Optional<String> rows(QualifiedName table) {
        return use(find(intents.rows(), rows -> rows.table().equals(table))).map(Intents.RowsFrom::sql);
    }

    /** Only if the query is of a kind. */
    Optional<String> rows(QualifiedName table, Predicate<String> query) {
        return use(find(intents.rows(), rows -> rows.table().equals(table) && query.test(rows.sql())))
                .map(Intents.RowsFrom::sql);
    }

    void markUsed(Intent<?> intent) {
        used.add(intent);
    }

    boolean isUsed(Intent<?> intent) {
        return used.contains(intent);
    }

    /** Whether a name in an annotation means a name in the schema. */
    static boolean same(Name stated, Name name) {
        return name.isMeantBy(stated);
    }

    /** A join or collection table has no class of its own: its columns are stated as {@code table.column} on the owner. */
    private static boolean means(QualifiedName statedTable, Name statedColumn, QualifiedName table, Name column) {
        return statedTable.equals(table) && same(statedColumn, column)
                || same(statedColumn, Name.of(table.name().text() + "." + column.text()));
    }

    /** The same for a qualified name. */
    static boolean same(QualifiedName stated, QualifiedName name) {
        return same(stated.name(), name.name())
                && stated.schema().isPresent() == name.schema().isPresent()
                && stated.schema()
                        .map(schema -> same(schema, name.schema().orElseThrow()))
                        .orElse(true);
    }

    private <T extends Intent<T>> Optional<T> use(Optional<T> intent) {
        intent.ifPresent(used::add);
        return intent;
    }

    private static <T> Optional<T> find(List<T> intents, Predicate<T> matching) {
        return intents.stream().filter(matching).findFirst();
    }
}
