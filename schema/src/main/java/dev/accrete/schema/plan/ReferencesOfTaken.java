package dev.accrete.schema.plan;

import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words the queries that find rows which a new table takes over with references that lead nowhere: a value that is copied as it
 * is may have meant a row of another table until then, or none at all.
 */
final class ReferencesOfTaken {

    private final AtStart at;

    ReferencesOfTaken(AtStart at) {
        this.at = at;
    }

    /** One for each foreign key of the table. */
    List<Obstacle> of(RowChange.FillTable fill) {
        List<Obstacle> found = new ArrayList<>();
        if (at.table(fill.object()).isPresent()) {
            return found;
        }
        at.changes().stream()
                .filter(ConstraintChange.AddForeignKey.class::isInstance)
                .map(ConstraintChange.AddForeignKey.class::cast)
                .filter(add -> add.object().equals(fill.object()))
                .map(ConstraintChange.AddForeignKey::constraint)
                .filter(key -> isThere(fill, key) && mayLeadNowhere(fill, key))
                .forEach(key -> found.add(of(fill, key)));
        return found;
    }

    /** Whether the rows that are referred to are those of before, by the keys that they have. */
    private boolean isThere(RowChange.FillTable fill, ForeignKey key) {
        QualifiedName parent = key.referencedTable();
        return key.definition().isEmpty()
                && !parent.equals(fill.object())
                && fill.columns().containsAll(key.columns())
                && key.columns().size() == key.referencedColumns().size()
                && !at.known().isFilled(parent)
                && key.referencedColumns().stream()
                        .allMatch(name -> at.column(parent, name).isPresent()
                                && !at.known().isConverted(parent, name));
    }

    /** What is looked up, or stated, is there, or nothing can say so; what is a column's may be anything. */
    private boolean mayLeadNowhere(RowChange.FillTable fill, ForeignKey key) {
        return IntStream.range(0, key.columns().size())
                .anyMatch(i -> SqlQueries.results(
                                fill.query(),
                                fill.columns().indexOf(key.columns().get(i)))
                        .stream()
                        .filter(SqlIdentifiers::isOne)
                        .filter(sql -> !sql.equalsIgnoreCase("null"))
                        .map(sql -> Name.parse(sql.substring(sql.lastIndexOf('.') + 1)))
                        .anyMatch(name -> !refersAlready(
                                fill, name, key, key.referencedColumns().get(i))));
    }

    /** Whether a value is taken from the table itself, or from a reference to it. */
    private boolean refersAlready(RowChange.FillTable fill, Name column, ForeignKey key, Name referenced) {
        QualifiedName parent = at.names().table(key.referencedTable());
        Name then = at.names().column(key.referencedTable(), referenced);
        List<Table> sources = at.schema().tables().stream()
                .filter(table -> SqlQueries.reads(fill.query(), table.name().name()))
                .filter(table -> table.column(column).isPresent())
                .toList();
        // Which of several tables a name is of, is not looked into.
        return sources.isEmpty()
                || sources.stream()
                        .anyMatch(source -> source.name().equals(parent)
                                || source.foreignKeys().stream().anyMatch(old -> leadsTo(old, column, parent, then)));
    }

    private static boolean leadsTo(ForeignKey old, Name column, QualifiedName parent, Name referenced) {
        return old.referencedTable().equals(parent)
                && IntStream.range(0, old.columns().size())
                        .anyMatch(i -> old.columns().get(i).equals(column)
                                && old.referencedColumns().get(i).equals(referenced));
    }

    private Obstacle of(RowChange.FillTable fill, ForeignKey key) {
        String present = key.columns().stream()
                .map(name -> "taken." + at.dialect().identifier(QualifiedName.of(name)) + " IS NOT NULL AND ")
                .collect(Collectors.joining());
        String same = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "p."
                        + at.identifier(
                                key.referencedTable(), key.referencedColumns().get(i))
                        + " = taken."
                        + at.dialect().identifier(QualifiedName.of(key.columns().get(i))))
                .collect(Collectors.joining(" AND "));
        boolean asked = at.known().isFound(fill.object(), fill.query());
        return new Obstacle(
                fill.object().toString(),
                "rows that it takes over with references to rows of " + key.referencedTable() + " that are not there",
                asked
                        ? Optional.of(fill.select("*") + " WHERE " + present + "NOT EXISTS (SELECT 1 FROM "
                                + at.identifier(key.referencedTable()) + " p WHERE " + same + ")")
                        : Optional.empty());
    }
}
