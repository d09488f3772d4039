package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.conversion.Conversion;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.conversion.RawTypes;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.RepeatedDefault;
import dev.accrete.schema.offer.RowCheck;
import dev.accrete.schema.snapshot.Kept.KeptColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares the columns of a table that is in both schemas. */
final class ColumnDiff {

    private final Table before;
    private final Table after;
    private final QualifiedName name;
    private final StatedIntents stated;
    private final Decisions decisions;
    private final List<Change> changes = new ArrayList<>();
    private final Set<Name> dropped = new HashSet<>();
    private final Set<Name> kept = new TreeSet<>();
    private final Set<Name> filled = new HashSet<>();

    /**
     * Prepares the comparison.
     *
     * @param keptBefore the table's columns that are kept without a mapping
     */
    ColumnDiff(Table before, Table after, List<KeptColumn> keptBefore, StatedIntents stated, Decisions decisions) {
        this.before = before;
        this.after = after;
        this.name = after.name();
        this.stated = stated;
        this.decisions = decisions;
        run(keptBefore);
    }

    List<Change> changes() {
        return changes;
    }

    /** Columns that are gone from the database afterwards. */
    Set<Name> dropped() {
        return dropped;
    }

    /** Columns that are kept without a mapping afterwards. */
    Set<Name> kept() {
        return kept;
    }

    /** Those of them in which the database puts a value where none is written, perhaps always the same. */
    Set<Name> filled() {
        return filled;
    }

    private void run(List<KeptColumn> keptBefore) {
        for (KeptColumn column : keptBefore) {
            if (stated.dropsColumn(name, column.name())) {
                drop(column.column());
            } else {
                // Asked for its own sake: the statement has something to do as long as the column is there.
                stated.keepsColumn(name, column.name());
                keep(column.column());
            }
        }
        Pairing<Column> pairing = Pairing.of(before.columns(), after.columns(), Column::name);
        for (Column gone : pairing.removed()) {
            if (stated.dropsColumn(name, gone.name())) {
                drop(gone);
            } else {
                retire(gone, pairing.added());
            }
        }
        pairing.added().forEach(this::add);
        pairing.matched().forEach(pair -> alter(pair.before(), pair.after()));
    }

    private void drop(Column column) {
        dropped.add(column.name());
        changes.add(new ColumnChange.DropColumn(name, column));
    }

    private void keep(Column column) {
        kept.add(column.name());
        if (column.defaultValue().isPresent() || column.generatedAs().isPresent()) {
            filled.add(column.name());
        }
    }

    private void retire(Column gone, List<Column> added) {
        boolean explicit = stated.keepsColumn(name, gone.name());
        keep(gone);
        changes.add(new ColumnChange.RetireColumn(name, gone, explicit));
        Column relaxed = relaxed(gone);
        if (!relaxed.equals(gone)) {
            changes.add(new ColumnChange.RelaxColumn(name, gone, relaxed));
        }
        if (explicit) {
            return;
        }
        List<Column> candidates =
                added.stream().filter(fresh -> couldBe(gone, fresh)).toList();
        if (!candidates.isEmpty()) {
            decisions.renames().possibleColumnRename(name, gone, candidates);
        } else if (before.primaryKey()
                .filter(key -> key.columns().contains(gone.name()))
                .isPresent()) {
            decisions.retirements().keyColumnGone(name, gone);
        } else {
            decisions.retirements().columnRetired(name, gone, relaxed);
        }
    }

    /** The column as a row can be that leaves it empty: what a list of values or a lowest one allows, NULL fulfils. */
    private static Column relaxed(Column gone) {
        boolean valued = gone.defaultValue().isPresent()
                || gone.identity()
                || gone.generatedAs().isPresent();
        boolean harmless = gone.checks().stream().allMatch(check -> AllowedValues.allowsNull(check, gone));
        return gone.withNullable(gone.nullable() || !valued).withChecks(harmless ? gone.checks() : List.of());
    }

    /** A column that points to another table is another column, whatever its type. */
    private boolean couldBe(Column gone, Column fresh) {
        return alike(gone.type(), fresh.type()) && reference(before, gone).equals(reference(after, fresh));
    }

    /**
     * Whether values of one type could be values of the other, and back: a number has a text, but is no text. Nothing is
     * known of a stated type that is not recognised.
     */
    static boolean alike(ColumnType one, ColumnType other) {
        return RawTypes.known(one) instanceof ColumnType.Raw
                || RawTypes.known(other) instanceof ColumnType.Raw
                || Conversions.between(one, other) != Conversion.NONE
                        && Conversions.between(other, one) != Conversion.NONE;
    }

    private static Optional<QualifiedName> reference(Table table, Column column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .map(ForeignKey::referencedTable)
                .findFirst();
    }

    private void add(Column column) {
        Optional<String> backfill =
                stated.backfill(name, column.name()).or(() -> stated.impliedValue(name, column.name()));
        Optional<Intents.Positions> positions = stated.positions(name, column.name());
        if (backfill.isEmpty() && positions.isPresent()) {
            addPositions(column, positions.get());
            return;
        }
        if (backfill.isPresent() && isOfRowsToCome(column)) {
            changes.add(new ColumnChange.AddColumn(name, column, Optional.empty()));
            changes.add(new RowChange.FillColumn(name, column.name(), backfill.get()));
            return;
        }
        changes.add(new ColumnChange.AddColumn(name, column, backfill));
        if (backfill.isEmpty() && RepeatedDefault.of(column, before, after)) {
            decisions.values().sameValueForRows(after, column);
            return;
        }
        boolean valued = column.defaultValue().isPresent()
                || column.identity()
                || column.generatedAs().isPresent();
        if (!valued && backfill.isEmpty()) {
            if (column.nullable()) {
                reportRowsWithout(column, true);
            } else {
                decisions.values().noValueForRows(after, column, true);
            }
        }
    }

    /** The classes that require a column from now on, and may have rows without a value in it. */
    private List<RowCheck> requiring(Column column) {
        return RowCheck.requiring(column.name(), before, after, this::conversion);
    }

    private boolean isOfRowsToCome(Column column) {
        return column.nullable()
                && requiring(column).stream().anyMatch(check -> check.isOfRowsToCome(before, after, this::conversion));
    }

    /** What becomes of a column's values, or what rows get in a new one. */
    private Optional<String> conversion(Name column) {
        return before.column(column).isPresent()
                ? stated.using(name, column)
                : stated.backfill(name, column).or(() -> after.column(column).flatMap(Column::defaultValue));
    }

    private void reportRowsWithout(Column column, boolean added) {
        List<RowCheck> classes = requiring(column);
        if (!classes.isEmpty()) {
            decisions.values().noValueForRowsOf(classes, after, column, added);
        }
    }

    private void addPositions(Column column, Intents.Positions positions) {
        Column empty = column.withNullable(true);
        changes.add(new ColumnChange.AddColumn(name, empty, Optional.empty()));
        changes.add(new RowChange.NumberRows(name, column.name(), positions.owner(), positions.first()));
        if (!column.nullable()) {
            changes.add(new ColumnChange.SetNotNull(name, empty, column, Optional.empty()));
        }
    }

    private void alter(Column from, Column to) {
        if (from.type().equals(to.type()) && decisions.offers().values().mayMeanOthers(name, to.name())) {
            stated.using(name, to.name())
                    .filter(sql -> !namesOnly(sql, to))
                    .ifPresent(sql -> changes.add(new ColumnChange.AlterColumnType(name, from, to, Optional.of(sql))));
        }
        if (from.equals(to)) {
            requireOfClass(to);
            return;
        }
        if (!from.type().equals(to.type())) {
            alterType(from, to);
        }
        if (from.nullable() && !to.nullable()) {
            setNotNull(from, to);
        } else if (!from.nullable() && to.nullable()) {
            changes.add(new ColumnChange.DropNotNull(name, from, to));
        }
        if (from.nullable() && to.nullable()) {
            requireOfClass(to);
        }
        if (!from.defaultValue().equals(to.defaultValue())) {
            changes.add(new ColumnChange.AlterColumnDefault(name, from, to));
        }
        if (from.identity() != to.identity()) {
            changes.add(new ColumnChange.AlterColumnIdentity(name, from, to));
        }
        if (!from.generatedAs().equals(to.generatedAs())) {
            changes.add(new ColumnChange.AlterColumnGeneration(name, from, to));
        }
        if (!from.checks().equals(to.checks())) {
            if (from.type().equals(to.type())) {
                takeValuesAway(from, to);
            }
            changes.add(new ColumnChange.AlterColumnChecks(name, from, to));
        }
        if (!from.collation().equals(to.collation())) {
            changes.add(new ColumnChange.AlterColumnCollation(name, from, to));
        }
        if (!from.comment().equals(to.comment())) {
            changes.add(new ColumnChange.AlterColumnComment(name, from, to));
        }
        if (!from.options().equals(to.options())) {
            changes.add(new ColumnChange.AlterColumnOptions(name, from, to));
            decisions.notices().optionsChanged(name, Optional.of(to.name()));
        }
    }

    private static boolean namesOnly(String sql, Column column) {
        return Name.parse(sql.strip()).equals(column.name());
    }

    private void alterType(Column from, Column to) {
        // A @Backfill does not count as a conversion: one that was left standing would overwrite every value.
        Optional<String> using = stated.using(name, to.name());
        // The column alone says that the databases' own conversion is meant.
        Optional<String> expression = using.filter(sql -> !namesOnly(sql, to));
        changes.add(new ColumnChange.AlterColumnType(name, from, to, expression));
        Conversion conversion = Conversions.between(from.type(), to.type());
        // Computed values are computed anew; and of a reference more than its type changes, which ChangedReferences
        // tells.
        if (to.generatedAs().isPresent() || meansOthers(to)) {
            return;
        }
        if (using.isEmpty() && (conversion == Conversion.LOSSY || conversion == Conversion.NONE)) {
            decisions.types().lossyTypeChange(name, from, to, conversion);
        } else if (using.isEmpty() && !(to.type() instanceof ColumnType.Enumeration) && listsOtherValues(from, to)) {
            // A converter's codes are not the texts of the values.
            decisions.types().lossyTypeChange(name, from, to, Conversion.NONE);
        }
    }

    private boolean meansOthers(Column column) {
        return decisions.offers().values().meansOthers(name, column.name());
    }

    private static boolean listsOtherValues(Column from, Column to) {
        List<String> fresh = AllowedValues.listed(to);
        List<String> old = AllowedValues.listed(from);
        return !fresh.isEmpty() && (old.isEmpty() || !fresh.containsAll(old));
    }

    /** A class leaves a hierarchy, or a converter no longer yields a value. */
    private void takeValuesAway(Column from, Column to) {
        List<String> fresh = AllowedValues.listed(to);
        if (fresh.isEmpty() || AllowedValues.listed(from).isEmpty() || fresh.containsAll(AllowedValues.listed(from))) {
            return;
        }
        Optional<String> using = stated.using(name, to.name());
        if (using.isPresent()) {
            changes.add(new ColumnChange.AlterColumnType(name, from, to, using));
        } else {
            decisions.types().valuesGone(after, from, to);
        }
    }

    /** A class requires what was optional in its rows; in rows of others it still is. */
    private void requireOfClass(Column column) {
        if (requiring(column).isEmpty()) {
            return;
        }
        Optional<String> backfill = stated.backfill(name, column.name());
        if (backfill.isPresent()) {
            changes.add(new RowChange.FillColumn(name, column.name(), backfill.get()));
        } else {
            reportRowsWithout(column, false);
        }
    }

    private void setNotNull(Column from, Column to) {
        Optional<String> backfill = stated.backfill(name, to.name()).or(to::defaultValue);
        changes.add(new ColumnChange.SetNotNull(name, from, to, backfill));
        boolean valued = to.identity() || to.generatedAs().isPresent();
        if (backfill.isEmpty() && !valued) {
            decisions.values().noValueForRows(after, to, false);
        }
    }
}
