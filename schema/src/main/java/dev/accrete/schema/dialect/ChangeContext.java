package dev.accrete.schema.dialect;

import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.Constraints;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What surrounds a change. A migration renames first and its undo renames last, so between the two everything has its new
 * name, and both schemas here have it too.
 *
 * @param before what the database has before the other changes
 * @param after what it has after them
 * @param moment for a rename, what it has right before it: some names are new then, others old
 * @param undo whether the renames come last
 * @param empty the tables that are made here and get no rows
 */
public record ChangeContext(Schema before, Schema after, Schema moment, boolean undo, Set<QualifiedName> empty) {

    public ChangeContext {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(moment, "moment");
        empty = Set.copyOf(empty);
    }

    /** A table while it changes; without columns if neither side knows it. */
    public Table table(QualifiedName name) {
        return before(name).or(() -> after.table(name)).orElseGet(() -> Table.of(name, List.of()));
    }

    /** A table before the changes. */
    public Optional<Table> before(QualifiedName name) {
        return before.table(name);
    }

    /** The identities of a table that rows are taken over into: columns have changed before that, so it is what they are then. */
    List<Column> filledIdentities(QualifiedName name) {
        return after.table(name).stream()
                .flatMap(table -> table.columns().stream())
                .filter(Column::identity)
                .toList();
    }

    /** Whether a key, an index or a check that stays reads a column. */
    boolean isInKeyOrIndex(QualifiedName name, Name column) {
        Set<Constraint> staying = after.table(name).stream()
                .flatMap(table -> Constraints.of(table).stream())
                .collect(Collectors.toSet());
        return Constraints.of(table(name)).stream()
                .filter(staying::contains)
                .anyMatch(constraint -> Constraints.columns(constraint).contains(column));
    }

    /** The same at another moment. */
    public ChangeContext at(Schema value) {
        return new ChangeContext(before, after, value, undo, empty);
    }

    /** The columns of a table at the moment of its rename. */
    List<Column> columnsWhenRenamed(TableChange.RenameTable change) {
        return moment.table(change.before()).map(Table::columns).orElse(List.of());
    }

    /** A column at the moment of its rename. */
    Optional<Column> columnWhenRenamed(ColumnChange.RenameColumn change) {
        return moment.table(change.object()).flatMap(table -> table.column(change.before()));
    }
}
