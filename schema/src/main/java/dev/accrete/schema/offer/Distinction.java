package dev.accrete.schema.offer;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells in which columns rows have to get values that differ, because a key has nothing else that tells them apart. */
public final class Distinction {

    private Distinction() {}

    /**
     * Whether rows have to differ in columns that get values.
     *
     * @param now the table as it will be
     * @param then as it is until then: its keys hold too, or they could not come back in an undo script
     * @param columns that get values, in all rows
     * @return the columns in which rows that have to differ are the same, mostly none, of several keys those of all; empty if
     *     no key asks for anything
     */
    public static Optional<List<Name>> within(Table now, Table then, Collection<Name> columns) {
        return within(now, then, columns, List.of(), name -> false);
    }

    /**
     * The same where more columns get values.
     *
     * @param others columns that are new as well, and get values that differ if need be
     * @param own tells columns in which each row gets a value of its own
     */
    static Optional<List<Name>> within(
            Table now, Table then, Collection<Name> columns, Collection<Name> others, Predicate<Name> own) {
        List<List<Name>> keys = keys(now);
        keys(then).stream().filter(key -> !keys.contains(key)).forEach(keys::add);
        keys.removeIf(
                key -> key.stream().noneMatch(columns::contains) || key.stream().anyMatch(own));
        // What differs where the columns of two keys are the same differs in either of them.
        return keys.stream()
                .map(key -> key.stream()
                        .filter(name -> !columns.contains(name))
                        .filter(name -> others.contains(name) || staysApart(now, then, name))
                        .toList())
                .filter(kept -> keys(then).stream().noneMatch(kept::containsAll))
                .reduce((one, other) -> one.stream().filter(other::contains).toList());
    }

    /**
     * Whether rows that differ in a column still do when it has its new type: an enum has one value for many texts. What refers
     * follows a key, or gets other rows to refer to, in which rows differ that have to.
     */
    public static boolean staysApart(Table now, Table then, Name name) {
        Optional<ColumnType> from = then.column(name).map(Column::type);
        Optional<ColumnType> to = now.column(name).map(Column::type);
        return from.isPresent()
                && (to.isEmpty()
                        || RequiredValue.keepsKeys(from.get(), to.get())
                        || ExampleReference.of(now, name).isPresent());
    }

    /** What tells all rows of a table apart: its primary key, else a unique one without empty columns; mostly not empty. */
    public static List<Name> key(Table table) {
        return keys(table).stream()
                .filter(key -> key.stream()
                        .allMatch(name -> table.column(name)
                                .filter(column -> !column.nullable())
                                .isPresent()))
                .findFirst()
                .orElse(List.of());
    }

    /** The columns of each key of a table, the primary one first. */
    public static List<List<Name>> keys(Table table) {
        List<List<Name>> keys = new ArrayList<>();
        table.primaryKey().ifPresent(key -> keys.add(key.columns()));
        table.uniqueKeys().stream().map(UniqueKey::columns).forEach(keys::add);
        table.indexes().stream()
                .filter(Index::unique)
                .filter(index ->
                        index.parts().stream().allMatch(part -> part.column().isPresent()))
                .forEach(index -> keys.add(index.parts().stream()
                        .map(part -> part.column().orElseThrow())
                        .toList()));
        return keys;
    }
}
