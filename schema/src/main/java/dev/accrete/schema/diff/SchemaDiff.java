package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeOrder;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.Constraints;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.SchemaApplier;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.diff.ConstraintDiff.ConstraintNames;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.DatabaseNames;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.Offers;
import dev.accrete.schema.offer.PartsOfWholes;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the changes that lead from one schema to another.
 *
 * <p>First come the stated renames, carried out on a working copy; afterwards equal names mean the same thing, and
 * everything else is a pairing by name and a comparison of two records. Nothing is lost in silence: what is no longer
 * mapped and may not be dropped is kept, by a change of its own, and in the end the changes are applied to the old
 * schema and must give exactly the new one.
 */
public final class SchemaDiff {

    private final Schema before;
    private final Kept keptBefore;
    private final Schema after;
    private final Intents whole;
    private final DatabaseNames names;
    private final Intents intents;
    private final StatedIntents stated;
    private final Decisions decisions;
    private final SchemaApplier state;
    private final List<Change> prelude = new ArrayList<>();
    private final Set<Change> changes = new LinkedHashSet<>();

    private SchemaDiff(Schema before, Kept kept, Schema after, Intents whole, DatabaseNames names, Origins origins) {
        this.before = before;
        this.keptBefore = kept;
        this.after = after;
        this.whole = whole;
        this.names = names;
        this.intents = whole.named(names::kept);
        this.stated = new StatedIntents(intents);
        this.state = new SchemaApplier(before, kept);
        this.decisions = new Decisions(origins, Offers.of(origins, before, this::withKeptReferences, after), after);
    }

    /** What is there under the names of now: columns that are mapped again refer to what their foreign keys, which were kept, lead to. */
    private Schema withKeptReferences() {
        Schema now = state.model();
        Set<QualifiedName> referring = new HashSet<>();
        state.kept().constraints().forEach(constraint -> referring.add(constraint.table()));
        return referring.isEmpty()
                ? now
                : now.withTables(now.tables().stream()
                        .map(table -> referring.contains(table.name()) ? withKeptReferences(table) : table)
                        .toList());
    }

    private Table withKeptReferences(Table table) {
        List<ForeignKey> mapped =
                after.table(table.name()).map(Table::foreignKeys).orElse(List.of());
        List<ForeignKey> keys = new ArrayList<>(table.foreignKeys());
        state.kept().constraintsOf(table.name()).stream()
                .map(Kept.KeptConstraint::constraint)
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .filter(mapped::contains)
                .forEach(keys::add);
        return table.withForeignKeys(keys);
    }

    /**
     * Compares what one dialect sees ({@link Schema#on}, {@link Kept#on}).
     *
     * @param before the snapshot's model
     * @param kept what the snapshot keeps without a mapping
     * @param after the model now
     * @param intents what the developer states about the way between the two
     * @param names what the database makes of names
     * @param origins where the model comes from, for findings
     * @return no changes if nothing differs; a column's place in its table is no difference
     * @throws DiffException [ACC-D090] if the changes do not lead from {@code before} to {@code after}
     */
    public static DiffResult between(
            Schema before, Kept kept, Schema after, Intents intents, DatabaseNames names, Origins origins) {
        return new SchemaDiff(before, kept, after, intents, names, origins).run();
    }

    /** Compares on a database that keeps every name whole. */
    public static DiffResult between(Schema before, Kept kept, Schema after, Intents intents, Origins origins) {
        return between(before, kept, after, intents, DatabaseNames.WHOLE, origins);
    }

    private DiffResult run() {
        new Renaming(state, after, names, intents, stated, decisions, this::emitNow).run();
        Schema now = state.model();
        Kept kept = state.kept();
        tables(now, kept);
        new ObjectDiff(now, kept, after, changes, stated, decisions).run();
        List<Change> all = new ArrayList<>(prelude);
        changes.stream().sorted(ChangeOrder.ORDER).forEach(all::add);
        MovedRows rows = new MovedRows(now, after, all, decisions);
        MovedValues.report(now, after, all, decisions, rows);
        MovedReferences.report(now, after, all, decisions, rows);
        RequiredRows.report(now, after, all, decisions, rows);
        ChangedReferences.report(now, after, all, stated, decisions);
        FormerNames.report(now, kept, after, all, decisions);
        Kept keptAfter = DiffProof.prove(before, keptBefore, all, after);
        SpentIntents.report(whole, names::kept, stated, now, keptAfter, decisions.notices());
        return new DiffResult(all, keptAfter, findings());
    }

    private List<Finding> findings() {
        return decisions.findings().stream().sorted(DiffResult.ORDER).toList();
    }

    private void emitNow(Change change) {
        state.apply(change);
        prelude.add(change);
    }

    private void tables(Schema now, Kept kept) {
        Pairing<Table> pairing = Pairing.of(now.tables(), after.tables(), Table::name);
        Stream<Table> unmapped = Stream.concat(pairing.removed().stream(), kept.tables().stream());
        List<Table> dropped =
                unmapped.filter(table -> stated.dropsTable(table.name())).toList();
        Set<QualifiedName> droppedNames = dropped.stream().map(Table::name).collect(Collectors.toSet());
        dropped.forEach(table -> drop(table, kept));
        LooseForeignKeys loose = new LooseForeignKeys(pairing.removed(), kept, changes);
        loose.releaseMappedRows(droppedNames, revived(), stated::isForeign);
        Set<QualifiedName> retired = loose.unmapped();
        retired.removeAll(droppedNames);
        pairing.added().forEach(this::add);
        takeOver(pairing, new PartsOfWholes(now, after, decisions.offers().annotations()::ownedByAttribute));
        ConstraintNames names = new ConstraintNames(names(now, kept), names(after, Kept.nothing()));
        for (Pairing.Pair<Table> pair : pairing.matched()) {
            compare(pair.before(), pair.after(), kept, names, retired);
        }
        Stream.concat(pairing.removed().stream(), kept.tables().stream())
                .filter(table -> !droppedNames.contains(table.name()))
                .forEach(table -> freeNames(table, kept, names.after()));
        loose.releaseDroppedKeys(pairing.matched());
        for (Table gone : pairing.removed()) {
            if (!droppedNames.contains(gone.name())) {
                retire(gone, pairing);
            }
        }
    }

    /** By the names that they have now. */
    private Set<QualifiedName> revived() {
        Set<QualifiedName> revived = new HashSet<>();
        for (Change change : prelude) {
            if (change instanceof TableChange.ReviveTable) {
                revived.add(change.object());
            } else if (change instanceof TableChange.RenameTable rename && revived.remove(rename.before())) {
                revived.add(rename.after());
            }
        }
        return revived;
    }

    /** A table that stays gets rows from one that leaves the model now, or becomes a part of it, once; later there is none that does. */
    private void takeOver(Pairing<Table> pairing, PartsOfWholes wholes) {
        for (Pairing.Pair<Table> pair : pairing.matched()) {
            stated.rows(
                            pair.after().name(),
                            sql -> Stream.concat(pairing.removed().stream(), wholes.becoming(pair.after()).stream())
                                    .anyMatch(gone -> SqlIdentifiers.names(
                                            sql, gone.name().name())))
                    .ifPresent(sql ->
                            changes.add(new RowChange.FillTable(pair.after().name(), sql)));
        }
    }

    /** What the tables of a schema share their names for, in one database or in both, makes room when it is unmapped. */
    private void freeNames(Table unmapped, Kept kept, Set<Name> needed) {
        Stream.concat(
                        Constraints.of(unmapped).stream(),
                        kept.constraintsOf(unmapped.name()).stream().map(Kept.KeptConstraint::constraint))
                .filter(constraint -> needed.contains(constraint.name()))
                .forEach(constraint -> changes.add(Constraints.drop(unmapped.name(), constraint)));
    }

    private static Set<Name> names(Schema schema, Kept kept) {
        Set<Name> names = new HashSet<>();
        Stream.concat(schema.tables().stream(), kept.tables().stream())
                .forEach(table -> Constraints.of(table).forEach(constraint -> names.add(constraint.name())));
        kept.constraints().forEach(constraint -> names.add(constraint.name()));
        return names;
    }

    private void drop(Table table, Kept kept) {
        QualifiedName name = table.name();
        List<Column> columns = new ArrayList<>(table.columns());
        kept.columnsOf(name).forEach(column -> columns.add(column.column()));
        List<Constraint> constraints = new ArrayList<>(Constraints.of(table));
        kept.constraintsOf(name).forEach(constraint -> constraints.add(constraint.constraint()));
        List<Row> rows = new ArrayList<>(table.rows());
        kept.rows().stream().filter(row -> row.table().equals(name)).forEach(row -> rows.add(row.row()));
        for (Constraint constraint : constraints) {
            if (constraint instanceof ForeignKey key) {
                changes.add(new ConstraintChange.DropForeignKey(name, key));
            }
        }
        Table physical = Constraints.with(table.withColumns(columns).withRows(rows), constraints)
                .withForeignKeys(List.of());
        changes.add(new TableChange.DropTable(physical));
    }

    private void retire(Table gone, Pairing<Table> pairing) {
        List<Constraint> remaining = Constraints.of(gone).stream()
                .filter(constraint -> !changes.contains(Constraints.drop(gone.name(), constraint)))
                .toList();
        changes.add(new TableChange.RetireTable(Constraints.with(gone, remaining)));
        List<Table> candidates = pairing.added().stream()
                .filter(fresh -> mostlyEqual(gone, fresh) && !hasNamesake(fresh, gone, pairing))
                .filter(fresh -> stated.rows(
                                fresh.name(),
                                sql -> SqlIdentifiers.names(sql, gone.name().name()))
                        .isEmpty())
                .toList();
        if (candidates.isEmpty()) {
            decisions.retirements().tableRetired(gone);
        } else {
            decisions.renames().possibleTableRename(gone, candidates);
        }
    }

    /**
     * Whether another table is more likely to be the same: one that has the name, in another schema.
     *
     * @param gone the one that the new one is compared with
     */
    private static boolean hasNamesake(Table fresh, Table gone, Pairing<Table> pairing) {
        return !isNamesake(gone, fresh)
                && (pairing.added().stream().anyMatch(other -> isNamesake(gone, other))
                        || pairing.removed().stream().anyMatch(other -> isNamesake(other, fresh)));
    }

    private static boolean isNamesake(Table gone, Table fresh) {
        return gone.name().name().equals(fresh.name().name()) && mostlyEqual(gone, fresh);
    }

    /** More than half of the columns of the larger table have the same name and a compatible type in the other. */
    private static boolean mostlyEqual(Table gone, Table fresh) {
        long common = gone.columns().stream()
                .filter(column -> fresh.column(column.name())
                        .filter(other -> ColumnDiff.alike(column.type(), other.type()))
                        .isPresent())
                .count();
        return 2 * common > Math.max(gone.columns().size(), fresh.columns().size());
    }

    private void add(Table table) {
        if (stated.adopts(table.name())) {
            changes.add(new TableChange.AdoptTable(table));
            return;
        }
        changes.add(new TableChange.CreateTable(table.withForeignKeys(List.of()).withRows(List.of())));
        stated.rows(table.name()).ifPresent(sql -> changes.add(new RowChange.FillTable(table.name(), sql)));
        table.foreignKeys().forEach(key -> changes.add(new ConstraintChange.AddForeignKey(table.name(), key)));
        table.rows().forEach(row -> changes.add(new RowChange.InsertRow(table.name(), row)));
    }

    private void compare(Table from, Table to, Kept kept, ConstraintNames names, Set<QualifiedName> retiredTables) {
        var keptColumns = kept.columnsOf(to.name());
        var keptConstraints = kept.constraintsOf(to.name());
        if (from.equals(to) && keptColumns.isEmpty() && keptConstraints.isEmpty()) {
            return;
        }
        ColumnDiff columns = new ColumnDiff(from, to, keptColumns, stated, decisions);
        changes.addAll(columns.changes());
        changes.addAll(ConstraintDiff.between(from, to, keptConstraints, columns, names, retiredTables, decisions));
        changes.addAll(RowDiff.between(from, to, kept.rows()));
        if (!from.comment().equals(to.comment())) {
            changes.add(new TableChange.AlterTableComment(from, to));
        }
        if (!from.options().equals(to.options())) {
            changes.add(new TableChange.AlterTableOptions(from, to));
            decisions.notices().optionsChanged(to.name(), Optional.empty());
        }
    }
}
