package dev.accrete.schema.diff;

import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Table;
import java.util.List;
import java.util.Optional;

/** An SQL expression that suits a column, for the annotation that a message offers to paste. */
final class ExampleValue implements ColumnType.Visitor<String> {

    private ExampleValue() {}

    /** A value for existing rows; for a foreign key, one that exists. */
    static String of(Table table, Column column) {
        Optional<ForeignKey> reference = table.foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .findFirst();
        return reference
                .filter(key -> key.referencedColumns().size() == 1)
                .map(key -> "(select min(" + key.referencedColumns().get(0).text() + ") from "
                        + key.referencedTable().name().text() + ")")
                .or(() -> AllowedValues.first(column))
                .orElseGet(() -> column.type().accept(new ExampleValue()));
    }

    /** A conversion of the column's old value, as near to complete as it can be known. */
    static String conversion(Column before, Column after) {
        String name = before.name().text();
        if (before.type() instanceof ColumnType.Enumeration from && after.type() instanceof ColumnType.Enumeration to) {
            return conversion(name, from, to);
        } else if (isLarge(before.type()) || isLarge(after.type())) {
            // Each database has its own functions for them; the dialects know them.
            return name;
        } else if (after.type() instanceof ColumnType.Sized sized && isCharacter(before.type())) {
            return "substring(" + name + " from 1 for " + sized.length() + ")";
        }
        return "cast(" + name + " as " + sqlName(after.type()) + ")";
    }

    private static boolean isLarge(ColumnType type) {
        return type instanceof ColumnType.Simple simple
                && switch (simple.kind()) {
                    case CLOB, NCLOB, BLOB -> true;
                    default -> false;
                };
    }

    private static boolean isCharacter(ColumnType type) {
        return Conversions.between(type, new ColumnType.Simple(ColumnType.Simple.Kind.LONG32VARCHAR))
                == Conversion.KEEPING;
    }

    /** By constants; one that is gone becomes NULL, which is for the developer to replace. */
    private static String conversion(String name, ColumnType.Enumeration from, ColumnType.Enumeration to) {
        StringBuilder cases = new StringBuilder("case " + name);
        for (int i = 0; i < from.constants().size(); i++) {
            String constant = from.constants().get(i);
            int position = to.constants().indexOf(constant);
            String value = position < 0
                    ? "null"
                    : to.storage() == ColumnType.Enumeration.Storage.ORDINAL
                            ? String.valueOf(position)
                            : "'" + constant + "'";
            String when =
                    from.storage() == ColumnType.Enumeration.Storage.ORDINAL ? String.valueOf(i) : "'" + constant + "'";
            cases.append(" when ").append(when).append(" then ").append(value);
        }
        return cases.append(" end").toString();
    }

    /** The type's name in standard SQL; three dots where only the dialects know it. */
    private static String sqlName(ColumnType type) {
        String text = type.text();
        if (type instanceof ColumnType.Raw raw) {
            return raw.sql();
        } else if (type instanceof ColumnType.Numeric numeric && numeric.kind() == ColumnType.Numeric.Kind.FLOAT) {
            return "double precision";
        } else if (type instanceof ColumnType.Timed timed) {
            String zone = "_with_timezone";
            return text.contains(zone) ? text.replace(zone, "") + " with time zone" : text;
        }
        return text.matches("[a-z]+(\\([0-9,]+\\))?") && !text.contains("lob") ? text : "...";
    }

    @Override
    public String simple(ColumnType.Simple type) {
        return switch (type.kind()) {
            case BOOLEAN -> "false";
            case TINYINT, SMALLINT, INTEGER, BIGINT -> "0";
            case DATE -> "current_date";
            case UUID -> "'00000000-0000-0000-0000-000000000000'";
            case INET -> "'0.0.0.0'";
            case JSON -> "'{}'";
            case XML -> "'<empty/>'";
            case CLOB, NCLOB, LONG32VARCHAR, LONG32NVARCHAR, BLOB, LONG32VARBINARY -> "''";
        };
    }

    @Override
    public String sized(ColumnType.Sized type) {
        return "''";
    }

    @Override
    public String numeric(ColumnType.Numeric type) {
        return "0";
    }

    @Override
    public String timed(ColumnType.Timed type) {
        return switch (type.kind()) {
            case TIME, TIME_WITH_TIMEZONE -> "current_time";
            case TIMESTAMP, TIMESTAMP_WITH_TIMEZONE -> "current_timestamp";
            case INTERVAL_SECOND -> "interval '0' second";
        };
    }

    @Override
    public String enumeration(ColumnType.Enumeration type) {
        return type.storage() == ColumnType.Enumeration.Storage.ORDINAL
                        || type.constants().isEmpty()
                ? "0"
                : "'" + type.constants().get(0) + "'";
    }

    @Override
    public String array(ColumnType.Array type) {
        return "array[" + type.element().accept(this) + "]";
    }

    @Override
    public String named(ColumnType.Named type) {
        return "...";
    }

    @Override
    public String raw(ColumnType.Raw type) {
        return RawTypes.parse(type.sql()).map(known -> known.accept(this)).orElse("...");
    }
}
