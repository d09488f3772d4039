package dev.accrete.schema.offer;

import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The key whose values a column has, its own or that of the rows that it refers to: the values of both have to become the same,
 * and it is the key that says which ones there are.
 *
 * @param rows the table whose key it is
 * @param key its column
 * @param from the column of the key until then, by the name of the column that means it
 * @param to the same from then on
 */
public record KeyMeant(QualifiedName rows, Name key, Column from, Column to) {

    private record Place(QualifiedName table, Name column) {}

    /**
     * That of a column whose type changes: rows of a class refer to those of its superclass, and so on.
     *
     * @param own whether the column is one that others may refer to
     * @return empty if it is no key and refers to none
     */
    public static Optional<KeyMeant> of(
            Schema now, Schema then, QualifiedName table, Column from, Column to, boolean own) {
        KeyMeant start = new KeyMeant(table, to.name(), from, to);
        KeyMeant meant = start.followed(now, then, true, new HashSet<>());
        return own || meant != start ? Optional.of(meant) : Optional.empty();
    }

    /** Whether it is the key of other rows than those of the column itself, or of another column of theirs. */
    public boolean isReferred(QualifiedName table, Name column) {
        return !rows.equals(table) || !key.equals(column);
    }

    /** @param same whether all references on the way lead to where they led */
    private KeyMeant followed(Schema now, Schema then, boolean same, Set<Place> seen) {
        seen.add(new Place(rows, key));
        Optional<ForeignKey> reference = reference(now);
        if (reference.isEmpty()) {
            return this;
        }
        boolean stays = same && stays(reference.get(), then);
        KeyMeant next = referred(reference.get(), now, then, stays);
        return seen.contains(new Place(next.rows(), next.key())) ? this : next.followed(now, then, stays, seen);
    }

    private boolean stays(ForeignKey reference, Schema then) {
        return reference(then)
                .filter(other -> other.referencedTable().equals(reference.referencedTable())
                        && referenced(other).equals(referenced(reference)))
                .isPresent();
    }

    /** What was a reference and is none any more, or another, has the values that its column will have. */
    private KeyMeant referred(ForeignKey reference, Schema now, Schema then, boolean stays) {
        QualifiedName target = reference.referencedTable();
        Name column = referenced(reference);
        Optional<Column> until = column(now, target, column);
        Optional<Column> fresh = column(then, target, column);
        return stays && until.isPresent() && fresh.isPresent()
                ? new KeyMeant(target, column, named(until.get(), from.name()), named(fresh.get(), to.name()))
                : new KeyMeant(target, column, from, to);
    }

    /** The key's column by another name, under which it lists its values as well. */
    private static Column named(Column key, Name name) {
        List<String> listed = AllowedValues.listed(key);
        Column column = key.withName(name);
        return listed.isEmpty() || key.checks().isEmpty()
                ? column
                : column.withChecks(List.of(name + " in (" + String.join(",", listed) + ")"));
    }

    private Optional<ForeignKey> reference(Schema schema) {
        return schema.table(rows).flatMap(table -> ExampleReference.of(table, key));
    }

    private Name referenced(ForeignKey reference) {
        return reference.referencedColumns().get(reference.columns().indexOf(key));
    }

    private static Optional<Column> column(Schema schema, QualifiedName table, Name column) {
        return schema.table(table).flatMap((Table found) -> found.column(column));
    }
}
