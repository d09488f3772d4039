package dev.accrete.schema.change;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import java.util.Locale;
import java.util.Optional;

/**
 * The column whose ids a sequence gives out, as far as it can be known: a schema doesn't say it, but Hibernate names a
 * sequence after its table. A sequence that is moved past ids that it doesn't number loses nothing but numbers.
 *
 * @param table by its name after the migration
 * @param column a single column of the primary key that holds numbers
 * @param whole whether its type has no other ones than whole numbers
 * @implNote Source: Hibernate's {@code StandardNamingStrategy}, {@code <table>_SEQ}.
 */
public record NumberedColumn(QualifiedName table, Name column, boolean whole) {

    private static final String SEQUENCE_SUFFIX = "_seq";

    /** What a sequence numbers among the tables of a schema. */
    public static Optional<NumberedColumn> of(Sequence sequence, Schema schema) {
        String name = sequence.name().name().text().toLowerCase(Locale.ROOT);
        return schema.tables().stream()
                .filter(table -> table.name().schema().equals(sequence.name().schema()))
                .filter(table -> (table.name().name().text().toLowerCase(Locale.ROOT) + SEQUENCE_SUFFIX).equals(name))
                .flatMap(table -> key(table).stream())
                .findFirst();
    }

    /** What the mapping says that a sequence numbers. */
    public static NumberedColumn of(QualifiedName table, Name column, Schema schema) {
        boolean whole = schema.table(table)
                .flatMap(found -> found.column(column))
                .filter(NumberedColumn::isWhole)
                .isPresent();
        return new NumberedColumn(table, column, whole);
    }

    private static Optional<NumberedColumn> key(Table table) {
        return table.primaryKey()
                .map(PrimaryKey::columns)
                .filter(columns -> columns.size() == 1)
                .flatMap(columns -> table.column(columns.get(0)))
                .filter(NumberedColumn::isWhole)
                .map(column -> new NumberedColumn(table.name(), column.name(), true));
    }

    private static boolean isWhole(Column column) {
        return column.type() instanceof ColumnType.Simple type
                && switch (type.kind()) {
                    case SMALLINT, INTEGER, BIGINT -> true;
                    default -> false;
                };
    }
}
