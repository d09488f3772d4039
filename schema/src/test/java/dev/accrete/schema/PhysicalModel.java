package dev.accrete.schema;

import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** What a database contains at a snapshot: the model, and what is kept without a mapping. */
final class PhysicalModel {

    private PhysicalModel() {}

    static Schema of(Snapshot snapshot, String dialect) {
        Schema model = snapshot.model().on(dialect);
        Kept kept = snapshot.kept().on(dialect);
        List<TypeDefinition> types = new ArrayList<>(model.types());
        types.addAll(kept.types());
        List<Sequence> sequences = new ArrayList<>(model.sequences());
        sequences.addAll(kept.sequences());
        List<Table> tables = new ArrayList<>();
        model.tables().forEach(table -> tables.add(withKept(table, kept)));
        kept.tables().forEach(table -> tables.add(withKept(table, kept)));
        return new Schema(types, sequences, tables, model.views());
    }

    private static Table withKept(Table table, Kept kept) {
        Table full = table;
        for (Kept.KeptColumn column : kept.columnsOf(table.name())) {
            full = full.withColumn(column.column());
        }
        List<UniqueKey> unique = new ArrayList<>(full.uniqueKeys());
        List<ForeignKey> foreign = new ArrayList<>(full.foreignKeys());
        List<Index> indexes = new ArrayList<>(full.indexes());
        List<CheckConstraint> checks = new ArrayList<>(full.checks());
        for (Kept.KeptConstraint constraint : kept.constraintsOf(table.name())) {
            Constraint c = constraint.constraint();
            if (c instanceof UniqueKey key) {
                unique.add(key);
            } else if (c instanceof ForeignKey key) {
                foreign.add(key);
            } else if (c instanceof Index index) {
                indexes.add(index);
            } else if (c instanceof CheckConstraint check) {
                checks.add(check);
            }
        }
        List<Row> rows = new ArrayList<>(full.rows());
        kept.rows().stream().filter(row -> row.table().equals(table.name())).forEach(row -> rows.add(row.row()));
        return full.withUniqueKeys(unique)
                .withForeignKeys(foreign)
                .withIndexes(indexes)
                .withChecks(checks)
                .withRows(rows);
    }
}
