package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ConstraintChange.AddForeignKey;
import dev.accrete.schema.change.ConstraintChange.DropForeignKey;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is created together, and what is dropped together: tables with their keys and rows, the types and sequences that
 * they need. Foreign keys that have to come later or go earlier than their table are apart.
 */
final class WholeTables {

    private final List<Change> changes;
    private final SequencesInTurn sequences;
    private final Map<QualifiedName, Table> created = new TreeMap<>();
    private final Map<QualifiedName, Table> dropped = new TreeMap<>();
    private final Set<QualifiedName> filledLate;
    private final Set<Change> apart = new HashSet<>();

    private WholeTables(List<Change> changes) {
        this.changes = changes;
        for (Change change : changes) {
            if (change instanceof TableChange.CreateTable create) {
                created.put(create.object(), create.after());
            } else if (change instanceof TableChange.DropTable drop) {
                dropped.put(drop.object(), drop.before());
            }
        }
        filledLate = FillOrder.waiting(changes);
        sequences = new SequencesInTurn(changes, this);
    }

    static WholeTables in(List<Change> changes, ForeignKeysApart foreignKeys, RoomForNames names) {
        WholeTables tables = new WholeTables(changes);
        Set<QualifiedName> getRows = new HashSet<>();
        Set<QualifiedName> loseRows = new HashSet<>();
        Set<RowChange.Reference> mended = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof RowChange.FillTable) {
                getRows.add(change.object());
            } else if (change instanceof RowChange.TakeOutRows) {
                loseRows.add(change.object());
            } else if (change instanceof RowChange.MendReferences mend) {
                mended.add(new RowChange.Reference(mend.table(), mend.key()));
            }
        }
        for (Change change : changes) {
            // A key that is there already locks each row that it finds; one that is validated later locks none.
            if (change instanceof AddForeignKey add
                            && tables.creates(add.table())
                            && (getRows.contains(add.table())
                                    || mended.contains(new RowChange.Reference(add.table(), add.constraint()))
                                    || foreignKeys.isApart(add.table(), add.constraint()))
                    || change instanceof DropForeignKey drop
                            && tables.drops(drop.table())
                            && (names.isTaken(drop.table(), drop.constraint())
                                    || loseRows.contains(drop.constraint().referencedTable())
                                    || foreignKeys.isApart(drop.table(), drop.constraint()))) {
                tables.apart.add(change);
            }
        }
        return tables;
    }

    /** The tables that are created and get no rows. */
    static Set<QualifiedName> empty(List<Change> changes) {
        Set<QualifiedName> empty = new HashSet<>();
        changes.stream()
                .filter(TableChange.CreateTable.class::isInstance)
                .forEach(change -> empty.add(change.object()));
        changes.stream().filter(RowChange.class::isInstance).forEach(change -> empty.remove(change.object()));
        return empty;
    }

    boolean creates(QualifiedName table) {
        return created.containsKey(table);
    }

    boolean drops(QualifiedName table) {
        return dropped.containsKey(table);
    }

    /** Whether a new table gets the rows of others as soon as it is there. */
    boolean isFilledAtOnce(QualifiedName table) {
        return creates(table) && !filledLate.contains(table);
    }

    /** Whether a table gets rows when columns have changed. */
    boolean isFilledLate(QualifiedName table) {
        return filledLate.contains(table);
    }

    SequencesInTurn sequences() {
        return sequences;
    }

    /** Whether the change is carried out when something is created or dropped as a whole. */
    boolean contain(Change change) {
        return change instanceof TypeChange.CreateType
                || change instanceof TypeChange.DropType
                || change instanceof SequenceChange.CreateSequence
                || change instanceof SequenceChange.DropSequence
                || change instanceof TableChange.CreateTable
                || change instanceof TableChange.DropTable
                || change instanceof RowChange.FillTable && isFilledAtOnce(change.object())
                || change instanceof AddForeignKey && creates(change.object()) && !apart.contains(change)
                || change instanceof RowChange.InsertRow && creates(change.object())
                || change instanceof DropForeignKey && drops(change.object()) && !apart.contains(change)
                || change instanceof RowChange.DeleteRow && drops(change.object());
    }

    /** What is created, those sequences apart that have to wait. */
    Schema creations() {
        List<TypeDefinition> types = new ArrayList<>();
        List<Sequence> all = new ArrayList<>();
        Map<QualifiedName, List<ForeignKey>> keys = new TreeMap<>();
        Map<QualifiedName, List<Row>> rows = new TreeMap<>();
        for (Change change : changes) {
            if (change instanceof TypeChange.CreateType create) {
                types.add(create.after());
            } else if (change instanceof SequenceChange.CreateSequence create && !sequences.isLast(create)) {
                all.add(create.after());
            } else if (change instanceof AddForeignKey add && !apart.contains(add)) {
                keys.computeIfAbsent(add.table(), table -> new ArrayList<>()).add(add.constraint());
            } else if (change instanceof RowChange.InsertRow insert) {
                rows.computeIfAbsent(insert.table(), table -> new ArrayList<>()).add(insert.after());
            }
        }
        List<Table> tables = created.values().stream()
                .map(table -> table.withForeignKeys(keys.getOrDefault(table.name(), List.of()))
                        .withRows(rows.getOrDefault(table.name(), List.of())))
                .toList();
        return new Schema(types, all, tables, List.of());
    }

    /** What is dropped, those sequences apart that went before. */
    Schema drops() {
        List<TypeDefinition> types = new ArrayList<>();
        List<Sequence> all = new ArrayList<>();
        Map<QualifiedName, List<ForeignKey>> keys = new TreeMap<>();
        for (Change change : changes) {
            if (change instanceof TypeChange.DropType drop) {
                types.add(drop.before());
            } else if (change instanceof SequenceChange.DropSequence drop && !sequences.isFirst(drop)) {
                all.add(drop.before());
            } else if (change instanceof DropForeignKey drop && !apart.contains(drop)) {
                keys.computeIfAbsent(drop.table(), table -> new ArrayList<>()).add(drop.constraint());
            }
        }
        List<Table> tables = dropped.values().stream()
                .map(table -> table.withForeignKeys(keys.getOrDefault(table.name(), List.of())))
                .toList();
        return new Schema(types, all, tables, List.of());
    }
}
