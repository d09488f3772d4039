package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.SchemaApplier;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.SchemaObject;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Kept;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Proves a diff: its changes, applied to the old schema, give exactly the new one. */
final class DiffProof {

    private DiffProof() {}

    /**
     * Applies the changes and compares.
     *
     * @return what is kept afterwards
     * @throws DiffException if a change can't be applied, or something differs
     */
    static Kept prove(Schema before, Kept kept, List<Change> changes, Schema after) {
        if (changes.isEmpty() && before.equals(after)) {
            return kept;
        }
        SchemaApplier.Applied applied;
        try {
            applied = SchemaApplier.apply(before, kept, changes);
        } catch (IllegalStateException e) {
            throw new DiffException("schema", "the changes found contradict each other: " + e.getMessage(), e);
        }
        Schema result = withoutOrder(applied.model());
        Schema wanted = withoutOrder(after);
        if (!result.equals(wanted)) {
            throw new DiffException(
                    rest(result, wanted), "the changes found do not lead from the snapshot to the model", null);
        }
        return applied.kept();
    }

    /** The names of all objects that differ. */
    private static String rest(Schema result, Schema wanted) {
        List<SchemaObject> one = objects(result);
        List<SchemaObject> other = objects(wanted);
        return Stream.concat(
                        one.stream().filter(object -> !other.contains(object)),
                        other.stream().filter(object -> !one.contains(object)))
                .map(object -> object.name().toString())
                .distinct()
                .sorted()
                .toList()
                .toString();
    }

    private static List<SchemaObject> objects(Schema schema) {
        return Stream.<List<? extends SchemaObject>>of(
                        schema.types(), schema.sequences(), schema.tables(), schema.views())
                .<SchemaObject>flatMap(List::stream)
                .toList();
    }

    /** Columns and rows sorted, since their order is no difference. */
    private static Schema withoutOrder(Schema schema) {
        return schema.withTables(
                schema.tables().stream().map(DiffProof::withoutOrder).toList());
    }

    private static Table withoutOrder(Table table) {
        return table.withColumns(table.columns().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .toList())
                .withRows(table.rows().stream()
                        .sorted(Comparator.comparing(Row::toString))
                        .toList());
    }
}
