package dev.accrete.schema.offer;

import dev.accrete.schema.conversion.RawTypes;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An SQL expression that suits a column, for the annotation that a message offers to paste. */
public final class ExampleValue implements ColumnType.Visitor<String> {

    /** H2's type of labels, which has no name of its own. */
    private static final Pattern H2_ENUM = Pattern.compile("(?i)\\s*enum\\s*\\(");

    private final Schema schema;

    private ExampleValue(Schema schema) {
        this.schema = schema;
    }

    /** A value for existing rows; for a foreign key, one that exists. */
    public static String of(Table table, Column column, Schema schema) {
        Optional<ForeignKey> reference = table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .findFirst();
        return reference
                .map(key -> referenced(key, column))
                .or(() -> AllowedValues.first(column, table))
                .orElseGet(() -> of(column, schema));
    }

    /** A value that exists; all columns of a composite reference get theirs from one row. */
    private static String referenced(ForeignKey key, Column column) {
        String table = key.referencedTable().toString();
        Name referenced = key.referencedColumns().get(key.columns().indexOf(column.name()));
        boolean withoutMin =
                column.type() instanceof ColumnType.Simple simple && simple.kind() == ColumnType.Simple.Kind.UUID;
        // PostgreSQL has no least UUID.
        return key.columns().size() == 1 && !withoutMin
                ? "(select min(" + referenced + ") from " + table + ")"
                : "(select " + referenced + " from " + table + " order by "
                        + key.referencedColumns().stream().map(Name::toString).collect(Collectors.joining(", "))
                        + " fetch first row only)";
    }

    /** A value of the column's type that its checks allow. */
    public static String of(Column column, Schema schema) {
        return AllowedValues.first(column).orElseGet(() -> column.type().accept(new ExampleValue(schema)));
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
                : literal(type.constants().get(0));
    }

    @Override
    public String array(ColumnType.Array type) {
        return "array[" + type.element().accept(this) + "]";
    }

    @Override
    public String named(ColumnType.Named type) {
        return schema.types().stream()
                .filter(definition -> definition.name().equals(type.name()))
                .filter(TypeDefinition.EnumType.class::isInstance)
                .flatMap(definition -> ((TypeDefinition.EnumType) definition).values().stream())
                .findFirst()
                .map(ExampleValue::literal)
                .orElse("...");
    }

    private static String literal(String label) {
        return "'" + label.replace("'", "''") + "'";
    }

    @Override
    public String raw(ColumnType.Raw type) {
        return RawTypes.parse(type.sql())
                .map(known -> known.accept(this))
                .or(() -> AllowedValues.literals(type.sql()).stream()
                        .filter(value -> H2_ENUM.matcher(type.sql()).lookingAt())
                        .findFirst())
                .orElse("...");
    }
}
