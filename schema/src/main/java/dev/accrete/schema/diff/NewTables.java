package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.ExampleReference;
import dev.accrete.schema.offer.ExampleValue;
import dev.accrete.schema.offer.RowsOfClasses;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables that a diff creates, which have no rows but those that something puts there. */
final class NewTables {

    private final Set<QualifiedName> created = new HashSet<>();
    private final Set<QualifiedName> filled = new HashSet<>();

    NewTables(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof TableChange.CreateTable) {
                created.add(change.object());
            } else if (change instanceof RowChange.FillTable) {
                filled.add(change.object());
            }
        }
    }

    boolean isNew(QualifiedName table) {
        return created.contains(table);
    }

    /** Whether a table is new and nothing fills it. */
    boolean isEmpty(QualifiedName table) {
        return created.contains(table) && !filled.contains(table);
    }

    /** What the class of the rows of a new hierarchy's table requires, where the columns that say which have their values. */
    static void addOfClasses(Table target, Map<Name, String> values, Schema after) {
        RowsOfClasses classes = new RowsOfClasses(target);
        for (Column column : target.columns()) {
            if (!values.containsKey(column.name()) && classes.require(column)) {
                classes.value(
                                column,
                                ExampleValue.of(target, column, after),
                                discriminator -> Optional.ofNullable(values.get(discriminator.name())))
                        .ifPresent(value -> values.put(column.name(), value));
            }
        }
    }

    /**
     * {@code (id, name) select distinct city_id, '' from customer}: the rows of a new table. One that has to refer to its own
     * table refers to itself.
     *
     * @param values by column
     * @param select {@code select} or {@code select distinct}
     * @param from what follows the values; empty for a single row
     */
    static String rows(Table target, Map<Name, String> values, String select, String from) {
        values.replaceAll((name, value) ->
                ExampleReference.ofItself(target, name).map(values::get).orElse(value));
        return "(" + values.keySet().stream().map(Name::toString).collect(Collectors.joining(", ")) + ") " + select
                + " " + String.join(", ", values.values()) + from;
    }
}
