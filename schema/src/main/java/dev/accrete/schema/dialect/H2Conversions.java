package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.conversion.UuidForms;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.sql.SqlValues;
import java.util.Optional;
import java.util.Set;

/**
 * What H2 does not convert by itself, or into something else than what PostgreSQL makes of it.
 *
 * @implNote Source: H2 manual, "Data Conversion"; measured.
 */
final class H2Conversions {

    private H2Conversions() {}

    /** SQL over the name of the column after; empty where the database's own conversion will do. */
    static Optional<String> value(Column before, Column after) {
        String name = identifier(after.name());
        ColumnType from = before.type();
        ColumnType to = after.type();
        boolean uuidAsText = UuidForms.isText(from) || UuidForms.isText(to);
        if (UuidForms.differ(from, to) && uuidAsText) {
            // The text of a UUID is other bytes than the UUID.
            return Optional.of(cast("cast(" + name + " as uuid)", to));
        } else if (isObjectOfBytes(from) && !isOfSameKind(to)) {
            return Optional.of(cast(text(before.withName(after.name())), to));
        } else if (isObjectOfBytes(to) && !isOfSameKind(from) && !Conversions.isCharacter(from)) {
            return Optional.of(cast("cast(" + name + " as varchar)", to));
        } else if (isJson(to) && Conversions.isCharacter(from)) {
            return Optional.of(read(name, to));
        } else if (Conversions.isVaryingBytes(from) && Conversions.isText(to)) {
            // A change of type alone stops at what is too long.
            return Optional.of(cast(name, to));
        }
        return Optional.empty();
    }

    /** The value that a text stands for: a cast to JSON makes a text of JSON of it. */
    static String read(String text, ColumnType type) {
        return isJson(type) ? text + " FORMAT JSON" : "CAST(" + text + " AS " + H2Statements.typeName(type) + ")";
    }

    private static boolean isJson(ColumnType type) {
        return type instanceof ColumnType.Simple simple && simple.kind() == ColumnType.Simple.Kind.JSON;
    }

    /** The text that stands in a column. */
    static String text(Column column) {
        String name = identifier(column.name());
        if (isObjectOfBytes(column.type())) {
            return "utf8tostring(" + name + ")";
        }
        // What fills a text of fixed length up belongs to it, where PostgreSQL leaves it out.
        return H2Statements.typeName(column.type()).startsWith("char(") ? "rtrim(" + name + ")" : name;
    }

    /** A stated conversion as H2 takes it: it casts no large object of bytes to a text. */
    static String stated(String sql, Column before) {
        return isObjectOfBytes(before.type())
                ? SqlValues.castingInstead(sql, before.name(), Set.of("varchar", "char", "character"), text(before))
                : sql;
    }

    private static boolean isObjectOfBytes(ColumnType type) {
        return H2Statements.typeName(type).equals("blob");
    }

    /** What a large object of bytes is read from and written into as it stands. */
    private static boolean isOfSameKind(ColumnType type) {
        return Conversions.isBinary(type) || H2Statements.typeName(type).equals("clob");
    }

    private static String cast(String sql, ColumnType type) {
        return "cast(" + sql + " as " + H2Statements.typeName(type) + ")";
    }
}
