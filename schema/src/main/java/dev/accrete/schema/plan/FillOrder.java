package dev.accrete.schema.plan;

import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.diff.Change;
import dev.accrete.schema.diff.RowChange;
import dev.accrete.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Orders the tables that get rows: one that another refers to comes first. */
final class FillOrder {

    private FillOrder() {}

    /** @param tables which of them count */
    static List<RowChange.FillTable> of(List<Change> changes, ChangeContext context, Predicate<QualifiedName> tables) {
        List<RowChange.FillTable> rest = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof RowChange.FillTable fill && tables.test(fill.object())) {
                rest.add(fill);
            }
        }
        List<RowChange.FillTable> ordered = new ArrayList<>();
        while (!rest.isEmpty()) {
            Set<QualifiedName> waiting =
                    rest.stream().map(RowChange.FillTable::object).collect(Collectors.toSet());
            RowChange.FillTable next = rest.stream()
                    .filter(fill -> context.table(fill.object()).foreignKeys().stream()
                            .allMatch(key -> key.referencedTable().equals(fill.object())
                                    || !waiting.contains(key.referencedTable())))
                    .findFirst()
                    // A circle: which of them has to be first, only their queries tell.
                    .orElse(rest.get(0));
            rest.remove(next);
            ordered.add(next);
        }
        return ordered;
    }
}
