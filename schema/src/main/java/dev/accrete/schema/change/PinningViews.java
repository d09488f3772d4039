package dev.accrete.schema.change;

import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.View;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The views that a database would not let a change pass: those that read a table which goes, or columns of it.
 *
 * @implNote Source: PostgreSQL manual, "Dependency Tracking"; H2 refuses the same (90107, 90109). Which columns a view reads is not
 *     known, so each view of the table counts.
 */
public final class PinningViews {

    private PinningViews() {}

    /** Those among the given ones that are in the way of a change; none if views follow it by themselves. */
    public static List<View> of(Change change, Collection<View> views) {
        return moved(change).stream()
                .flatMap(table -> views.stream().filter(view -> reads(view, table)))
                .toList();
    }

    private static Optional<QualifiedName> moved(Change change) {
        if (change instanceof TableChange.RenameTable rename) {
            return Optional.of(rename.before());
        }
        return Optional.of(change.object())
                .filter(table -> change instanceof TableChange.DropTable
                        || change instanceof ColumnChange.DropColumn
                        || change instanceof ColumnChange.RenameColumn
                        || change instanceof ColumnChange.AlterColumnType);
    }

    /** Whether a view reads a table or another view. */
    public static boolean reads(View view, QualifiedName object) {
        return !view.name().equals(object) && SqlIdentifiers.names(view.query(), object.name());
    }
}
