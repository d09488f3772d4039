package dev.accrete.schema.change;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Kept;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A schema that stays what it was, and is called as a database calls it while changes are carried out. */
public final class CurrentNames {

    private CurrentNames() {}

    /** The schema itself unless the change renames something in it; what had the new name has gone by then. */
    public static Schema after(Change change, Schema schema) {
        if (change instanceof TableChange.RenameTable rename
                && schema.table(rename.before()).isPresent()) {
            return applied(rename, withTable(schema, rename.after(), Optional.empty()));
        } else if (change instanceof ColumnChange.RenameColumn rename) {
            return schema.table(rename.table())
                    .filter(table -> table.column(rename.before()).isPresent())
                    .map(table -> applied(
                            rename, withTable(schema, table.name(), Optional.of(without(table, rename.after())))))
                    .orElse(schema);
        } else if (change instanceof ConstraintChange.RenameConstraint rename) {
            return renamed(schema, rename, rename.before());
        } else if (change instanceof ConstraintChange.RenameIndex rename) {
            return renamed(schema, rename, rename.before());
        }
        return schema;
    }

    private static Schema renamed(Schema schema, ConstraintChange rename, Name before) {
        return schema.table(rename.table())
                .map(Constraints::of)
                .filter(there -> there.contains(Constraints.named(rename.constraint(), before)))
                .filter(there -> there.stream()
                        .noneMatch(
                                each -> each.name().equals(rename.constraint().name())))
                .map(there -> applied(rename, schema))
                .orElse(schema);
    }

    private static Schema applied(Change change, Schema schema) {
        return SchemaApplier.apply(schema, Kept.nothing(), List.of(change)).model();
    }

    private static Table without(Table table, Name column) {
        return table.withColumns(table.columns().stream()
                .filter(each -> !each.name().equals(column))
                .toList());
    }

    private static Schema withTable(Schema schema, QualifiedName name, Optional<Table> table) {
        return new Schema(
                schema.types(),
                schema.sequences(),
                Stream.concat(
                                schema.tables().stream()
                                        .filter(each -> !each.name().equals(name)),
                                table.stream())
                        .toList(),
                schema.views());
    }
}
