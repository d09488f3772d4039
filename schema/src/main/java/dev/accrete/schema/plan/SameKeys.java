package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words the query that finds the same key in rows which one table takes over from several, or has already: two rows that
 * have nothing to do with each other, of which one table has room for one.
 */
final class SameKeys {

    private final AtStart at;

    SameKeys(AtStart at) {
        this.at = at;
    }

    /** Empty where there can be none, or where the key is none when the plan begins. */
    Optional<Obstacle> of(RowChange.FillTable fill) {
        Optional<Table> there = at.table(fill.object());
        List<Name> key = there.or(() -> created(fill.object()))
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElse(List.of());
        String query = fill.query();
        boolean several = there.isPresent() || query.matches("(?is).*\\bunion\\s+all\\b.*");
        if (key.isEmpty() || !fill.columns().containsAll(key)) {
            return Optional.empty();
        } else if (!several) {
            return SqlQueries.isOneRow(query) ? Optional.empty() : ofConverted(fill, key);
        } else if (namesWhatComes(fill.object(), query)) {
            return Optional.empty();
        }
        String list = list(key);
        String taken = fill.select(list);
        String rows = there.map(table ->
                        "SELECT " + list + " FROM " + at.dialect().identifier(table.name()) + " UNION ALL " + taken)
                .orElse(taken);
        boolean alike = there.isEmpty() || key.stream().allMatch(name -> areAlike(fill, name)) && isAsked(fill);
        String found =
                "SELECT " + list + ", count(*) FROM (" + rows + ") found GROUP BY " + list + " HAVING count(*) > 1";
        return Optional.of(new Obstacle(
                fill.object().toString(),
                "the same " + list + " in rows that it takes over"
                        + (there.isPresent() ? " and in rows that it has" : ""),
                alike ? Optional.of(found) : Optional.empty()));
    }

    /**
     * The same in what other keys of a table want to differ, where neither the rows that it takes over differ in it nor a place
     * among them is a part of it.
     */
    List<Obstacle> ofUniqueValues(RowChange.FillTable fill) {
        List<Obstacle> found = new ArrayList<>();
        at.table(fill.object())
                .ifPresent(there -> uniqueKeys(fill.object(), there).stream()
                        .filter(key -> fill.columns().containsAll(key) && !namesWhatComes(fill.object(), fill.query()))
                        .filter(key -> key.stream()
                                .allMatch(name -> there.column(name).isPresent() && isComparable(fill, name)))
                        .forEach(key -> found.add(ofBoth(fill, there, key))));
        for (List<Name> key : created(fill.object()).map(Distinction::keys).orElse(List.of())) {
            boolean primary = created(fill.object())
                    .flatMap(Table::primaryKey)
                    .filter(its -> its.columns().equals(key))
                    .isPresent();
            if (!primary && fill.columns().containsAll(key)) {
                ofConverted(fill, key).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Those that a table has afterwards, by the names that columns have then. */
    private List<List<Name>> uniqueKeys(QualifiedName table, Table there) {
        List<List<Name>> keys = new ArrayList<>();
        there.uniqueKeys().forEach(key -> keys.add(key.columns()));
        for (Change change : at.changes()) {
            if (change.object().equals(table) && change instanceof ConstraintChange.AddUniqueKey add) {
                keys.add(add.constraint().columns());
            } else if (change.object().equals(table) && change instanceof ConstraintChange.DropUniqueKey drop) {
                keys.remove(drop.constraint().columns());
            }
        }
        return keys;
    }

    /** Whether values that come and those that are there can be compared: a value that is looked up by itself stays, or is none. */
    private boolean isComparable(RowChange.FillTable fill, Name name) {
        return areAlike(fill, name)
                || at.known()
                        .conversion(fill.object(), name)
                        .filter(sql -> SqlQueries.hasQuery(sql)
                                && SqlIdentifiers.of(sql, fill.object().name()).equals(Set.of(name)))
                        .isPresent();
    }

    private Obstacle ofBoth(RowChange.FillTable fill, Table there, List<Name> key) {
        String list = list(key);
        return new Obstacle(
                fill.object().toString(),
                "the same " + list + " in rows that it takes over and in rows that it has",
                "SELECT " + list + ", count(*) FROM (SELECT " + list + " FROM "
                        + at.dialect().identifier(there.name()) + " UNION ALL " + fill.select(list) + ") found WHERE "
                        + present(key) + " GROUP BY " + list + " HAVING count(*) > 1");
    }

    private String list(List<Name> key) {
        return key.stream()
                .map(name -> at.dialect().identifier(QualifiedName.of(name)))
                .collect(Collectors.joining(", "));
    }

    private String present(List<Name> key) {
        return key.stream()
                .map(name -> at.dialect().identifier(QualifiedName.of(name)) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
    }

    private Optional<Obstacle> ofConverted(RowChange.FillTable fill, List<Name> key) {
        String query = fill.query();
        List<String> values = key.stream()
                .flatMap(name -> SqlQueries.results(query, fill.columns().indexOf(name)).stream())
                .toList();
        boolean run = !namesWhatComes(fill.object(), query)
                && values.stream().noneMatch(sql -> at.known().readsConverted(fill, sql));
        boolean alike = !values.isEmpty() && values.stream().allMatch(this::isConstant);
        if (values.stream().anyMatch(SqlQueries::hasWindow) || !alike && (!run || differ(query, values))) {
            return Optional.empty();
        }
        String list = list(key);
        String rows = "SELECT " + list + ", count(*) FROM (" + fill.select(list) + ") found WHERE " + present(key)
                + " GROUP BY " + list + " HAVING count(*) > 1";
        return Optional.of(new Obstacle(
                fill.object().toString(),
                "the same " + list + " in rows that it takes over",
                run ? Optional.of(rows) : Optional.empty()));
    }

    private boolean isConstant(String sql) {
        List<String> qualified = new ArrayList<>();
        SqlIdentifiers.replaced(sql, (name, text) -> {
            if (text.contains(".")) {
                qualified.add(text);
            }
            return Optional.empty();
        });
        return qualified.isEmpty()
                && !SqlQueries.hasQuery(sql)
                && at.schema().tables().stream()
                        .flatMap(table -> table.columns().stream())
                        .noneMatch(column -> SqlIdentifiers.names(sql, column.name()));
    }

    /** Whether a query reads one table, and a key of it is among the values; or whether it leaves out what is the same, or counts. */
    private boolean differ(String query, List<String> values) {
        List<Table> sources = at.schema().tables().stream()
                .filter(table -> SqlQueries.reads(query, table.name().name()))
                .toList();
        Set<Name> taken = values.stream()
                .filter(SqlIdentifiers::isOne)
                .flatMap(sql -> SqlIdentifiers.all(sql).stream())
                .collect(Collectors.toSet());
        return SqlIdentifiers.names(query, Name.of("distinct"))
                || SqlIdentifiers.names(query, Name.of("over"))
                || sources.size() == 1
                        && !SqlIdentifiers.names(query, Name.of("union"))
                        && Distinction.keys(sources.get(0)).stream().anyMatch(taken::containsAll);
    }

    /** What is cast to the type that a value has then can't be compared with the one that it has until then. */
    private boolean isAsked(RowChange.FillTable fill) {
        return at.known().isFound(fill.object(), fill.query()) || !SqlIdentifiers.names(fill.query(), Name.of("cast"));
    }

    /** Where one side gets other values before the rows come, those that there are can't be compared. */
    private boolean areAlike(RowChange.FillTable fill, Name key) {
        boolean taken = SqlQueries.results(fill.query(), fill.columns().indexOf(key)).stream()
                .anyMatch(sql -> at.known().readsConverted(fill, sql));
        return taken == at.known().isConverted(fill.object(), key);
    }

    private Optional<Table> created(QualifiedName name) {
        return at.changes().stream()
                .filter(change -> change.object().equals(name))
                .flatMap(change ->
                        change instanceof TableChange.CreateTable create ? Stream.of(create.after()) : Stream.empty())
                .findFirst();
    }

    /** Whether the query can't run when the plan begins; what the filled table gets is nothing that it speaks of. */
    private boolean namesWhatComes(QualifiedName filled, String query) {
        return at.changes().stream()
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
