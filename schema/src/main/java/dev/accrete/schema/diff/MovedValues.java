package dev.accrete.schema.diff;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds values and rows that belong to another table from now on: another inheritance strategy, a secondary table that comes
 * or goes. Which rows belong to which class, no schema says for sure; so they never move by themselves, but a {@code
 * @Backfill} is worded that moves them.
 *
 * <p>Two tables have the same rows if the primary key of one points to that of the other, or if one has no column that the
 * other has not: a table per class.
 */
final class MovedValues {

    private final Schema before;
    private final Schema after;
    private final List<Change> changes;
    private final Decisions decisions;
    private final MovedRows rows;
    private final Set<QualifiedName> filled;

    private MovedValues(Schema before, Schema after, List<Change> changes, Decisions decisions) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.decisions = decisions;
        this.rows = new MovedRows(after, decisions.conversions(), decisions::className);
        this.filled = changes.stream()
                .filter(RowChange.FillTable.class::isInstance)
                .map(Change::object)
                .collect(Collectors.toSet());
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
        after.tables().forEach(moved::intoTableOfAll);
    }

    private void intoNewTable(Table fresh) {
        if (filled.contains(fresh.name())) {
            return;
        }
        List<Table> sources = new ArrayList<>();
        Set<Column> retired = new LinkedHashSet<>();
        for (Table source : before.tables()) {
            List<Column> left = leftIn(source, fresh);
            boolean same = haveSameRows(fresh, source);
            boolean extended = after.table(source.name())
                    .filter(now -> isExtension(now, fresh.name()))
                    .isPresent();
            if (key(source).size() != key(fresh).size()) {
                continue;
            }
            if (same && (!left.isEmpty() || isGone(source.name()) && tellApart(source, fresh)) || extended) {
                sources.add(source);
                retired.addAll(left);
            }
        }
        if (!sources.isEmpty()) {
            decisions.rowsLeftBehind(fresh, sources, List.copyOf(retired), rows.query(fresh, sources));
        }
    }

    private List<Column> leftIn(Table source, Table fresh) {
        List<Column> left = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof ColumnChange.RetireColumn retire
                    && retire.object().equals(source.name())
                    && !retire.explicit()
                    && has(fresh, retire.column())) {
                left.add(retire.column());
            }
        }
        return left;
    }

    private void intoNewColumn(Table target, Column column) {
        for (Table source : before.tables()) {
            boolean tableGone = isGone(source.name());
            boolean apart = before.table(target.name())
                            .filter(then -> isExtension(then, source.name()))
                            .isPresent()
                    && !isExtension(target, source.name());
            if (!source.name().equals(target.name())
                    && has(source, column)
                    && (tableGone || apart || isRetired(source.name(), column.name()))
                    && !(tableGone && hasRowsOfItsOwn(source, target))
                    && (haveSameRows(source, target) || haveSameRows(target, source))) {
                decisions.valuesLeftBehind(target, column, source, tableGone);
            }
        }
    }

    /** Tables per class become one. */
    private void intoTableOfAll(Table target) {
        if (before.table(target.name()).isEmpty() || filled.contains(target.name())) {
            return;
        }
        List<Table> sources = before.tables().stream()
                .filter(source -> isGone(source.name()))
                .filter(source -> hasRowsOfItsOwn(source, target))
                .filter(source -> getsColumnsOf(source, target))
                .toList();
        if (!sources.isEmpty()) {
            decisions.rowsLeftBehind(target, sources, List.of(), rows.query(target, sources));
        }
    }

    /** Whether a discriminator of one of the two names the other. */
    private boolean tellApart(Table source, Table target) {
        return source.columns().stream().anyMatch(column -> rows.isDiscriminatorOf(column, target))
                || target.columns().stream()
                        .anyMatch(column ->
                                MovedRows.constantLike(column, source.name()).isPresent());
    }

    /** Tables that merely look alike stay what they are. */
    private boolean getsColumnsOf(Table source, Table target) {
        for (Change change : changes) {
            if (change instanceof ColumnChange.AddColumn add
                    && add.object().equals(target.name())
                    && (has(source, add.after())
                            || MovedRows.constantLike(add.after(), source.name())
                                    .isPresent())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the one has all columns of the other's class and is no part of it: its rows are others. */
    private boolean hasRowsOfItsOwn(Table source, Table target) {
        Optional<Table> then = before.table(target.name());
        return then.isPresent()
                && !isExtension(source, target.name())
                && !isExtension(then.get(), source.name())
                && !isExtension(target, source.name())
                && source.columns().size() >= then.get().columns().size()
                && source.columns().size() > 1
                && haveSameRows(source, target)
                && then.get().columns().stream()
                        .allMatch(column -> key(target).contains(column.name()) || has(source, column));
    }

    private boolean isGone(QualifiedName table) {
        return changes.stream()
                .anyMatch(change -> change instanceof TableChange.RetireTable
                        && change.object().equals(table));
    }

    private boolean isRetired(QualifiedName table, Name column) {
        return changes.stream()
                .anyMatch(change -> change instanceof ColumnChange.RetireColumn retire
                        && retire.object().equals(table)
                        && retire.column().name().equals(column)
                        && !retire.explicit());
    }

    /** Not as a part of the key, which relates the tables. */
    static boolean has(Table table, Column column) {
        return !key(table).contains(column.name())
                && table.column(column.name())
                        .filter(found -> ColumnDiff.alike(found.type(), column.type()))
                        .isPresent();
    }

    static List<Name> key(Table table) {
        return table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    }

    private static boolean haveSameRows(Table part, Table whole) {
        if (key(part).isEmpty() || key(whole).isEmpty()) {
            return false;
        }
        return isExtension(part, whole.name())
                || key(part).equals(key(whole))
                        && part.columns().size() > key(part).size()
                        && part.columns().stream()
                                .allMatch(column -> key(part).contains(column.name()) || has(whole, column));
    }

    /** Whether the primary key of a table points to another table. */
    static boolean isExtension(Table part, QualifiedName whole) {
        for (ForeignKey reference : part.foreignKeys()) {
            if (!key(part).isEmpty()
                    && reference.columns().equals(key(part))
                    && reference.referencedTable().equals(whole)) {
                return true;
            }
        }
        return false;
    }

    /** {@code c.id = vehicle.id} */
    static String sameRow(String alias, Table part, QualifiedName whole, List<Name> wholeKey) {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < key(part).size() && i < wholeKey.size(); i++) {
            equal.add(alias + "." + key(part).get(i) + " = " + whole + "." + wholeKey.get(i));
        }
        return String.join(" and ", equal);
    }
}
