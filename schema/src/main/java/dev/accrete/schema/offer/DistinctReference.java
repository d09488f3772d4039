package dev.accrete.schema.offer;

import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words the value of a reference in which rows have to differ: a row that no other one refers to yet. */
public final class DistinctReference {

    private final Table rows;
    private final ForeignKey reference;
    private final List<Name> within;

    /**
     * Takes what refers.
     *
     * @param rows the table that refers, as it is until then
     * @param within the columns in which rows that have to differ are the same; mostly none
     */
    public DistinctReference(Table rows, ForeignKey reference, List<Name> within) {
        this.rows = rows;
        this.reference = reference;
        this.within = within;
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
        List<Name> key = Distinction.key(rows);
        List<String> window = new ArrayList<>();
        if (!within.isEmpty()) {
            window.add("partition by " + list(within));
        }
        if (!key.isEmpty()) {
            window.add("order by " + list(key));
        }
        String place = "row_number() over (" + String.join(" ", window) + ")";
        QualifiedName target = reference.referencedTable();
        String from = " from " + target + " p";
        String free = from + free(isThere(), within);
        String list = "(select array_agg(p." + referenced(column) + " order by " + order() + ")";
        String open = after.stream().map(name -> name + " is null").collect(Collectors.joining(" or "));
        String turn = list + from + ")[1 + mod(" + place + " - 1, nullif((select count(*) from " + target + "), 0))]";
        if (after.stream().anyMatch(name -> rows.column(name).isEmpty())) {
            return turn;
        }
        String inTurn = after.isEmpty() ? "" : " when " + open + " then " + turn;
        return "case" + inTurn + " when " + place + " <= (select count(*)" + free + ") then " + list + free + ")["
                + place + "] end";
    }

    /**
     * By counting the rows up to each one, for places that take no window function. Rows without any key, which can't be told
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
                    ? Optional.of("(select p." + target + " from " + reference.referencedTable() + " p" + free
                            + " order by " + order() + " fetch first row only)")
                    : Optional.empty();
        }
        List<String> conditions = new ArrayList<>();
        if (!anew && rows.column(column).isPresent()) {
            conditions.add("o." + column + " is null");
        }
        return Optional.of("(select x." + target + " from (select p." + target + ", row_number() over (order by "
                + order() + ") as n from " + reference.referencedTable() + " p" + free + ") x where x.n = "
                + rank(key, conditions) + ")");
    }

    private boolean isThere() {
        return reference.columns().stream().allMatch(name -> rows.column(name).isPresent());
    }

    private Name referenced(Name column) {
        return reference.referencedColumns().get(reference.columns().indexOf(column));
    }

    private String order() {
        return reference.referencedColumns().stream().map(name -> "p." + name).collect(Collectors.joining(", "));
    }

    /** The condition that no row refers to it that has the same values in some columns. */
    private String free(boolean there, List<Name> same) {
        if (!there) {
            return "";
        }
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < reference.columns().size(); i++) {
            equal.add("c." + reference.columns().get(i) + " = p."
                    + reference.referencedColumns().get(i));
        }
        same.forEach(name -> equal.add("c." + name + " = " + rows.name().name() + "." + name));
        return " where not exists (select 1 from " + rows.name() + " c where " + String.join(" and ", equal) + ")";
    }

    /** How many rows up to this one have no value yet. */
    private String rank(List<Name> key, List<String> conditions) {
        String table = rows.name().name().toString();
        List<String> all = new ArrayList<>(conditions);
        within.forEach(name -> all.add("o." + name + " = " + table + "." + name));
        all.add(row("o", key) + " <= " + row(table, key));
        return "(select count(*) from " + rows.name() + " o where " + String.join(" and ", all) + ")";
    }

    private static String row(String table, List<Name> columns) {
        String values = columns.stream().map(name -> table + "." + name).collect(Collectors.joining(", "));
        return columns.size() == 1 ? values : "(" + values + ")";
    }

    private static String list(List<Name> columns) {
        return columns.stream().map(Name::toString).collect(Collectors.joining(", "));
    }
}
