package dev.accrete.schema.offer;

import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tables whose rows are a part of rows of other tables, by the same keys: a class with a table of its own and its superclass, an
 * entity and the one whose identifier it takes.
 */
public final class PartsOfWholes {

    private final Schema before;
    private final Schema after;
    private final Predicate<QualifiedName> collections;

    /**
     * @param before with the names that things have after the renames
     * @param collections tells join and collection tables: an element may be the key of its row there, and is a row of its own
     */
    public PartsOfWholes(Schema before, Schema after, Predicate<QualifiedName> collections) {
        this.before = before;
        this.after = after;
        this.collections = collections;
    }

    /** The tables that were there, and whose rows need one of another such table from now on. */
    public List<Table> becoming(Table whole) {
        return before.table(whole.name()).isEmpty()
                ? List.of()
                : before.tables().stream()
                        .filter(part -> wholes(after, part.name()).contains(whole.name())
                                && !wholes(before, part.name()).contains(whole.name()))
                        .filter(part ->
                                part.keyColumns().size() == whole.keyColumns().size())
                        .filter(part -> !referred(part))
                        .toList();
    }

    /** Whether what becomes a table's key referred to the same table already: its rows have one there. */
    private boolean referred(Table then) {
        return after.table(then.name()).stream()
                .flatMap(now ->
                        now.foreignKeys().stream().filter(key -> key.columns().equals(now.keyColumns())))
                .anyMatch(key -> then.foreignKeys().stream()
                        .anyMatch(former -> former.columns().equals(key.columns())
                                && former.referencedTable().equals(key.referencedTable())
                                && former.referencedColumns().equals(key.referencedColumns())));
    }

    /** Whether both were parts of one whole, or of each other, so that a key that they share means the same. */
    public boolean shareKeys(Table one, Table other) {
        Set<QualifiedName> first = wholes(before, one.name());
        Set<QualifiedName> second = wholes(before, other.name());
        first.add(one.name());
        second.add(other.name());
        first.retainAll(second);
        return !first.isEmpty();
    }

    /** Whether each row of a table is a part of one of another from now on. */
    public boolean isPart(QualifiedName part, QualifiedName whole) {
        return wholes(after, part).contains(whole);
    }

    /** The key of a row that becomes a part of another whole, or of a part of the same one, until now. */
    Optional<Name> formerKey(Table table, ForeignKey key, Name column) {
        List<Name> own = table.keyColumns();
        return before.table(table.name())
                .filter(then -> own.equals(key.columns())
                        && then.keyColumns().size() == own.size()
                        && !then.keyColumns().equals(own))
                .filter(then -> before.table(key.referencedTable())
                        .filter(whole -> whole.keyColumns().equals(key.referencedColumns()))
                        .filter(whole -> shareKeys(then, whole))
                        .isPresent())
                .map(then -> then.keyColumns().get(own.indexOf(column)))
                .filter(former -> before.table(table.name())
                        .flatMap(then -> then.column(former))
                        .filter(then -> table.column(column)
                                .filter(now -> now.type().equals(then.type()))
                                .isPresent())
                        .isPresent());
    }

    private Set<QualifiedName> wholes(Schema schema, QualifiedName table) {
        Set<QualifiedName> found = new HashSet<>();
        collect(schema, table, found);
        return found;
    }

    private void collect(Schema schema, QualifiedName name, Set<QualifiedName> found) {
        schema.table(name)
                .filter(table -> !collections.test(name))
                .ifPresent(table -> table.foreignKeys().stream()
                        .filter(key ->
                                !table.keyColumns().isEmpty() && key.columns().equals(table.keyColumns()))
                        .map(ForeignKey::referencedTable)
                        .filter(found::add)
                        .forEach(whole -> collect(schema, whole, found)));
    }
}
