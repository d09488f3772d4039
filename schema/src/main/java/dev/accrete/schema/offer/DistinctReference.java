package dev.accrete.schema.offer;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.Alias;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Words the value of a reference in which rows have to differ: a row that no other one refers to yet. */
public final class DistinctReference {

    private final Table rows;
    private final ForeignKey reference;
    /** What says which rows are meant until then. */
    private final ForeignKey told;

    private final List<Name> within;
    private final List<Name> kept;
    private final String meant;
    private final String others;
    /** The rows to refer to and those that refer, numbered. */
    private final List<String> lists;

    /**
     * Takes what refers.
     *
     * @param rows the table that refers, as it is until then
     * @param within the columns in which rows that have to differ are the same; mostly none
     */
    public DistinctReference(Table rows, ForeignKey reference, List<Name> within) {
        this(rows, reference, reference, within, List.of());
    }

    private DistinctReference(Table rows, ForeignKey reference, ForeignKey told, List<Name> within, List<Name> kept) {
        this.rows = rows;
        this.reference = reference;
        this.told = told;
        this.within = within;
        this.kept = kept;
        this.meant = Alias.of("p", rows.name().name());
        this.others = Alias.of("c", rows.name().name());
        this.lists = List.of(
                Alias.of("x", rows.name().name()), Alias.of("y", rows.name().name()));
    }

    /**
     * The same where some columns of the reference say what they said: only rows with these values are meant, or any by rows that
     * have none in them.
     */
    public DistinctReference keeping(List<Name> columns) {
        return new DistinctReference(rows, reference, told, within, columns);
    }

    /** The same where values still mean rows as another foreign key says, by other columns of theirs. */
    DistinctReference meaning(ForeignKey former) {
        return new DistinctReference(rows, reference, former, within, kept);
    }

    /**
     * For rows that have no value: the rows to refer to are listed once, and each row takes the one at its place. Rows need
     * no key for that. Where there are not enough to refer to, the last ones stay without a value.
     *
     * @param column one of the reference's
     * @param after columns that get values afterwards, which tell rows apart that refer to the same one: those that have none
     *     yet may, all of them where such a column is not there yet
     * @implNote H2 has no hash join of derived tables, so that two numbered lists can't be joined; its arrays end at 65,536
     *     elements, of which it says more than those.
     */
    public String atPlace(Name column, List<Name> after) {
        return atPlace(column, after, Distinction.key(rows));
    }

    /**
     * For rows that are inserted by a query.
     *
     * @param column one of the reference's
     * @param key what the query selects that tells the new rows apart
     */
    public String ofNew(Name column, List<Name> key) {
        return atPlace(column, List.of(), key);
    }

    private String atPlace(Name column, List<Name> after, List<Name> key) {
        List<String> window = new ArrayList<>();
        List<Name> same =
                Stream.concat(within.stream(), kept.stream()).distinct().toList();
        if (!same.isEmpty()) {
            window.add("partition by " + list(same));
        }
        if (!key.isEmpty()) {
            window.add("order by " + list(key));
        }
        String place = "row_number() over (" + String.join(" ", window) + ")";
        String alike = kept.stream()
                .map(name ->
                        meant + "." + referenced(name) + " = " + rows.name().name() + "." + name)
                .collect(Collectors.joining(" and "));
        String empty = kept.stream()
                .filter(name -> rows.column(name).filter(Column::nullable).isPresent())
                .map(name -> name + " is null")
                .collect(Collectors.joining(" or "));
        String found = atPlace(column, after, place, alike);
        return empty.isEmpty()
                ? found
                : "case when " + empty + " then " + atPlace(column, after, place, "") + " else " + found + " end";
    }

    /** @param alike the condition of the rows to refer to; empty for all of them */
    private String atPlace(Name column, List<Name> after, String place, String alike) {
        QualifiedName target = reference.referencedTable();
        String from = " from " + target + " " + meant + (alike.isEmpty() ? "" : " where " + alike);
        String unused = free(isThere(), within);
        String free = from + (alike.isEmpty() ? unused : unused.replaceFirst("^ where ", " and "));
        String list = "(select array_agg(" + meant + "." + referenced(column) + " order by " + order() + ")";
        String open = after.stream().map(name -> name + " is null").collect(Collectors.joining(" or "));
        String turn = list + from + ")[1 + mod(" + place + " - 1, nullif((select count(*)"
                + (alike.isEmpty() ? " from " + target : from) + "), 0))]";
        if (after.stream().anyMatch(name -> rows.column(name).isEmpty())) {
            return turn;
        }
        String inTurn = after.isEmpty() ? "" : " when " + open + " then " + turn;
        return "case" + inTurn + " when " + place + " <= (select count(*)" + free + ") then " + list + free + ")["
                + place + "] end";
    }

    /**
     * By lists of both sides, for places that take no window function. Rows without any key, which can't be told
     * apart there, all get the same one: the first.
     *
     * @param column one of the reference's
     * @param anew whether all rows refer to others from then on, whatever value they have
     * @return a query; empty where not one row could have a value
     */
    public Optional<String> counted(Name column, boolean anew) {
        Name target = referenced(column);
        // Before the columns are there, nothing refers to anything.
        boolean there = !anew && isThere();
        String free = free(there, List.of());
        List<Name> key = Distinction.key(rows);
        if (key.isEmpty()) {
            return there
                    ? Optional.of("(select " + meant + "." + target + " from " + reference.referencedTable() + " "
                            + meant + free + " order by " + order() + " fetch first row only)")
                    : Optional.empty();
        }
        String open = !anew && rows.column(column).isPresent() ? " where o." + column + " is null" : "";
        return Optional.of(byLists(target, free, key, open));
    }

    /**
     * For rows that refer to one that is not there.
     *
     * @param column one of the reference's, which is there
     */
    public String inPlaceOfMissing(Name column) {
        String open = " where not exists (select 1 from " + reference.referencedTable() + " " + meant + " where "
                + refers("o") + ")";
        return byLists(referenced(column), free(true, List.of()), Distinction.key(rows), open);
    }

    private String byLists(Name target, String free, List<Name> key, String open) {
        String rank = lists.get(0);
        String place = lists.get(1);
        String number = Alias.of("n", target);
        return "(select " + rank + "." + target + " from (select " + meant + "." + target
                + ", row_number() over (order by " + order() + ") as " + number + " from "
                + reference.referencedTable() + " " + meant
                + free + ") " + rank + " join " + places(key, open) + " " + place + " on " + place + ".n = " + rank
                + "." + number + " where " + isRow(key) + ")";
    }

    private boolean isThere() {
        return reference.columns().stream().allMatch(name -> rows.column(name).isPresent());
    }

    private Name referenced(Name column) {
        return reference.referencedColumns().get(reference.columns().indexOf(column));
    }

    private String order() {
        return reference.referencedColumns().stream()
                .map(name -> meant + "." + name)
                .collect(Collectors.joining(", "));
    }

    /** The condition that no row refers to it that has the same values in some columns. */
    private String free(boolean there, List<Name> same) {
        if (!there) {
            return "";
        }
        String equal = same.stream()
                .map(name -> " and " + others + "." + name + " = " + rows.name().name() + "." + name)
                .collect(Collectors.joining());
        return " where not exists (select 1 from " + rows.name() + " " + others + " where " + refers(others) + equal
                + ")";
    }

    /** The condition that a row refers to one that is meant. */
    private String refers(String row) {
        return IntStream.range(0, told.columns().size())
                .mapToObj(i -> row + "." + told.columns().get(i) + " = " + meant + "."
                        + told.referencedColumns().get(i))
                .collect(Collectors.joining(" and "));
    }

    /** The place of each row among those that have no value yet. */
    private String places(List<Name> key, String open) {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < key.size(); i++) {
            parts.append("o." + key.get(i) + " as k" + (i + 1) + ", ");
        }
        return "(select " + parts + "row_number() over ("
                + (within.isEmpty() ? "" : "partition by " + of("o", within) + " ")
                + "order by " + of("o", key) + ") as n from " + rows.name() + " o" + open + ")";
    }

    private String isRow(List<Name> key) {
        String table = rows.name().name().toString();
        return IntStream.range(0, key.size())
                .mapToObj(i -> lists.get(1) + ".k" + (i + 1) + " = " + table + "." + key.get(i))
                .collect(Collectors.joining(" and "));
    }

    private static String of(String table, List<Name> columns) {
        return columns.stream().map(name -> table + "." + name).collect(Collectors.joining(", "));
    }

    private static String list(List<Name> columns) {
        return columns.stream().map(Name::toString).collect(Collectors.joining(", "));
    }
}
