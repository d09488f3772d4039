package dev.accrete.schema.offer;

import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.Alias;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words the value of a column in which rows have to differ: as the primary key tells them apart, or by their place alone where
 * they have none.
 */
public final class DistinctValue {

    /** A number of 64 bits, or a UUID. */
    private static final int LONGEST_PART = 36;

    private DistinctValue() {}

    /**
     * A value of the column's own: where a window function makes it, the same for each row as long as none comes or goes.
     *
     * @param rows the table with the key that its rows have until then
     * @param within the columns in which rows that have to differ are the same; mostly none
     * @return an SQL expression; empty for a type of which no values are known
     */
    public static Optional<String> of(Table rows, Column column, List<Name> within) {
        List<Name> key = rows.keyColumns();
        if (key.contains(column.name())) {
            return Optional.empty();
        }
        if (!key.isEmpty()
                && column.type() instanceof ColumnType.Sized sized
                && sized.kind() == ColumnType.Sized.Kind.VARCHAR
                && (sized.length() == 0 || sized.length() >= (long) LONGEST_PART * key.size())) {
            return Optional.of(key.stream()
                    .map(name -> "cast(" + name + " as varchar)")
                    .collect(Collectors.joining(" || '-' || ")));
        }
        boolean numbered = rows.column(column.name()).isPresent();
        String place = place(order(rows), within);
        if (!numbered) {
            List<String> constants = AllowedValues.listed(column);
            return constants.isEmpty() ? NumberedValue.of(place, column.type()) : Optional.of(inTurn(place, constants));
        }
        return beside(rows, column, place);
    }

    /**
     * A value for each row that a query inserts, which none of the rows has that are there, as far as their type tells.
     *
     * @param rows the table that has the column
     * @param key what the query selects that tells the new rows apart
     * @return an SQL expression; empty for a type of which no values are known
     */
    public static Optional<String> ofNew(Table rows, Column column, List<Name> key) {
        String place = place(key, List.of());
        return beside(rows, column, place)
                .or(() -> NumberedValue.of("(" + place + past("count(*)", rows) + ")", column.type()));
    }

    private static Optional<String> beside(Table rows, Column column, String place) {
        if (Conversions.isNumber(column.type())) {
            return Optional.of(place + past("coalesce(max(o." + column.name() + "), 0)", rows));
        }
        // Beside texts and times that are there already nothing is known to be another one.
        return NumberedValue.isUuid(column.type())
                ? Optional.of(NumberedValue.uuid(place + past("count(o." + column.name() + ")", rows)))
                : Optional.empty();
    }

    /** Rows beyond the last constant have no value. */
    private static String inTurn(String place, List<String> constants) {
        return "case " + place
                + IntStream.range(0, constants.size())
                        .mapToObj(i -> " when " + (i + 1) + " then " + constants.get(i))
                        .collect(Collectors.joining())
                + " end";
    }

    /** The place of a row among those that get a value. */
    private static String place(List<Name> order, List<Name> within) {
        List<String> parts = new ArrayList<>();
        if (!within.isEmpty()) {
            parts.add("partition by " + list(within));
        }
        if (!order.isEmpty()) {
            parts.add("order by " + list(order));
        }
        return "row_number() over (" + String.join(" ", parts) + ")";
    }

    /** The key; without one, the columns that both databases can sort by. Rows that are the same in all of them change places. */
    private static List<Name> order(Table rows) {
        List<Name> key = rows.keyColumns();
        return key.isEmpty()
                ? rows.columns().stream()
                        .filter(column -> isSorted(column.type()))
                        .map(Column::name)
                        .toList()
                : key;
    }

    private static boolean isSorted(ColumnType type) {
        return Conversions.isNumber(type)
                || NumberedValue.isUuid(type)
                || type instanceof ColumnType.Sized sized && sized.kind() == ColumnType.Sized.Kind.VARCHAR;
    }

    /** Beyond the values of other rows. */
    private static String past(String greatest, Table rows) {
        return " + (select " + greatest + " from " + rows.name() + " o)";
    }

    private static String list(List<Name> columns) {
        return columns.stream().map(Name::toString).collect(Collectors.joining(", "));
    }

    /**
     * Another value for each one of a column, by its place among all of them: for a key whose type has no conversion, and what
     * refers to it.
     *
     * @param schema what there is until then
     * @param rows the table whose key it is
     * @param key the column of the key, or of a part of it, whose values rows share
     * @param value a value of it, as an expression
     * @return an SQL expression; empty for a type of which no values are known
     */
    public static Optional<String> ofPlace(Schema schema, QualifiedName rows, Name key, String value, Column to) {
        boolean shared = schema.table(rows)
                .filter(table -> Distinction.keys(table).stream().noneMatch(columns -> columns.equals(List.of(key))))
                .isPresent();
        String places = places(value);
        String place = "(select " + places + ".n from (select " + (shared ? "distinct " : "") + "o." + key + " as k, "
                + (shared ? "dense_rank" : "row_number") + "() over (order by o." + key + ") as n from " + rows
                + " o) " + places + " where " + places + ".k = " + value + ")";
        List<String> constants = AllowedValues.listed(to);
        return constants.isEmpty() ? NumberedValue.of(place, to.type()) : Optional.of(inTurn(place, constants));
    }

    /**
     * What had a value from {@link #ofPlace}, as long as no rows come or go.
     *
     * @param rows the table whose key it is
     * @param key the column of the key
     * @param value the value from there, as an expression
     * @return an SQL expression; empty for a type of which no values are known
     */
    public static Optional<String> atPlace(QualifiedName rows, Name key, String value, ColumnType type) {
        String places = places(value);
        return NumberedValue.of(places + ".n", type)
                .map(place -> "(select " + places + ".k from (select o." + key
                        + " as k, row_number() over (order by o." + key + ") as n from " + rows + " o) " + places
                        + " where " + place + " = " + value + ")");
    }

    /** @param value may be a column with its table */
    private static String places(String value) {
        int dot = value.lastIndexOf('.');
        return Alias.of("x", dot < 0 ? "" : value.substring(value.lastIndexOf('.', dot - 1) + 1, dot));
    }

    /**
     * A value for each row, by its place among all of them, where no window function may stand: as a conversion.
     *
     * @param rows the table with the key that its rows have until then
     * @return an SQL expression; empty for rows without a key, and for a type of which no values are known
     */
    public static Optional<String> ofRow(Table rows, ColumnType type) {
        List<Name> key = Distinction.key(rows);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String parts = key.stream()
                .map(name -> "o." + name + " as k" + (key.indexOf(name) + 1) + ", ")
                .collect(Collectors.joining());
        String places = Alias.of("x", rows.name().name());
        String row = key.stream()
                .map(name -> places + ".k" + (key.indexOf(name) + 1) + " = " + rows.name() + "." + name)
                .collect(Collectors.joining(" and "));
        String order = key.stream().map(name -> "o." + name).collect(Collectors.joining(", "));
        return NumberedValue.of(
                "(select " + places + ".n from (select " + parts + "row_number() over (order by " + order
                        + ") as n from " + rows.name() + " o) " + places + " where " + row + ")",
                type);
    }

    /**
     * A value for each one that a part of a key has, for a query that reads the table: what {@link #ofPlace} gives as well.
     *
     * @param parts of the key, as expressions
     * @return an SQL expression; empty for a type of which no values are known
     */
    public static Optional<String> ofRank(Collection<String> parts, ColumnType type) {
        return NumberedValue.of("dense_rank() over (order by " + String.join(", ", parts) + ")", type);
    }

    /**
     * A value for each row of some tables.
     *
     * @param rows at least one; the rows of several are numbered in whatever order a query has them
     * @return an SQL expression for a query of these rows; empty for a type of which no values are known
     */
    public static Optional<String> ofRows(List<Table> rows, ColumnType type) {
        return NumberedValue.of(place(rows.size() == 1 ? order(rows.get(0)) : List.of(), List.of()), type);
    }
}
