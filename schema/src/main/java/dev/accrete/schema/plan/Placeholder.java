package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.DistinctReference;
import dev.accrete.schema.offer.DistinctValue;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.offer.RowCheck;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words the rows that an undo script inserts in place of those that are gone for good and that references need: they have
 * the keys that are referred to, differ where a unique key asks for it, and say as little as possible otherwise.
 */
final class Placeholder {

    /** Characters that hold every UUID and number. */
    private static final int LONGEST_KEY = 36;

    private final Dialect dialect;
    private final ChangeContext context;
    private final MissingValue missing;

    /** Columns that the undo script drops at its end. */
    private final List<ColumnChange.AddColumn> leaving;

    Placeholder(List<Change> forward, Dialect dialect, ChangeContext context, MissingValue missing) {
        this.dialect = dialect;
        this.context = context;
        this.missing = missing;
        this.leaving = forward.stream()
                .filter(ColumnChange.AddColumn.class::isInstance)
                .map(ColumnChange.AddColumn.class::cast)
                .toList();
    }

    /**
     * The row without its key.
     *
     * @param key which refers to the row; values may name the columns that it refers to
     */
    Row in(ForeignKey key) {
        List<Name> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Table parent = context.before(key.referencedTable()).orElseThrow();
        for (Column column : parent.columns()) {
            if (!key.referencedColumns().contains(column.name())) {
                ofItself(parent, column)
                        .or(() -> distinct(parent, column, key))
                        .or(() -> missing(parent, column, key))
                        .or(() -> ofClass(parent, column))
                        .ifPresent(value -> {
                            columns.add(column.name());
                            values.add(value);
                        });
            }
        }
        leaving.stream()
                .filter(add -> add.object().equals(parent.name()) && add.after().needsValue())
                .filter(add -> parent.column(add.after().name()).isEmpty())
                .forEach(add -> ofLeaving(parent.name(), add.after()).ifPresent(value -> {
                    columns.add(add.after().name());
                    values.add(value);
                }));
        return new Row(columns, values);
    }

    /** The place of a row among others is one among those that come. */
    private Optional<String> missing(Table parent, Column column, ForeignKey key) {
        return missing.of(parent.name(), column)
                .map(value -> SqlQueries.hasWindow(value)
                        ? DistinctValue.ofNew(parent, column, key.referencedColumns())
                                .orElse(value)
                        : value);
    }

    /** What rows of the class need that its discriminator makes of it. */
    private Optional<String> ofClass(Table table, Column column) {
        return RowCheck.of(table).stream()
                .filter(check -> check.columns().contains(column.name()))
                .filter(check -> table.column(check.discriminator())
                        .flatMap(told -> missing.of(table.name(), told))
                        .equals(check.value()))
                .findFirst()
                .flatMap(check -> missing.of(table.name(), column.withNullable(false)));
    }

    /** What has to refer to a row of its own table refers to itself. */
    private Optional<String> ofItself(Table table, Column column) {
        return table.foreignKeys().stream()
                .filter(key -> !column.nullable())
                .filter(key -> key.columns().equals(List.of(column.name())))
                .filter(key -> key.referencedTable().equals(table.name()))
                .findFirst()
                .map(key -> dialect.identifier(
                        QualifiedName.of(key.referencedColumns().get(0))));
    }

    /** In each unique key, one column differs from row to row: one with a value of the row's own key, else a reference, else a number. */
    private Optional<String> distinct(Table table, Column column, ForeignKey key) {
        return Distinction.keys(table).stream()
                .filter(unique -> unique.contains(column.name()))
                .filter(unique -> unique.stream().noneMatch(key.referencedColumns()::contains))
                .map(unique -> unique.stream()
                        .map(name -> table.column(name).orElseThrow())
                        .toList())
                .filter(unique -> unique.stream().noneMatch(Column::nullable))
                .flatMap(unique -> telling(table, unique, column, key).stream())
                .findFirst();
    }

    /** What a column says, if it is the one that tells rows apart in a unique key. */
    private Optional<String> telling(Table table, List<Column> unique, Column column, ForeignKey key) {
        for (Column part : unique) {
            Optional<String> own = reference(table, part).isPresent()
                    ? Optional.empty()
                    : sameAs(table, key.referencedColumns().get(0), part);
            if (own.isPresent()) {
                return own.filter(value -> part.equals(column));
            }
        }
        for (Column part : unique) {
            Optional<ForeignKey> reference = reference(table, part);
            if (reference.isPresent() && !missing.comesBackEmpty(reference.get().referencedTable())) {
                return reference
                        .filter(other -> other.columns().contains(column.name()))
                        .map(other -> new DistinctReference(table, other, List.of())
                                .ofNew(column.name(), key.referencedColumns()));
            }
        }
        for (Column part : unique) {
            Optional<String> numbered = reference(table, part).isPresent()
                    ? Optional.empty()
                    : DistinctValue.ofNew(table, part, key.referencedColumns());
            if (numbered.isPresent()) {
                return numbered.filter(value -> part.equals(column));
            }
        }
        return Optional.empty();
    }

    private static Optional<ForeignKey> reference(Table table, Column column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .findFirst();
    }

    /** The value of another column, where it fits. */
    private Optional<String> sameAs(Table table, Name other, Column column) {
        ColumnType type = table.column(other).orElseThrow().type();
        String name = dialect.identifier(QualifiedName.of(other));
        if (type.equals(column.type())) {
            return Optional.of(name);
        }
        long length = type instanceof ColumnType.Sized sized ? sized.length() : LONGEST_KEY;
        return column.type() instanceof ColumnType.Sized sized
                        && sized.kind() == ColumnType.Sized.Kind.VARCHAR
                        && sized.length() >= length
                ? Optional.of("CAST(" + name + " AS varchar)")
                : Optional.empty();
    }

    /** What a row gets in a column that the undo script drops later. */
    private Optional<String> ofLeaving(QualifiedName table, Column column) {
        return context.after()
                .table(table)
                .flatMap(now -> AllowedValues.first(column, now))
                .or(() -> dialect.neutralValue(column.type()));
    }
}
