package dev.accrete.schema.diff;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.offer.ExampleReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Words the part of a query that takes rows over which finds each of them a row to refer to: another one each, where a key
 * of the target asks for it. Both sides are numbered and joined by their numbers; a row that finds none stays without a value.
 *
 * @implNote No window function may stand in a condition, so that the rows are numbered in a derived table.
 */
final class RowsToReferTo {

    private final Schema before;
    private final Table target;
    private final Table source;
    private final Map<ForeignKey, List<Name>> references = new LinkedHashMap<>();

    /**
     * Takes both sides.
     *
     * @param before with the names that things have after the renames
     * @param counts which references lead to rows that are there already
     */
    RowsToReferTo(Schema before, Table target, Table source, Predicate<ForeignKey> counts) {
        this.before = before;
        this.target = target;
        this.source = source;
        for (Column column : target.columns()) {
            // A row that has to refer to one of its own table refers to itself.
            if (isMissing(column)
                    && !target.keyColumns().contains(column.name())
                    && ExampleReference.ofItself(target, column.name()).isEmpty()) {
                ExampleReference.of(target, column.name())
                        .filter(counts)
                        .ifPresent(reference -> Distinction.within(target, source, reference.columns())
                                .ifPresent(within -> references.put(reference, within)));
            }
        }
    }

    private boolean isMissing(Column column) {
        return column.needsValue()
                && source.column(column.name()).filter(then -> !then.nullable()).isEmpty();
    }

    /** The value of a column, if rows have to differ in what they refer to. */
    Optional<String> value(Name column) {
        int number = 1;
        for (ForeignKey reference : references.keySet()) {
            int part = reference.columns().indexOf(column);
            if (part >= 0) {
                String found = "row_" + number + "." + part(number, part);
                return Optional.of(
                        isThere(source, reference)
                                ? reference.columns().size() == 1
                                        ? "coalesce(" + column + ", " + found + ")"
                                        : "case when " + empty(reference) + " then " + found + " else " + column
                                                + " end"
                                : found);
            }
            number++;
        }
        return Optional.empty();
    }

    /**
     * The source with the rows to refer to.
     *
     * @param condition of the rows that are taken
     * @param others from which rows come besides, before those of this one: tables with their conditions
     */
    String from(Optional<String> condition, List<String> others) {
        String where = condition.map(sql -> " where " + sql).orElse("");
        if (references.isEmpty()) {
            return source.name() + where;
        }
        String before = others.stream()
                .map(other -> " + (select count(*) from " + other + ")")
                .collect(Collectors.joining());
        StringBuilder numbers = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        int number = 1;
        for (Map.Entry<ForeignKey, List<Name>> reference : references.entrySet()) {
            numbers.append(", " + place(reference.getKey(), reference.getValue()) + before + " as place_" + number);
            joins.append(" left join " + free(reference.getKey(), number) + " row_" + number + " on row_" + number
                    + ".number_" + number + " = place_" + number);
            number++;
        }
        String name = source.name().name().toString();
        return "(select " + name + ".*" + numbers + " from " + source.name() + where + ") " + name + joins;
    }

    /** The place of a row of the source among those that have no value yet. */
    private String place(ForeignKey reference, List<Name> within) {
        List<String> parts = new ArrayList<>();
        within.forEach(name -> parts.add(name.toString()));
        if (isThere(source, reference)) {
            parts.add("case when " + empty(reference) + " then 1 end");
        }
        String key = source.keyColumns().stream().map(Name::toString).collect(Collectors.joining(", "));
        return "row_number() over ("
                + (parts.isEmpty() ? "" : "partition by " + String.join(", ", parts) + " ")
                + (key.isEmpty() ? "" : "order by " + key)
                + ")";
    }

    /** The rows that nothing refers to yet, numbered. */
    private String free(ForeignKey reference, int number) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < reference.referencedColumns().size(); i++) {
            values.add("p." + reference.referencedColumns().get(i) + " as " + part(number, i));
        }
        String order =
                reference.referencedColumns().stream().map(name -> "p." + name).collect(Collectors.joining(", "));
        List<String> free = new ArrayList<>();
        if (isThere(source, reference)) {
            free.add(unused(source, reference));
        }
        if (before.table(target.name()).isPresent()) {
            // Columns that are new have their values by then.
            free.add(unused(target, reference));
        }
        return "(select " + String.join(", ", values) + ", row_number() over (order by " + order + ") as number_"
                + number
                + " from " + reference.referencedTable() + " p"
                + (free.isEmpty() ? "" : " where " + String.join(" and ", free)) + ")";
    }

    private static String unused(Table rows, ForeignKey reference) {
        List<String> same = new ArrayList<>();
        for (int i = 0; i < reference.columns().size(); i++) {
            same.add("c." + reference.columns().get(i) + " = p."
                    + reference.referencedColumns().get(i));
        }
        return "not exists (select 1 from " + rows.name() + " c where " + String.join(" and ", same) + ")";
    }

    private static boolean isThere(Table rows, ForeignKey reference) {
        return reference.columns().stream().allMatch(name -> rows.column(name).isPresent());
    }

    private static String empty(ForeignKey reference) {
        return reference.columns().stream().map(name -> name + " is null").collect(Collectors.joining(" or "));
    }

    private static String part(int number, int part) {
        return "row_" + number + "_key_" + (part + 1);
    }
}
