package dev.accrete.schema.diff;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds columns that go from one table to another which has the same rows: another inheritance strategy, a secondary table
 * that comes or goes. Which rows belong to which class, no schema says; so values never move by themselves.
 *
 * <p>Two tables have the same rows if the primary key of one points to that of the other, or if one has no column that the
 * other has not: a table per class.
 */
final class MovedValues {

    private final Schema before;
    private final Schema after;
    private final List<Change> changes;
    private final Decisions decisions;

    private MovedValues(Schema before, Schema after, List<Change> changes, Decisions decisions) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.decisions = decisions;
    }

    /** @param before with the names that things have after the renames */
    static void report(Schema before, Schema after, List<Change> changes, Decisions decisions) {
        MovedValues moved = new MovedValues(before, after, changes, decisions);
        for (Change change : changes) {
            if (change instanceof TableChange.CreateTable create) {
                after.table(create.object()).ifPresent(moved::intoNewTable);
            } else if (change instanceof ColumnChange.AddColumn add
                    && add.backfill().isEmpty()
                    && add.after().generatedAs().isEmpty()) {
                after.table(add.object()).ifPresent(target -> moved.intoNewColumn(target, add.after()));
            }
        }
    }

    private void intoNewTable(Table fresh) {
        for (Table source : before.tables()) {
            List<Column> retired = new ArrayList<>();
            for (Change change : changes) {
                if (change instanceof ColumnChange.RetireColumn retire
                        && retire.object().equals(source.name())
                        && !retire.explicit()
                        && has(fresh, retire.column())) {
                    retired.add(retire.column());
                }
            }
            if (!retired.isEmpty() && haveSameRows(fresh, source)) {
                decisions.valuesLeftBehind(fresh, source, retired);
            }
        }
    }

    private void intoNewColumn(Table target, Column column) {
        for (Table source : before.tables()) {
            boolean tableGone = changes.stream()
                    .anyMatch(change -> change instanceof TableChange.RetireTable
                            && change.object().equals(source.name()));
            if (!source.name().equals(target.name())
                    && has(source, column)
                    && (tableGone || isRetired(source.name(), column.name()))
                    && (haveSameRows(source, target) || haveSameRows(target, source))) {
                decisions.valuesLeftBehind(target, column, source, tableGone);
            }
        }
    }

    private boolean isRetired(QualifiedName table, Name column) {
        return changes.stream()
                .anyMatch(change -> change instanceof ColumnChange.RetireColumn retire
                        && retire.object().equals(table)
                        && retire.column().name().equals(column)
                        && !retire.explicit());
    }

    /** Not as a part of the key, which relates the tables. */
    private static boolean has(Table table, Column column) {
        return !key(table).contains(column.name())
                && table.column(column.name())
                        .filter(found -> ColumnDiff.alike(found.type(), column.type()))
                        .isPresent();
    }

    private static List<Name> key(Table table) {
        return table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    }

    private static boolean haveSameRows(Table part, Table whole) {
        if (key(part).isEmpty() || key(whole).isEmpty()) {
            return false;
        }
        Optional<ForeignKey> extension = part.foreignKeys().stream()
                .filter(reference -> reference.columns().equals(key(part))
                        && reference.referencedTable().equals(whole.name()))
                .findFirst();
        return extension.isPresent()
                || key(part).equals(key(whole))
                        && part.columns().stream()
                                .allMatch(column -> key(part).contains(column.name()) || has(whole, column));
    }

    /** {@code c.id = vehicle.id} */
    static String sameRow(String alias, Table part, QualifiedName whole, List<Name> wholeKey) {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < key(part).size() && i < wholeKey.size(); i++) {
            equal.add(alias + "." + key(part).get(i) + " = " + whole.name() + "." + wholeKey.get(i));
        }
        return String.join(" and ", equal);
    }
}
