package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Knows the names that new constraints and indexes take, so that what has such a name goes before: a table that is dropped
 * goes last, and where the tables of a schema share the name, it would be in the way of what comes, or hide on H2 that it
 * has not come.
 */
final class RoomForNames {

    private final Dialect dialect;
    private final List<Place> taken = new ArrayList<>();

    private record Place(QualifiedName table, Constraint constraint) {}

    private RoomForNames(Dialect dialect) {
        this.dialect = dialect;
    }

    static RoomForNames in(List<Change> changes, Dialect dialect) {
        RoomForNames names = new RoomForNames(dialect);
        for (Change change : changes) {
            if (change instanceof TableChange.CreateTable create) {
                names.constraints(create.after()).forEach(c -> names.taken.add(new Place(create.object(), c)));
            } else if (change instanceof ColumnChange.AddColumn add) {
                dialect.check(add.object(), add.after())
                        .ifPresent(check -> names.taken.add(new Place(add.object(), check)));
            } else if (change instanceof ConstraintChange.AddConstraint
                    || change instanceof ConstraintChange.RenameConstraint
                    || change instanceof ConstraintChange.RenameIndex) {
                names.taken.add(new Place(change.object(), ((ConstraintChange) change).constraint()));
            }
        }
        return names;
    }

    /** The changes, with a drop for what a table that goes has in the way; its foreign keys have one already. */
    List<Change> made(List<Change> changes) {
        List<Change> all = new ArrayList<>(changes);
        for (Change change : changes) {
            if (change instanceof TableChange.DropTable drop) {
                QualifiedName table = drop.object();
                Table gone = drop.before();
                gone.primaryKey()
                        .filter(key -> isTaken(table, key))
                        .ifPresent(key -> all.add(new ConstraintChange.DropPrimaryKey(table, key)));
                gone.uniqueKeys().stream()
                        .filter(key -> isTaken(table, key))
                        .forEach(key -> all.add(new ConstraintChange.DropUniqueKey(table, key)));
                gone.indexes().stream()
                        .filter(index -> isTaken(table, index))
                        .forEach(index -> all.add(new ConstraintChange.DropIndex(table, index)));
                Stream.concat(gone.checks().stream(), columnChecks(gone))
                        .filter(check -> isTaken(table, check))
                        .forEach(check -> all.add(new ConstraintChange.DropCheck(table, check)));
            }
        }
        return all;
    }

    /** Whether something new gets the name of a constraint or index that goes. */
    boolean isTaken(QualifiedName table, Constraint gone) {
        return isTaken(table, gone, place -> true);
    }

    /** The same, the table's new primary key apart. */
    boolean isTakenByAnother(QualifiedName table, PrimaryKey gone) {
        return isTaken(
                table,
                gone,
                place -> !(place.constraint() instanceof PrimaryKey)
                        || !place.table().equals(table));
    }

    private boolean isTaken(QualifiedName table, Constraint gone, Predicate<Place> by) {
        return taken.stream()
                .filter(by)
                .filter(place -> place.constraint().name().equals(gone.name()))
                .filter(place -> place.table().schema().equals(table.schema()))
                .anyMatch(place -> place.table().equals(table) || dialect.shareNames(gone, place.constraint()));
    }

    private Stream<Constraint> constraints(Table table) {
        return Stream.of(
                        table.primaryKey().stream(),
                        table.uniqueKeys().stream(),
                        table.foreignKeys().stream(),
                        table.indexes().stream(),
                        table.checks().stream(),
                        columnChecks(table))
                .flatMap(constraints -> constraints);
    }

    private Stream<CheckConstraint> columnChecks(Table table) {
        return table.columns().stream().flatMap(column -> dialect.check(table.name(), column).stream());
    }
}
