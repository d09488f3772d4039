package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.ExampleReference;
import dev.accrete.schema.offer.PartsOfWholes;
import dev.accrete.schema.sql.SqlQueries;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds columns of rows that refer to a table in another way from now on: by another key of it, or where they were plain values or
 * referred to another table. Their values mean nothing there, and a new column that no value is stated for would forget what was
 * meant.
 */
final class ChangedReferences {

    private final Schema before;
    private final Schema after;
    private final List<Change> changes;
    private final Decisions decisions;
    private final StatedIntents stated;

    private ChangedReferences(
            Schema before, Schema after, List<Change> changes, StatedIntents stated, Decisions decisions) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        this.stated = stated;
        this.decisions = decisions;
    }

    /** @param before with the names that things have after the renames */
    static void report(Schema before, Schema after, List<Change> changes, StatedIntents stated, Decisions decisions) {
        ChangedReferences changed = new ChangedReferences(before, after, changes, stated, decisions);
        for (Change change : changes) {
            if (change instanceof ConstraintChange.AddForeignKey add
                    && add.constraint().definition().isEmpty()
                    && changed.hasRows(add.constraint().referencedTable(), add.object())) {
                after.table(add.object()).ifPresent(table -> changed.reference(table, add.constraint()));
            }
        }
    }

    private void reference(Table table, ForeignKey key) {
        Optional<Table> then = before.table(table.name());
        ExampleReference example =
                new ExampleReference(before, after, decisions.offers().annotations()::ownedByAttribute);
        if (then.isEmpty()
                || example.keepsMeaning(then.get(), key)
                // Where its rows come from is what MovedValues tells of.
                || example.isExtension(table, then.get(), key)) {
            return;
        }
        for (Name name : key.columns()) {
            if (example.keepsValues(table, key, name)) {
                continue;
            }
            Column column = table.column(name).orElseThrow();
            if (then.get().column(name).isPresent()) {
                Column former = then.get().column(name).orElseThrow();
                boolean kept = isRevived(table, name) && former.type().equals(column.type()) && isThere(key);
                if (!kept
                        && !isMadeOf(key, name, then.get())
                        && stated.using(table.name(), name).isEmpty()) {
                    decisions
                            .references()
                            .valuesMeanOthers(
                                    table,
                                    column,
                                    key,
                                    former,
                                    comesWithRows(then.get(), key)
                                            ? name.toString()
                                            : decisions
                                                    .offers()
                                                    .values()
                                                    .ofRetyped(table, key, column)
                                                    .orElseGet(() -> example.ofValues(table, key, column)));
                }
            } else if (column.nullable() && isEmpty(table, name)) {
                decisions
                        .offers()
                        .values()
                        .ofRetyped(table, key, column)
                        .or(() -> example.followed(table, key, name))
                        .ifPresent(query -> decisions.references().referencesForgotten(table, column, key, query));
            }
        }
    }

    /** Tables of a hierarchy become parts of the one that is referred to, and give it their rows: no foreign key led to all. */
    private boolean comesWithRows(Table then, ForeignKey key) {
        boolean referred =
                then.foreignKeys().stream().anyMatch(old -> !Collections.disjoint(old.columns(), key.columns()));
        return !referred
                && after.table(key.referencedTable())
                        .filter(whole -> !new PartsOfWholes(
                                        before, after, decisions.offers().annotations()::ownedByAttribute)
                                .becoming(whole)
                                .isEmpty())
                        .isPresent();
    }

    /** Whether the rows of a new table are made of a column that refers to them beside new ones: they have what it says. */
    private boolean isMadeOf(ForeignKey key, Name column, Table then) {
        Name referenced = key.referencedColumns().get(key.columns().indexOf(column));
        return key.columns().stream().anyMatch(name -> then.column(name).isEmpty())
                && changes.stream()
                        .filter(change -> change instanceof RowChange.FillTable
                                && change.object().equals(key.referencedTable()))
                        .map(RowChange.FillTable.class::cast)
                        .anyMatch(fill -> fill.columns().contains(referenced)
                                && SqlQueries.reads(fill.query(), then.name().name())
                                && SqlQueries.origins(
                                                fill.query(), fill.columns().indexOf(referenced))
                                        .contains(column.toString()));
    }

    /** A new table that is filled has the rows that its own collections belong to. */
    private boolean hasRows(QualifiedName referenced, QualifiedName table) {
        return before.table(referenced).isPresent()
                || !decisions.offers().annotations().isPartOf(table, referenced)
                        && changes.stream()
                                .anyMatch(change -> change instanceof RowChange.FillTable
                                        && change.object().equals(referenced));
    }

    /** What was mapped before it was kept referred to the same as when it is mapped again, as far as anybody knows. */
    private boolean isRevived(Table table, Name column) {
        return changes.stream()
                .anyMatch(change -> change.object().equals(table.name())
                        && (change instanceof TableChange.ReviveTable
                                || change instanceof ColumnChange.ReviveColumn revive
                                        && revive.columnName()
                                                .filter(column::equals)
                                                .isPresent()));
    }

    /** What is kept can't mean a key that is new, or that gets other values. */
    private boolean isThere(ForeignKey key) {
        return before.table(key.referencedTable()).stream()
                .allMatch(target -> key.referencedColumns().stream()
                        .allMatch(name -> target.column(name).isPresent() && !isReplaced(key.referencedTable(), name)));
    }

    private boolean isReplaced(QualifiedName table, Name column) {
        return changes.stream()
                .filter(change -> change.object().equals(table))
                .filter(change -> change.columnName().filter(column::equals).isPresent())
                .anyMatch(change -> change instanceof RowChange.FillColumn
                        || change instanceof ColumnChange.AlterColumnType alter
                                && alter.using().isPresent());
    }

    private boolean isEmpty(Table table, Name column) {
        return changes.stream()
                .anyMatch(change -> change instanceof ColumnChange.AddColumn add
                        && add.object().equals(table.name())
                        && add.after().name().equals(column)
                        && add.backfill().isEmpty()
                        && add.after().defaultValue().isEmpty());
    }
}
