package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Leads along what refers to rows whose keys an undo script mends: the key of a joined subclass is a reference to its superclass, and
 * others refer to it. What becomes of a key is said of the key itself, so the same can be said of a reference to it.
 */
final class FollowedKeys {

    private final List<Change> undo;
    private final ChangeContext context;
    private final List<Change> changes = new ArrayList<>();
    private final Set<RowChange.Reference> done = new HashSet<>();

    private FollowedKeys(List<Change> undo, ChangeContext context) {
        this.undo = undo;
        this.context = context;
    }

    /**
     * What has to be done besides.
     *
     * @param undo the changes of the way back
     * @param context of the way forward
     */
    static List<Change> of(List<Change> undo, ChangeContext context) {
        FollowedKeys keys = new FollowedKeys(undo, context);
        Deque<RowChange.FollowKeys> leading = new ArrayDeque<>();
        for (Change change : undo) {
            if (change instanceof RowChange.MendReferences mend) {
                keys.done.add(new RowChange.Reference(mend.table(), mend.key()));
                if (mend.all()) {
                    leading.add(new RowChange.FollowKeys(mend.table(), mend.key(), mend.values()));
                }
            }
        }
        while (!leading.isEmpty()) {
            leading.addAll(keys.following(leading.poll()));
        }
        return keys.changes;
    }

    private List<RowChange.FollowKeys> following(RowChange.FollowKeys leader) {
        List<RowChange.FollowKeys> found = new ArrayList<>();
        for (Table table : context.before().tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                boolean refers = key.referencedTable().equals(leader.table())
                        && key.referencedColumns().size() == key.columns().size()
                        && key.referencedColumns().stream()
                                .anyMatch(leader.key().columns()::contains)
                        && context.after().table(table.name()).isPresent();
                RowChange.Reference reference = new RowChange.Reference(table.name(), key);
                if (refers && !done.contains(reference)) {
                    follower(table.name(), key, leader).ifPresent(follower -> {
                        done.add(reference);
                        found.add(follower);
                        changes.add(follower);
                        makeWay(table.name(), key);
                    });
                }
            }
        }
        return found;
    }

    /** A foreign key that stays is not there meanwhile. */
    private void makeWay(QualifiedName table, ForeignKey key) {
        boolean comes = undo.stream()
                .anyMatch(change -> change instanceof ConstraintChange.AddForeignKey add
                        && add.object().equals(table)
                        && add.constraint().equals(key));
        if (!comes) {
            changes.add(new ConstraintChange.DropForeignKey(table, key));
            changes.add(new ConstraintChange.AddForeignKey(table, key));
        }
    }

    /** Empty if what becomes of a key depends on more of its row than the reference holds. */
    private static Optional<RowChange.FollowKeys> follower(
            QualifiedName table, ForeignKey key, RowChange.FollowKeys leader) {
        Map<Name, Name> own = IntStream.range(0, key.columns().size())
                .boxed()
                .collect(Collectors.toMap(key.referencedColumns()::get, key.columns()::get));
        Name led = leader.table().name();
        List<String> values = new ArrayList<>();
        for (Name referenced : key.referencedColumns()) {
            int part = leader.key().columns().indexOf(referenced);
            String value =
                    part < 0 ? led + "." + referenced : apart(leader.values().get(part), table.name());
            if (!own.keySet().containsAll(SqlIdentifiers.of(value, led)) || value.equals("NULL")) {
                return Optional.empty();
            }
            values.add(SqlIdentifiers.replaced(
                    value,
                    (name, text) -> text.equals(led + "." + name)
                            ? Optional.of(table.name() + "." + own.get(name))
                            : Optional.empty()));
        }
        return Optional.of(new RowChange.FollowKeys(table, key, values));
    }

    /** The same where what it calls other rows would hide the table. */
    private static String apart(String value, Name table) {
        boolean hides = !SqlQueries.reads(value, table)
                && !SqlIdentifiers.of(value, table).isEmpty();
        return hides ? SqlIdentifiers.renamed(value, table, Name.of(table.text() + table.text())) : value;
    }
}
