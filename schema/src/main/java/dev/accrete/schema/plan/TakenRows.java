package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the rows that a table took over from those that it had: the query that found them finds their keys again. That is so
 * where the keys are values of the rows that it reads, and these are still there; not where it asks which rows the filled
 * table has, or makes keys up.
 */
final class TakenRows {

    private TakenRows() {}

    /**
     * Finds out how they are taken out again.
     *
     * @param fill of a table that was there before
     * @param context of the way forward
     * @return empty if nobody knows which they are, or if they are nowhere else
     */
    static Optional<RowChange.TakeOutRows> of(
            RowChange.FillTable fill, List<Change> forward, Dialect dialect, ChangeContext context) {
        List<Name> key = context.after()
                .table(fill.object())
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElse(List.of());
        Set<Name> columns = context.after().tables().stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::name)
                .collect(Collectors.toSet());
        boolean known = !key.isEmpty()
                && key.stream().allMatch(name -> isValueOfRow(fill, name, columns))
                && !SqlQueries.reads(fill.query(), fill.object().name())
                && forward.stream().noneMatch(change -> takesAway(change, fill.query()));
        return known
                ? Optional.of(new RowChange.TakeOutRows(
                        fill.object(),
                        key,
                        fill.select(key.stream()
                                .map(name -> dialect.identifier(QualifiedName.of(name)))
                                .collect(Collectors.joining(", "))),
                        references(fill.object(), forward, context)))
                : Optional.empty();
    }

    /** What is lost, for the header. */
    static String text(RowChange.TakeOutRows taken) {
        return taken.object() + ": rows that were taken over (" + taken.keys()
                + "), with what has changed in them since"
                + (taken.references().isEmpty() ? "" : "; those that others refer to stay");
    }

    /** No function, no query, no place among other rows: columns, numbers and what is counted from them. */
    private static boolean isValueOfRow(RowChange.FillTable fill, Name column, Set<Name> columns) {
        int place = fill.columns().indexOf(column);
        List<String> values = place < 0 ? List.of() : SqlQueries.results(fill.query(), place);
        return !values.isEmpty()
                && values.stream()
                        .allMatch(value -> !value.contains("(") && columns.containsAll(SqlIdentifiers.all(value)));
    }

    private static boolean takesAway(Change change, String query) {
        if (change instanceof ColumnChange.DropColumn drop) {
            return SqlQueries.reads(query, drop.object().name())
                    && SqlIdentifiers.names(query, drop.before().name());
        }
        return change instanceof TableChange.DropTable
                && SqlQueries.reads(query, change.object().name());
    }

    /** Foreign keys that are there before and after; a new one goes before the rows do. */
    private static List<RowChange.Reference> references(
            QualifiedName table, List<Change> forward, ChangeContext context) {
        Set<RowChange.Reference> added = new HashSet<>();
        for (Change change : forward) {
            if (change instanceof ConstraintChange.AddForeignKey add) {
                added.add(new RowChange.Reference(add.object(), add.constraint()));
            }
        }
        List<RowChange.Reference> references = new ArrayList<>();
        for (Table other : context.after().tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                RowChange.Reference reference = new RowChange.Reference(other.name(), key);
                boolean stands = context.before(other.name()).isPresent() && !added.contains(reference);
                if (key.referencedTable().equals(table) && !other.name().equals(table) && stands) {
                    references.add(reference);
                }
            }
        }
        return references;
    }
}
