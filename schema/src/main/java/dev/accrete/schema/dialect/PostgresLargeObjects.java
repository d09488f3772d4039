package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Simple;
import java.util.regex.Pattern;

/**
 * Values of columns that hold the number of a large object, as the driver reads and writes them: texts in UTF-8.
 *
 * @implNote Source: PostgreSQL manual, 33.4 Server-Side Functions for large objects.
 */
final class PostgresLargeObjects {

    private static final Pattern TEXT = Pattern.compile("(?s)\\s*'([^']|'')*'\\s*");

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
        return "lo_get(" + identifier(column.name()) + ")";
    }

    /** The text of a column's large object. */
    static String text(Column column) {
        return "convert_from(" + bytes(column) + ", 'UTF8')";
    }

    /**
     * What an annotation states for a column. A text stands for what is in the object, since no SQL of a large object is known
     * to both databases; every other expression yields an object.
     */
    static String stated(Column column, String sql) {
        if (!isLarge(column.type()) || !TEXT.matcher(sql).matches()) {
            return sql;
        }
        boolean bytes = column.type() instanceof Simple simple && simple.kind() == Simple.Kind.BLOB;
        return bytes ? ofBytes(sql) : ofText(sql);
    }
}
