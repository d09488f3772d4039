package dev.accrete.schema.plan;

import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.DistinctValue;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.sql.SqlConstants;
import java.util.List;
import java.util.Optional;

/** Tells values of a column apart that the migration itself made the same, where an undo script makes the column unique again. */
final class UniqueAgain {

    private final Dialect dialect;
    private final ChangeContext context;

    /** @param context of the way forward */
    UniqueAgain(Dialect dialect, ChangeContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    /**
     * Values of which there are but two, for rows that had any number of them.
     *
     * @return a value for each row, as SQL; empty where values come back as they are
     */
    Optional<String> ofTwo(ColumnChange.AlterColumnType change) {
        return isTruth(change.after().type()) && !isTruth(change.before().type())
                ? unique(change.object(), change.before())
                        .flatMap(now -> DistinctValue.ofRow(now, change.before().type()))
                : Optional.empty();
    }

    private static boolean isTruth(ColumnType type) {
        return type instanceof ColumnType.Simple simple && simple.kind() == ColumnType.Simple.Kind.BOOLEAN;
    }

    /**
     * Rows that had no value, and got the same one: they have none again, but for the first that has it, since a row may have
     * had it before.
     *
     * @return SQL for what the column holds; empty where nothing has to differ
     */
    Optional<String> ofNone(ColumnChange.SetNotNull change) {
        return change.backfill()
                .filter(SqlConstants::isOne)
                .flatMap(value -> unique(change.object(), change.before())
                        .filter(now -> now.keyColumns().size() == 1)
                        .map(now -> {
                            String column = dialect.identifier(
                                    QualifiedName.of(change.after().name()));
                            String key = dialect.identifier(
                                    QualifiedName.of(now.keyColumns().get(0)));
                            String same = column + " = " + value;
                            return "CASE WHEN " + same + " AND " + key + " <> (SELECT " + key + " FROM "
                                    + dialect.identifier(now.name()) + " WHERE " + same + " ORDER BY " + key
                                    + " FETCH FIRST ROW ONLY) THEN NULL ELSE " + column + " END";
                        }));
    }

    /** The table after the migration, where nothing but a key that comes back wants the column's values to differ. */
    private Optional<Table> unique(QualifiedName table, Column column) {
        List<Name> alone = List.of(column.name());
        return context.after()
                .table(table)
                .filter(now -> !Distinction.keys(now).contains(alone))
                .filter(now -> context.before(table)
                        .filter(then -> Distinction.keys(then).contains(alone))
                        .isPresent());
    }
}
