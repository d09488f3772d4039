package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out which rows a table has that takes some of another's over, where references go along from the one to the other: those
 * to the rest lead nowhere. The query that fills the table tells.
 */
final class TakenReferences {

    private final AtStart at;

    TakenReferences(AtStart at) {
        this.at = at;
    }

    /**
     * Whether a reference leads to a table that takes over some of the rows to which it leads when the plan begins, or other
     * rows alone, to which nothing made it lead until then: those of a union of tables, one that is stated.
     */
    boolean mayLeadNowhere(QualifiedName table, ForeignKey key) {
        List<RowChange.FillTable> fills = fills(key);
        boolean some = fills.stream().anyMatch(fill -> picks(fill) && ledToSource(table, key, fill));
        return some
                || fills.stream()
                        .noneMatch(fill -> ledToSource(table, key, fill)
                                || sources(fill.query()).anyMatch(table::equals));
    }

    /**
     * The keys of the rows that the table of a reference has then.
     *
     * @return a query with the columns that are referred to, in that order; empty where none can be run when the plan begins
     */
    Optional<String> keys(ForeignKey key) {
        List<String> queries = new ArrayList<>();
        for (RowChange.FillTable fill : fills(key)) {
            Optional<String> query = keys(fill, key.referencedColumns());
            if (query.isEmpty()) {
                return Optional.empty();
            }
            queries.add(query.get());
        }
        QualifiedName parent = key.referencedTable();
        Optional<Table> there = at.table(parent);
        if (there.isPresent()) {
            if (key.referencedColumns().stream()
                    .anyMatch(name -> at.known().isConverted(parent, name)
                            || there.get()
                                    .column(at.names().column(parent, name))
                                    .isEmpty())) {
                return Optional.empty();
            }
            queries.add("SELECT "
                    + key.referencedColumns().stream()
                            .map(name -> at.dialect()
                                    .identifier(QualifiedName.of(at.names().column(parent, name))))
                            .collect(Collectors.joining(", "))
                    + " FROM " + at.identifier(parent));
        }
        return Optional.of(String.join(" UNION ALL ", queries));
    }

    private List<RowChange.FillTable> fills(ForeignKey key) {
        return at.changes().stream()
                .filter(RowChange.FillTable.class::isInstance)
                .map(RowChange.FillTable.class::cast)
                .filter(fill -> fill.object().equals(key.referencedTable()))
                .toList();
    }

    private static boolean picks(RowChange.FillTable fill) {
        return SqlIdentifiers.names(fill.query(), Name.of("where"));
    }

    private boolean ledToSource(QualifiedName table, ForeignKey key, RowChange.FillTable fill) {
        return formerKeys(table, key)
                .anyMatch(old -> sources(fill.query())
                        .anyMatch(source -> at.names().table(source).equals(old.referencedTable())));
    }

    /** The foreign keys over the columns of a reference when the plan begins. */
    private Stream<ForeignKey> formerKeys(QualifiedName table, ForeignKey key) {
        List<Name> columns = key.columns().stream()
                .map(name -> at.names().column(table, name))
                .toList();
        return at.table(table).stream()
                .flatMap(found -> found.foreignKeys().stream())
                .filter(old -> old.columns().equals(columns));
    }

    /** Tables that a query reads, by the names that they have now. */
    private Stream<QualifiedName> sources(String query) {
        Stream<QualifiedName> renamed = at.changes().stream()
                .filter(TableChange.RenameTable.class::isInstance)
                .map(change -> ((TableChange.RenameTable) change).after());
        return Stream.concat(at.schema().tables().stream().map(Table::name), renamed)
                .filter(name -> SqlQueries.reads(query, name.name()));
    }

    /** What fills a table, by the names of when the plan begins, and without what is no key. */
    private Optional<String> keys(RowChange.FillTable fill, List<Name> columns) {
        if (!fill.columns().containsAll(columns)) {
            return Optional.empty();
        }
        List<String> results = new ArrayList<>();
        for (Name column : columns) {
            List<String> values =
                    SqlQueries.results(fill.query(), fill.columns().indexOf(column));
            results.addAll(values.size() == 1 ? values : List.of());
        }
        boolean same = results.size() == columns.size();
        String query = same
                ? SqlQueries.ofSameRows(fill.query(), String.join(", ", results))
                : fill.select(columns.stream()
                        .map(name -> at.dialect().identifier(QualifiedName.of(name)))
                        .collect(Collectors.joining(", ")));
        // A query as a whole has names of its own for its results.
        String asked = same ? query : fill.query();
        return namesWhatComes(asked) || at.known().readsConverted(fill, asked) ? Optional.empty() : atStart(query);
    }

    private boolean namesWhatComes(String query) {
        return at.changes().stream()
                .anyMatch(change -> change instanceof TableChange.CreateTable
                                && SqlQueries.reads(query, change.object().name())
                        || change instanceof ColumnChange.AddColumn add
                                && SqlQueries.reads(query, add.object().name())
                                && SqlIdentifiers.names(query, add.after().name()));
    }

    /** Empty if a name of now is that of something else, too. */
    private Optional<String> atStart(String query) {
        Map<Name, Name> former = new HashMap<>();
        List<QualifiedName> sources = sources(query).distinct().toList();
        for (Change change : at.changes()) {
            if (change instanceof TableChange.RenameTable rename && sources.contains(rename.after())) {
                former.put(rename.after().name(), rename.before().name());
            } else if (change instanceof ColumnChange.RenameColumn rename && sources.contains(rename.object())) {
                former.put(rename.after(), at.names().column(rename.object(), rename.after()));
            }
        }
        boolean ambiguous =
                sources.size() > 1 && former.keySet().stream().anyMatch(name -> SqlIdentifiers.names(query, name));
        return ambiguous
                ? Optional.empty()
                : Optional.of(SqlIdentifiers.replaced(
                        query,
                        (name, text) -> Optional.ofNullable(former.get(name))
                                .map(then -> text.substring(0, text.lastIndexOf('.') + 1) + then)));
    }
}
