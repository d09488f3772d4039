package dev.accrete.schema.dialect;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Enumeration;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Timed;

/**
 * Which changes of a type PostgreSQL carries out without writing the rows anew.
 *
 * @implNote Source: PostgreSQL manual, ALTER TABLE, Notes; measured for the types here.
 */
final class PostgresConversions {

    private PostgresConversions() {}

    static boolean rewrites(Column before, Column after) {
        String from = PostgresStatements.typeName(before.type());
        String to = PostgresStatements.typeName(after.type());
        if (!before.collation().equals(after.collation())) {
            return true;
        }
        if (from.equals(to)) {
            return false;
        }
        return !(isText(from) && isText(to) && length(to) >= length(from)
                || widensNumeric(before.type(), after.type())
                || widensTime(before.type(), after.type()));
    }

    /** Whether the type changes and the rows stay as they are. */
    static boolean keepsRowsOnly(Column before, Column after) {
        return !rewrites(before, after)
                && !PostgresStatements.typeName(before.type()).equals(PostgresStatements.typeName(after.type()));
    }

    /** Whether values stay as they are but for constants that go: enums stored by name are text in both cases. */
    static boolean keepsType(Column before, Column after) {
        return before.type() instanceof Enumeration from
                && after.type() instanceof Enumeration to
                && from.storage() == Enumeration.Storage.STRING
                && to.storage() == Enumeration.Storage.STRING
                && !rewrites(before, after);
    }

    private static boolean isText(String type) {
        return type.equals("text") || type.startsWith("varchar(") && type.endsWith(")");
    }

    private static long length(String type) {
        return type.equals("text")
                ? Long.MAX_VALUE
                : Long.parseLong(type.substring("varchar(".length(), type.length() - 1));
    }

    private static boolean widensNumeric(ColumnType before, ColumnType after) {
        return before instanceof Numeric from
                && after instanceof Numeric to
                && from.kind() != Numeric.Kind.FLOAT
                && to.kind() != Numeric.Kind.FLOAT
                && from.scale() == to.scale()
                && from.precision() <= to.precision();
    }

    private static boolean widensTime(ColumnType before, ColumnType after) {
        return before instanceof Timed from
                && after instanceof Timed to
                && from.kind() == to.kind()
                && from.precision() <= to.precision();
    }
}
