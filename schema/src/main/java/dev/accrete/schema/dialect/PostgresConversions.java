package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.conversion.UuidForms;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Enumeration;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Timed;
import dev.accrete.schema.sql.SqlCases;
import dev.accrete.schema.sql.SqlValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which changes of a type PostgreSQL carries out without writing the rows anew.
 *
 * @implNote Source: PostgreSQL manual, ALTER TABLE, Notes; measured for the types here.
 */
final class PostgresConversions {

    /** A text, or what a type's name makes of one. */
    private static final Pattern LITERAL = Pattern.compile("\\s*(?:\\w+\\s+)?'(?:[^']|'')*'\\s*");

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
     * Whether each row has to be converted once, for good: its type changes, or a value that the new list has as well may become
     * another. Otherwise values that are not in the new list tell which rows are still to be converted.
     */
    static boolean convertsEachRow(Column before, Column after, Optional<String> using) {
        return using.filter(sql -> !keepsType(before, after) || !keepsListed(before, after, sql))
                .isPresent();
    }

    private static boolean keepsListed(Column before, Column after, String using) {
        List<String> old = AllowedValues.listed(before);
        List<String> staying = new ArrayList<>(AllowedValues.listed(after));
        if (!old.isEmpty()) {
            staying.retainAll(old);
        }
        return staying.isEmpty()
                || SqlCases.of(using, after.name())
                        .filter(cases -> staying.stream()
                                .allMatch(value -> cases.of(value).equals(Optional.of(value))))
                        .isPresent();
    }

    /** What becomes of a value where nothing is stated: a cast; a large object is read or written. */
    static String value(Column before, Column after) {
        String column = identifier(after.name());
        String type = PostgresStatements.typeName(after.type());
        boolean wasLarge = PostgresLargeObjects.isLarge(before.type());
        boolean isLarge = PostgresLargeObjects.isLarge(after.type());
        if (isLarge && !wasLarge) {
            return PostgresStatements.typeName(before.type()).equals("bytea")
                    ? PostgresLargeObjects.ofBytes(column)
                    : PostgresLargeObjects.ofText(column + "::text");
        } else if (wasLarge && !isLarge) {
            Column old = before.withName(after.name());
            return type.equals("bytea")
                    ? PostgresLargeObjects.bytes(old)
                    : PostgresLargeObjects.text(old) + "::" + type;
        }
        if (UuidForms.differ(before.type(), after.type())) {
            return UuidForms.isBytes(after.type())
                    ? "uuid_send(" + column + "::uuid)"
                    : "encode(" + column + ", 'hex')::uuid::" + type;
        }
        if (Conversions.isText(before.type()) && type.equals("bytea")) {
            return bytesOf(column + "::text");
        } else if (Conversions.isVaryingBytes(before.type()) && Conversions.isText(after.type())) {
            return textOf(column) + "::" + type;
        }
        return column + "::" + type;
    }

    /** The value that a text stands for: a cast to bytes takes it for their digits. */
    static String read(String text, ColumnType type) {
        if (PostgresLargeObjects.isLarge(type)) {
            return PostgresLargeObjects.ofText(text);
        }
        return Conversions.isVaryingBytes(type)
                ? bytesOf(text)
                : "CAST(" + text + " AS " + PostgresStatements.typeName(type) + ")";
    }

    private static String bytesOf(String text) {
        return "convert_to(" + text + ", 'UTF8')";
    }

    private static String textOf(String bytes) {
        return "convert_from(" + bytes + ", 'UTF8')";
    }

    /** Whether each conversion of a value makes a large object, which nobody deletes. */
    static boolean makesLargeObject(Column before, Column after) {
        return PostgresLargeObjects.isLarge(after.type()) && !PostgresLargeObjects.isLarge(before.type());
    }

    static String text(Column column) {
        String name = identifier(column.name());
        if (PostgresLargeObjects.isLarge(column.type())) {
            return PostgresLargeObjects.text(column);
        }
        return Conversions.isVaryingBytes(column.type()) ? textOf(name) : name;
    }

    /**
     * A value, or another one where it is none: literals that no text is are of the type that the column has. A column of texts
     * takes a number as what it is written as, which a list of values does not; one that is too long is refused as it is there.
     *
     * @implNote Source: PostgreSQL manual, 10.4 Value Storage, 10.5 UNION, CASE, and Related Constructs.
     */
    static String orElse(String value, String other, ColumnType type) {
        String name = PostgresStatements.typeName(type);
        boolean text = isText(name) || name.startsWith("char(");
        boolean literal = LITERAL.matcher(other).matches();
        String alike = text
                ? (SqlValues.isOfNumbers(other) ? "CAST(" + other + " AS varchar)" : other)
                : (literal ? "CAST(" + other + " AS " + name + ")" : other);
        return "coalesce(" + value + ", " + alike + ")";
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
