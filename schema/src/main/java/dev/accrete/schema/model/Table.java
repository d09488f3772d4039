package dev.accrete.schema.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table with everything on it.
 *
 * @param name the table's name
 * @param columns in the order in which {@code CREATE TABLE} lists them; their order is no part of equality in a diff
 * @param primaryKey empty for a table without one, e.g. the join table of a bag
 * @param uniqueKeys sorted by name
 * @param foreignKeys sorted by name
 * @param indexes sorted by name
 * @param checks table checks and named checks, sorted by name; a column's unnamed check stands in the column
 * @param rows rows that belong to the schema, such as the counter row of a generator table, in insertion order
 * @param comment text of {@code COMMENT ON TABLE}
 * @param options text appended to {@code CREATE TABLE} as the mapping has it
 * @param dialects the dialects that have this variant; empty means all
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        Optional<PrimaryKey> primaryKey,
        List<UniqueKey> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<Index> indexes,
        List<CheckConstraint> checks,
        List<Row> rows,
        Optional<String> comment,
        Optional<String> options,
        Set<String> dialects)
        implements SchemaObject {

    public Table {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(primaryKey, "primaryKey");
        uniqueKeys = byName(uniqueKeys);
        foreignKeys = byName(foreignKeys);
        indexes = byName(indexes);
        checks = byName(checks);
        rows = List.copyOf(rows);
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(options, "options");
        dialects = Set.copyOf(dialects);
    }

    /** Most lists are sorted already: tables are made from tables, one change at a time. */
    private static <T extends Constraint> List<T> byName(List<T> constraints) {
        for (int i = 1; i < constraints.size(); i++) {
            if (constraints.get(i - 1).name().compareTo(constraints.get(i).name()) > 0) {
                List<T> sorted = new ArrayList<>(constraints);
                sorted.sort(Comparator.comparing(Constraint::name));
                return List.copyOf(sorted);
            }
        }
        return List.copyOf(constraints);
    }

    /** A table of this name with these columns and nothing else; add to it with the {@code with} methods. */
    public static Table of(QualifiedName name, List<Column> columns) {
        return new Table(
                name,
                columns,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    /** The columns of the primary key; empty for a table without one. */
    public List<Name> keyColumns() {
        return primaryKey.map(PrimaryKey::columns).orElse(List.of());
    }

    public Optional<Column> column(Name column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** Whether rows are found by these columns, in any order, without reading all: an index or key starts with them. */
    public boolean isSearchedBy(List<Name> names) {
        Stream<List<Name>> indexed = Stream.of(
                        primaryKey.stream().map(PrimaryKey::columns),
                        uniqueKeys.stream().map(UniqueKey::columns),
                        indexes.stream()
                                .map(index -> index.parts().stream()
                                        .flatMap(part -> part.column().stream())
                                        .toList()))
                .flatMap(lists -> lists);
        return indexed.anyMatch(list ->
                list.size() >= names.size() && list.subList(0, names.size()).containsAll(names));
    }

    public Table withName(QualifiedName value) {
        return new Table(
                value, columns, primaryKey, uniqueKeys, foreignKeys, indexes, checks, rows, comment, options, dialects);
    }

    public Table withColumns(List<Column> value) {
        return new Table(
                name, value, primaryKey, uniqueKeys, foreignKeys, indexes, checks, rows, comment, options, dialects);
    }

    public Table withColumn(Column column) {
        return withColumns(appended(columns, column));
    }

    public Table withPrimaryKey(Optional<PrimaryKey> value) {
        return new Table(
                name, columns, value, uniqueKeys, foreignKeys, indexes, checks, rows, comment, options, dialects);
    }

    public Table withUniqueKeys(List<UniqueKey> value) {
        return new Table(
                name, columns, primaryKey, value, foreignKeys, indexes, checks, rows, comment, options, dialects);
    }

    public Table withForeignKeys(List<ForeignKey> value) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, value, indexes, checks, rows, comment, options, dialects);
    }

    public Table withIndexes(List<Index> value) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, foreignKeys, value, checks, rows, comment, options, dialects);
    }

    public Table withChecks(List<CheckConstraint> value) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, foreignKeys, indexes, value, rows, comment, options, dialects);
    }

    public Table withRows(List<Row> value) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, foreignKeys, indexes, checks, value, comment, options, dialects);
    }

    public Table withComment(Optional<String> value) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, foreignKeys, indexes, checks, rows, value, options, dialects);
    }

    public Table withOptions(Optional<String> value) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, foreignKeys, indexes, checks, rows, comment, value, dialects);
    }

    public Table withDialects(Set<String> value) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, foreignKeys, indexes, checks, rows, comment, options, value);
    }

    private static <T> List<T> appended(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
