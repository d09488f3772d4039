package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Simple;

/**
 * Values of columns that hold the number of a large object, as the driver reads and writes them: texts in UTF-8.
 *
 * @implNote Source: PostgreSQL manual, 33.4 Server-Side Functions for large objects.
 */
final class PostgresLargeObjects {

    private PostgresLargeObjects() {}

    static boolean isLarge(ColumnType type) {
        return type instanceof Simple simple
                && switch (simple.kind()) {
                    case CLOB, NCLOB, BLOB -> true;
                    default -> false;
                };
    }

    /** A new large object with these bytes. */
    static String ofBytes(String sql) {
        return "lo_from_bytea(0, " + sql + ")";
    }

    /** A new large object with this text. */
    static String ofText(String sql) {
        return ofBytes("convert_to(" + sql + ", 'UTF8')");
    }

    /** The bytes of a column's large object. */
    static String bytes(Column column) {
        return bytes(identifier(column.name()));
    }

    static String bytes(String sql) {
        return "lo_get(" + sql + ")";
    }

    /** The text of a column's large object. */
    static String text(Column column) {
        return text(identifier(column.name()));
    }

    static String text(String sql) {
        return "convert_from(" + bytes(sql) + ", 'UTF8')";
    }
}
