package dev.accrete.schema.diff;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Words the value of a column in which rows have to differ: as the primary key tells them apart, or for a reference a row
 * that no other one refers to. Both databases run it as it stands, batch by batch too: what has a value already is left
 * out of the counting.
 */
public final class DistinctValue {

    /** A number of 64 bits, or a UUID. */
    private static final int LONGEST_PART = 36;

    private static final int HEXADECIMAL_DIGITS_OF_UUID = 32;

    private DistinctValue() {}

    /**
     * A value of the column's own.
     *
     * @param rows the table with the key that its rows have until then
     * @return an SQL expression; empty without a key, or for a type of which no values are known
     */
    public static Optional<String> of(Table rows, Column column) {
        List<Name> key = key(rows);
        if (key.isEmpty() || key.contains(column.name())) {
            return Optional.empty();
        }
        if (column.type() instanceof ColumnType.Sized sized
                && sized.kind() == ColumnType.Sized.Kind.VARCHAR
                && (sized.length() == 0 || sized.length() >= (long) LONGEST_PART * key.size())) {
            return Optional.of(key.stream()
                    .map(name -> "cast(" + name + " as varchar)")
                    .collect(Collectors.joining(" || '-' || ")));
        } else if (Conversions.isInteger(column.type())) {
            return Optional.of(
                    rows.column(column.name()).isPresent()
                            ? rank(rows, column.name()) + " + coalesce((select max(o." + column.name() + ") from "
                                    + rows.name() + " o), 0)"
                            : rank(rows, column.name()));
        } else if (column.type() instanceof ColumnType.Simple simple && simple.kind() == ColumnType.Simple.Kind.UUID) {
            return Optional.of("cast(lpad(cast(" + rank(rows, column.name()) + " as varchar), "
                    + HEXADECIMAL_DIGITS_OF_UUID + ", '0') as uuid)");
        }
        return Optional.empty();
    }

    /**
     * A row that no other one refers to yet.
     *
     * @param rows the table that refers
     * @param reference of one column
     * @return a query; empty without a key
     */
    public static Optional<String> reference(Table rows, ForeignKey reference) {
        if (key(rows).isEmpty()) {
            return Optional.empty();
        }
        Name column = reference.columns().get(0);
        Name target = reference.referencedColumns().get(0);
        // Before the column is there, nothing refers to anything.
        String free = rows.column(column).isEmpty()
                ? ""
                : " where not exists (select 1 from " + rows.name() + " c where c." + column + " = p." + target + ")";
        return Optional.of("(select x." + target + " from (select p." + target + ", row_number() over (order by p."
                + target
                + ") as n from " + reference.referencedTable() + " p" + free + ") x where x.n = " + rank(rows, column)
                + ")");
    }

    /** How many rows up to this one have no value yet. */
    private static String rank(Table rows, Name column) {
        List<Name> key = key(rows);
        String empty = rows.column(column).isEmpty() ? "" : "o." + column + " is null and ";
        return "(select count(*) from " + rows.name() + " o where " + empty + row("o", key) + " <= "
                + row(rows.name().toString(), key) + ")";
    }

    private static String row(String table, List<Name> columns) {
        String values = columns.stream().map(name -> table + "." + name).collect(Collectors.joining(", "));
        return columns.size() == 1 ? values : "(" + values + ")";
    }

    private static List<Name> key(Table table) {
        return table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    }
}
