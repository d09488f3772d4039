package dev.accrete.schema.plan;

import dev.accrete.schema.diff.Change;
import dev.accrete.schema.diff.ConstraintChange;
import dev.accrete.schema.diff.TableChange;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes keys and indexes of a table that goes away from it early, if something new gets their name: in both databases
 * the keys and indexes of a schema share their names, and the table itself goes last.
 */
final class RoomForNames {

    private RoomForNames() {}

    static List<Change> with(List<Change> changes) {
        Set<QualifiedName> wanted = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof TableChange.CreateTable create) {
                constraints(create.after()).forEach(c -> wanted.add(in(create.object(), c.name())));
            } else if (change instanceof ConstraintChange.AddPrimaryKey
                    || change instanceof ConstraintChange.AddUniqueKey
                    || change instanceof ConstraintChange.AddIndex
                    || change instanceof ConstraintChange.AddCheck
                    || change instanceof ConstraintChange.RenameConstraint
                    || change instanceof ConstraintChange.RenameIndex) {
                ConstraintChange about = (ConstraintChange) change;
                wanted.add(in(change.object(), about.constraint().name()));
            }
        }
        List<Change> all = new ArrayList<>(changes);
        for (Change change : changes) {
            if (change instanceof TableChange.DropTable drop) {
                QualifiedName table = drop.object();
                Table gone = drop.before();
                gone.primaryKey()
                        .filter(key -> wanted.contains(in(table, key.name())))
                        .ifPresent(key -> all.add(new ConstraintChange.DropPrimaryKey(table, key)));
                gone.uniqueKeys().stream()
                        .filter(key -> wanted.contains(in(table, key.name())))
                        .forEach(key -> all.add(new ConstraintChange.DropUniqueKey(table, key)));
                gone.indexes().stream()
                        .filter(index -> wanted.contains(in(table, index.name())))
                        .forEach(index -> all.add(new ConstraintChange.DropIndex(table, index)));
                gone.checks().stream()
                        .filter(check -> wanted.contains(in(table, check.name())))
                        .forEach(check -> all.add(new ConstraintChange.DropCheck(table, check)));
            }
        }
        return all;
    }

    private static Stream<Constraint> constraints(Table table) {
        return Stream.of(
                        table.primaryKey().stream(),
                        table.uniqueKeys().stream(),
                        table.indexes().stream(),
                        table.checks().stream())
                .flatMap(constraints -> constraints);
    }

    private static QualifiedName in(QualifiedName table, Name name) {
        return table.withName(name);
    }
}
