package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.NumberedColumn;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.decision.RowDecisions;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.PartsOfWholes;
import dev.accrete.schema.sql.Alias;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final Decisions decisions;
    private final MovedRows rows;
    private final PartsOfWholes wholes;
    private final DiscriminatorConstants constants;
    private final Set<QualifiedName> filled = new HashSet<>();
    private final Set<QualifiedName> gone = new HashSet<>();
    /** Those that nobody retires on purpose. */
    private final Map<QualifiedName, List<Column>> retiredColumns = new HashMap<>();

    private final Map<QualifiedName, List<Column>> addedColumns = new HashMap<>();

    private MovedValues(Schema before, Schema after, List<Change> changes, Decisions decisions, MovedRows rows) {
        this.before = before;
        this.after = after;
        this.decisions = decisions;
        this.rows = rows;
        this.wholes = new PartsOfWholes(before, after, decisions.offers().annotations()::ownedByAttribute);
        this.constants = new DiscriminatorConstants(after, decisions.offers().annotations());
        for (Change change : changes) {
            if (change instanceof RowChange.FillTable) {
                filled.add(change.object());
            } else if (change instanceof TableChange.RetireTable) {
                gone.add(change.object());
            } else if (change instanceof ColumnChange.RetireColumn retire && !retire.explicit()) {
                retiredColumns
                        .computeIfAbsent(retire.object(), table -> new ArrayList<>())
                        .add(retire.column());
            } else if (change instanceof ColumnChange.AddColumn add) {
                addedColumns
                        .computeIfAbsent(add.object(), table -> new ArrayList<>())
                        .add(add.after());
            }
        }
    }

    /** @param before with the names that things have after the renames */
    static void report(Schema before, Schema after, List<Change> changes, Decisions decisions, MovedRows rows) {
        MovedValues moved = new MovedValues(before, after, changes, decisions, rows);
        Map<Table, List<Table>> sources = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof TableChange.CreateTable create) {
                after.table(create.object()).ifPresent(fresh -> sources.put(fresh, moved.intoNewTable(fresh)));
            } else if (change instanceof ColumnChange.AddColumn add
                    && add.backfill().isEmpty()
                    && add.after().generatedAs().isEmpty()) {
                after.table(add.object()).ifPresent(target -> moved.intoNewColumn(target, add.after()));
            }
        }
        sources.forEach(rows::askForThoseOfOthers);
        after.tables().forEach(moved::intoTableOfAll);
        after.tables().forEach(moved::intoWhole);
    }

    /** The tables in which its rows stand until now; mostly none. */
    private List<Table> intoNewTable(Table fresh) {
        List<Table> sources = new ArrayList<>();
        Set<Column> retired = new LinkedHashSet<>();
        for (Table source : before.tables()) {
            if (source.keyColumns().size() != fresh.keyColumns().size()) {
                continue;
            }
            List<Column> left = leftIn(source, fresh);
            boolean leaves = !left.isEmpty() || gone.contains(source.name()) && tellApart(source, fresh);
            if (leaves && haveSameRows(fresh, source) || isExtendedBy(source, fresh)) {
                sources.add(source);
                retired.addAll(left);
            }
        }
        if (!sources.isEmpty() && !filled.contains(fresh.name())) {
            rows.askedFor(fresh);
            decisions
                    .rows()
                    .rowsLeftBehind(
                            fresh,
                            sources,
                            List.copyOf(retired),
                            Optional.of(rows.query(fresh, sources)),
                            sources.stream().allMatch(source -> wholes.shareKeys(source, sources.get(0)))
                                    ? Optional.empty()
                                    : Optional.of(
                                            "if no two rows of " + RowDecisions.names(sources) + " have the same key"));
        }
        return sources;
    }

    private boolean isExtendedBy(Table source, Table fresh) {
        // The elements of a collection may be its key, and are rows of others all the same.
        return !decisions.offers().annotations().ownedByAttribute(source.name())
                && after.table(source.name())
                        .filter(now -> isExtension(now, fresh.name()))
                        .isPresent();
    }

    private List<Column> leftIn(Table source, Table fresh) {
        return retiredColumns.getOrDefault(source.name(), List.of()).stream()
                .filter(column -> has(fresh, column))
                .toList();
    }

    private void intoNewColumn(Table target, Column column) {
        Optional<Table> former = before.table(target.name());
        for (Table source : before.tables()) {
            boolean tableGone = gone.contains(source.name());
            boolean apart =
                    former.filter(then -> isExtension(then, source.name())).isPresent()
                            && !isExtension(target, source.name());
            if (!source.name().equals(target.name())
                    && has(source, column)
                    && (tableGone || apart || isRetired(source.name(), column.name()))
                    && !(tableGone && hasRowsOfItsOwn(source, target))
                    && (haveSameRows(source, target) || haveSameRows(target, source))) {
                decisions.rows().valuesLeftBehind(target, column, source, value(column, source, target));
            }
        }
    }

    /** The value that a row of the target had in the other table. */
    private static String value(Column column, Table source, Table target) {
        String rows = Alias.of("x", target.name().name());
        return "(select " + rows + "." + column.name() + " from " + source.name() + " " + rows + " where "
                + sameRow(rows, source, target.name(), target.keyColumns()) + ")";
    }

    /** Tables per class become one. */
    private void intoTableOfAll(Table target) {
        if (!addedColumns.containsKey(target.name()) || filled.contains(target.name())) {
            return;
        }
        List<Table> sources = before.tables().stream()
                .filter(source -> gone.contains(source.name()))
                .filter(source -> hasRowsOfItsOwn(source, target))
                .filter(source -> getsColumnsOf(source, target))
                .toList();
        if (!sources.isEmpty()) {
            boolean collide = sources.stream().anyMatch(this::hasKeysOfItsOwn);
            decisions
                    .rows()
                    .rowsLeftBehind(
                            target,
                            sources,
                            List.of(),
                            collide ? Optional.empty() : Optional.of(rows.query(target, sources)),
                            Optional.of("if no row of " + RowDecisions.names(sources)
                                    + " has the key of another one of " + target.name()));
        }
    }

    /** A class with a table of its own gets another superclass: what is new of the way up has no rows for it. */
    private void intoWhole(Table target) {
        List<Table> parts = filled.contains(target.name()) ? List.of() : wholes.becoming(target);
        if (!parts.isEmpty()) {
            boolean collide = parts.stream().anyMatch(part -> !wholes.shareKeys(part, target));
            decisions.rows().rowsOfWhole(target, parts, rows.query(target, parts), collide);
        }
    }

    /** Whether a table gives out its keys by itself, so that another one may have the same: no table of a hierarchy does. */
    private boolean hasKeysOfItsOwn(Table source) {
        return source.keyColumns().stream()
                        .flatMap(name -> source.column(name).stream())
                        .anyMatch(Column::identity)
                || before.sequences().stream()
                        .flatMap(sequence -> NumberedColumn.of(sequence, before).stream())
                        .anyMatch(numbered -> numbered.table().equals(source.name()));
    }

    /** Whether a discriminator of one of the two names the other. */
    private boolean tellApart(Table source, Table target) {
        return source.columns().stream().anyMatch(column -> constants.tell(column, target))
                || target.columns().stream()
                        .anyMatch(column -> DiscriminatorConstants.like(column, source.name())
                                .isPresent());
    }

    /** Tables that merely look alike stay what they are. */
    private boolean getsColumnsOf(Table source, Table target) {
        return addedColumns.getOrDefault(target.name(), List.of()).stream()
                .anyMatch(column -> has(source, column)
                        || DiscriminatorConstants.like(column, source.name()).isPresent());
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
                        .allMatch(column -> target.keyColumns().contains(column.name()) || has(source, column));
    }

    private boolean isRetired(QualifiedName table, Name column) {
        return retiredColumns.getOrDefault(table, List.of()).stream()
                .anyMatch(candidate -> candidate.name().equals(column));
    }

    /** Not as a part of the key, which relates the tables; classes of another hierarchy are other values of the same name. */
    static boolean has(Table table, Column column) {
        // No row is written with a computed value.
        return !table.keyColumns().contains(column.name())
                && column.generatedAs().isEmpty()
                && table.column(column.name())
                        .filter(found -> ColumnDiff.alike(found.type(), column.type()))
                        .filter(found -> mayBeSame(AllowedValues.listed(found), AllowedValues.listed(column)))
                        .isPresent();
    }

    private static boolean mayBeSame(List<String> values, List<String> others) {
        return values.isEmpty() || others.isEmpty() || !Collections.disjoint(values, others);
    }

    private static boolean haveSameRows(Table part, Table whole) {
        if (part.keyColumns().isEmpty() || whole.keyColumns().isEmpty()) {
            return false;
        }
        return isExtension(part, whole.name())
                || part.keyColumns().equals(whole.keyColumns())
                        && part.columns().size() > part.keyColumns().size()
                        && part.columns().stream()
                                .allMatch(column -> part.keyColumns().contains(column.name()) || has(whole, column));
    }

    /** Whether the primary key of a table points to another table. */
    static boolean isExtension(Table part, QualifiedName whole) {
        for (ForeignKey reference : part.foreignKeys()) {
            if (!part.keyColumns().isEmpty()
                    && reference.columns().equals(part.keyColumns())
                    && reference.referencedTable().equals(whole)) {
                return true;
            }
        }
        return false;
    }

    /** {@code c.id = vehicle.id} */
    static String sameRow(String alias, Table part, QualifiedName whole, List<Name> wholeKey) {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < part.keyColumns().size() && i < wholeKey.size(); i++) {
            equal.add(alias + "." + part.keyColumns().get(i) + " = " + whole + "." + wholeKey.get(i));
        }
        return String.join(" and ", equal);
    }
}
