package dev.accrete.schema.plan;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import java.util.Optional;

/** A value for rows that have none, when an undo script brings back a column that takes no NULL. */
final class NeutralValue implements ColumnType.Visitor<Optional<String>> {

    private static final NeutralValue INSTANCE = new NeutralValue();

    private NeutralValue() {}

    /** SQL; empty if the column needs none or no value is known for its type. */
    static Optional<String> of(Column column) {
        return column.nullable()
                        || column.defaultValue().isPresent()
                        || column.identity()
                        || column.generatedAs().isPresent()
                ? Optional.empty()
                : column.type().accept(INSTANCE);
    }

    @Override
    public Optional<String> simple(ColumnType.Simple type) {
        return switch (type.kind()) {
            case BOOLEAN -> Optional.of("false");
            case TINYINT, SMALLINT, INTEGER, BIGINT -> Optional.of("0");
            case DATE -> Optional.of("DATE '1970-01-01'");
            case UUID -> Optional.of("'00000000-0000-0000-0000-000000000000'");
            case LONG32VARCHAR, LONG32NVARCHAR -> Optional.of("''");
            case INET, JSON, XML, CLOB, NCLOB, BLOB, LONG32VARBINARY -> Optional.empty();
        };
    }

    @Override
    public Optional<String> sized(ColumnType.Sized type) {
        return switch (type.kind()) {
            case CHAR, NCHAR, VARCHAR, NVARCHAR -> Optional.of("''");
            case BINARY, VARBINARY -> Optional.empty();
        };
    }

    @Override
    public Optional<String> numeric(ColumnType.Numeric type) {
        return Optional.of("0");
    }

    @Override
    public Optional<String> timed(ColumnType.Timed type) {
        return switch (type.kind()) {
            case TIME -> Optional.of("TIME '00:00:00'");
            case TIMESTAMP -> Optional.of("TIMESTAMP '1970-01-01 00:00:00'");
            case TIMESTAMP_WITH_TIMEZONE -> Optional.of("TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00'");
            case TIME_WITH_TIMEZONE, INTERVAL_SECOND -> Optional.empty();
        };
    }

    @Override
    public Optional<String> enumeration(ColumnType.Enumeration type) {
        return switch (type.storage()) {
            case ORDINAL -> Optional.of("0");
            case STRING -> type.constants().stream().findFirst().map(name -> "'" + name.replace("'", "''") + "'");
        };
    }

    @Override
    public Optional<String> array(ColumnType.Array type) {
        return Optional.empty();
    }

    @Override
    public Optional<String> named(ColumnType.Named type) {
        return Optional.empty();
    }

    @Override
    public Optional<String> raw(ColumnType.Raw type) {
        return Optional.empty();
    }
}
