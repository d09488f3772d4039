package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Enumeration;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Simple;
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

    /** Whether values stay as they are but for some that go: enums stored by name are text in both cases. */
    static boolean keepsType(Column before, Column after) {
        boolean listed = before.type().equals(after.type())
                && before.collation().equals(after.collation())
                && !before.checks().equals(after.checks())
                && !AllowedValues.listed(after).isEmpty();
        return listed
                || before.type() instanceof Enumeration from
                        && after.type() instanceof Enumeration to
                        && from.storage() == Enumeration.Storage.STRING
                        && to.storage() == Enumeration.Storage.STRING
                        && !rewrites(before, after);
    }

    /**
     * What becomes of a value where nothing is stated: a cast; a large object is read or written.
     *
     * @implNote Source: PostgreSQL manual, 33.4 Server-Side Functions for large objects. The driver writes texts in them in
     *     UTF-8.
     */
    static String value(Column before, Column after) {
        String column = identifier(after.name());
        String type = PostgresStatements.typeName(after.type());
        boolean wasLarge = isLarge(before.type());
        boolean isLarge = isLarge(after.type());
        if (isLarge && !wasLarge) {
            return PostgresStatements.typeName(before.type()).equals("bytea")
                    ? "lo_from_bytea(0, " + column + ")"
                    : "lo_from_bytea(0, convert_to(" + column + "::text, 'UTF8'))";
        } else if (wasLarge && !isLarge) {
            return type.equals("bytea") ? "lo_get(" + column + ")" : text(before.withName(after.name())) + "::" + type;
        }
        return column + "::" + type;
    }

    /** Whether each conversion of a value makes a large object, which nobody deletes. */
    static boolean makesLargeObject(Column before, Column after) {
        return isLarge(after.type()) && !isLarge(before.type());
    }

    static String text(Column column) {
        String name = identifier(column.name());
        return isLarge(column.type()) ? "convert_from(lo_get(" + name + "), 'UTF8')" : name;
    }

    private static boolean isLarge(ColumnType type) {
        return type instanceof Simple simple
                && switch (simple.kind()) {
                    case CLOB, NCLOB, BLOB -> true;
                    default -> false;
                };
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
