package dev.accrete.schema.plan;

import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words the query that finds values which a table lists no more, in rows that it takes over as they are: the discriminator of
 * a class that has another name by now.
 */
final class ValuesRefused {

    private final AtStart at;

    ValuesRefused(AtStart at) {
        this.at = at;
    }

    Optional<Obstacle> of(RowChange.FillTable fill) {
        List<String> conditions = table(fill.object()).stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> fill.columns().contains(column.name()) && mayBeRefused(fill, column))
                .flatMap(column -> at.dialect().check(fill.object(), column).stream())
                .map(CheckConstraint::condition)
                .map(condition -> "NOT (" + condition + ")")
                .toList();
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        fill.object().toString(),
                        "rows that it takes over with values that its checks refuse",
                        at.known().isFound(fill.object(), fill.query())
                                ? Optional.of(fill.select("*") + " WHERE " + String.join(" OR ", conditions))
                                : Optional.empty()));
    }

    private Optional<Table> table(QualifiedName name) {
        return at.changes().stream()
                .filter(TableChange.CreateTable.class::isInstance)
                .map(TableChange.CreateTable.class::cast)
                .filter(create -> create.object().equals(name))
                .map(TableChange.CreateTable::after)
                .findFirst()
                .or(() -> at.table(name));
    }

    /** What is worded as an expression is worded for the values that are allowed. */
    private boolean mayBeRefused(RowChange.FillTable fill, Column column) {
        List<String> allowed = AllowedValues.listed(column);
        return !allowed.isEmpty()
                && SqlQueries.results(fill.query(), fill.columns().indexOf(column.name())).stream()
                        .filter(SqlIdentifiers::isOne)
                        .map(sql -> Name.parse(sql.substring(sql.lastIndexOf('.') + 1)))
                        .flatMap(name -> taken(fill, name))
                        .map(AllowedValues::listed)
                        .anyMatch(listed -> listed.isEmpty() || !allowed.containsAll(listed));
    }

    /** The columns of this name in the tables that the query reads. */
    private Stream<Column> taken(RowChange.FillTable fill, Name column) {
        return at.schema().tables().stream()
                .filter(table -> SqlQueries.reads(fill.query(), table.name().name()))
                .flatMap(table -> table.column(column).stream());
    }
}
