package dev.accrete.schema.plan;

import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What references to tables that come back empty have to lead to: rows are made up there for them, with the keys that they have,
 * and where a part of such a key is a reference too, it is to rows that are there.
 */
final class ReferencesBeyond {

    private final ChangeContext context;
    private final Set<QualifiedName> withoutRows;

    /**
     * @param context of the way forward
     * @param withoutRows tables that come back empty
     */
    ReferencesBeyond(ChangeContext context, Set<QualifiedName> withoutRows) {
        this.context = context;
        this.withoutRows = withoutRows;
    }

    /** A table as the undo script restores it, of which all foreign keys lead to rows. */
    Table of(Table restored) {
        return restored.withForeignKeys(restored.foreignKeys().stream()
                .flatMap(key -> toRows(key, new HashSet<>()))
                .toList());
    }

    private Stream<ForeignKey> toRows(ForeignKey key, Set<QualifiedName> seen) {
        if (!withoutRows.contains(key.referencedTable())) {
            return Stream.of(key);
        }
        return seen.add(key.referencedTable())
                ? context.before(key.referencedTable()).stream()
                        .flatMap(table -> table.foreignKeys().stream())
                        .filter(next -> key.referencedColumns().containsAll(next.columns()))
                        .flatMap(next -> toRows(through(key, next), new HashSet<>(seen)))
                : Stream.of();
    }

    /** The columns of a reference that are those of the next one in the rows to which it leads. */
    private static ForeignKey through(ForeignKey key, ForeignKey next) {
        return ForeignKey.of(
                next.name(),
                next.columns().stream()
                        .map(column -> key.columns().get(key.referencedColumns().indexOf(column)))
                        .toList(),
                next.referencedTable(),
                next.referencedColumns());
    }
}
