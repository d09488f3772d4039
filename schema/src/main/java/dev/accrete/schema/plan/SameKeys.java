package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words the query that finds the same key in rows which one table takes over from several, or has already: two rows that
 * have nothing to do with each other, of which one table has room for one.
 */
final class SameKeys {

    private final Dialect dialect;
    private final Schema start;
    private final NamesAtStart names;
    private final KnownAtStart known;
    private final List<Change> changes;

    /** @param start what the database has when the plan begins, by the names that it has then */
    SameKeys(Dialect dialect, Schema start, NamesAtStart names, KnownAtStart known, List<Change> changes) {
        this.dialect = dialect;
        this.start = start;
        this.names = names;
        this.known = known;
        this.changes = changes;
    }

    /** Empty where there can be none, or where the key is none when the plan begins. */
    Optional<Obstacle> of(RowChange.FillTable fill) {
        Optional<Table> there = start.table(names.table(fill.object()));
        List<Name> key = there.or(() -> created(fill.object()))
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElse(List.of());
        String query = fill.query();
        boolean several = there.isPresent() || query.matches("(?is).*\\bunion\\s+all\\b.*");
        if (key.isEmpty() || !several || !fill.columns().containsAll(key) || namesWhatComes(fill.object(), query)) {
            return Optional.empty();
        }
        String list = key.stream()
                .map(name -> dialect.identifier(QualifiedName.of(name)))
                .collect(Collectors.joining(", "));
        String taken = fill.select(list);
        String rows = there.map(
                        table -> "SELECT " + list + " FROM " + dialect.identifier(table.name()) + " UNION ALL " + taken)
                .orElse(taken);
        boolean alike = there.isEmpty() || key.stream().allMatch(name -> areAlike(fill, name));
        String found =
                "SELECT " + list + ", count(*) FROM (" + rows + ") found GROUP BY " + list + " HAVING count(*) > 1";
        return Optional.of(new Obstacle(
                fill.object().toString(),
                "the same " + list + " in rows that it takes over"
                        + (there.isPresent() ? " and in rows that it has" : ""),
                alike ? Optional.of(found) : Optional.empty()));
    }

    /** Where one side gets other values before the rows come, those that there are can't be compared. */
    private boolean areAlike(RowChange.FillTable fill, Name key) {
        boolean taken = SqlQueries.results(fill.query(), fill.columns().indexOf(key)).stream()
                .anyMatch(sql -> known.readsConverted(fill, sql));
        return taken == known.isConverted(fill.object(), key);
    }

    private Optional<Table> created(QualifiedName name) {
        return changes.stream()
                .filter(change -> change.object().equals(name))
                .flatMap(change ->
                        change instanceof TableChange.CreateTable create ? Stream.of(create.after()) : Stream.empty())
                .findFirst();
    }

    /** Whether the query can't run when the plan begins; what the filled table gets is nothing that it speaks of. */
    private boolean namesWhatComes(QualifiedName filled, String query) {
        return changes.stream()
                .flatMap(change -> coming(change, filled, query))
                .anyMatch(name -> SqlIdentifiers.names(query, name));
    }

    private static Stream<Name> coming(Change change, QualifiedName filled, String query) {
        if (change instanceof ColumnChange.AddColumn add) {
            boolean read = !add.object().equals(filled) || SqlQueries.reads(query, filled.name());
            return read ? Stream.of(add.after().name()) : Stream.empty();
        } else if (change instanceof ColumnChange.RenameColumn rename) {
            return Stream.of(rename.after());
        } else if (change instanceof TableChange.RenameTable rename) {
            return Stream.of(rename.after().name());
        }
        return change instanceof TableChange.CreateTable create
                ? Stream.of(create.after().name().name())
                : Stream.empty();
    }
}
