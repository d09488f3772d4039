package dev.accrete.cli.drift;

import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.SchemaObject;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that the migrations have made and not dropped: the model of a snapshot with what is kept beside it. */
public final class SnapshotSchema {

    private SnapshotSchema() {}

    /** What a database of this dialect has when every migration is applied. */
    public static Schema of(Snapshot snapshot, String dialect) {
        Schema model = snapshot.model().on(dialect);
        Kept kept = snapshot.kept().on(dialect);
        List<Table> tables = joined(model.tables(), kept.tables()).stream()
                .map(table -> withKept(table, kept))
                .toList();
        return new Schema(
                joined(model.types(), kept.types()),
                joined(model.sequences(), kept.sequences()),
                tables,
                model.views());
    }

    private static <T extends SchemaObject> List<T> joined(List<T> mapped, List<T> kept) {
        List<T> all = new ArrayList<>(mapped);
        for (T each : kept) {
            if (mapped.stream().noneMatch(other -> other.name().equals(each.name()))) {
                all.add(each);
            }
        }
        return all;
    }

    private static Table withKept(Table mapped, Kept kept) {
        Table table = mapped;
        for (Kept.KeptColumn each : kept.columnsOf(mapped.name())) {
            Column column = each.column();
            if (table.column(column.name()).isEmpty()) {
                table = table.withColumn(column);
            }
        }
        for (Kept.KeptConstraint each : kept.constraintsOf(mapped.name())) {
            table = with(table, each.constraint());
        }
        return table;
    }

    private static Table with(Table table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return table.withPrimaryKey(Optional.of(key));
        } else if (constraint instanceof UniqueKey key) {
            return table.withUniqueKeys(appended(table.uniqueKeys(), key));
        } else if (constraint instanceof ForeignKey key) {
            return table.withForeignKeys(appended(table.foreignKeys(), key));
        } else if (constraint instanceof Index index) {
            return table.withIndexes(appended(table.indexes(), index));
        }
        return table.withChecks(appended(table.checks(), (CheckConstraint) constraint));
    }

    private static <T> List<T> appended(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
