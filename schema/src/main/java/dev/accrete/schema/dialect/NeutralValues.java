package dev.accrete.schema.dialect;

import dev.accrete.schema.model.ColumnType;
import java.util.Optional;

/**
 * Values that say as little as possible, for rows that have none when an undo script brings back a column that takes no
 * NULL.
 *
 * @param bytes no bytes, in a type that holds few
 * @param largeBytes no bytes, in a type that holds many
 * @param largeText no text, in a type that holds much
 * @param array an array without elements
 * @param network no address
 */
record NeutralValues(String bytes, String largeBytes, String largeText, String array, String network)
        implements ColumnType.Visitor<Optional<String>> {

    @Override
    public Optional<String> simple(ColumnType.Simple type) {
        return Optional.of(
                switch (type.kind()) {
                    case BOOLEAN -> "false";
                    case TINYINT, SMALLINT, INTEGER, BIGINT -> "0";
                    case DATE -> "DATE '1970-01-01'";
                    case UUID -> "'00000000-0000-0000-0000-000000000000'";
                    case LONG32VARCHAR, LONG32NVARCHAR -> "''";
                    case JSON -> "JSON '{}'";
                    case XML -> "'<none/>'";
                    case INET -> network;
                    case CLOB, NCLOB -> largeText;
                    case BLOB -> largeBytes;
                    case LONG32VARBINARY -> bytes;
                });
    }

    @Override
    public Optional<String> sized(ColumnType.Sized type) {
        return Optional.of(
                switch (type.kind()) {
                    case CHAR, NCHAR, VARCHAR, NVARCHAR -> "''";
                    case BINARY, VARBINARY -> bytes;
                });
    }

    @Override
    public Optional<String> numeric(ColumnType.Numeric type) {
        return Optional.of("0");
    }

    @Override
    public Optional<String> timed(ColumnType.Timed type) {
        return Optional.of(
                switch (type.kind()) {
                    case TIME -> "TIME '00:00:00'";
                    case TIME_WITH_TIMEZONE -> "TIME WITH TIME ZONE '00:00:00+00'";
                    case TIMESTAMP -> "TIMESTAMP '1970-01-01 00:00:00'";
                    case TIMESTAMP_WITH_TIMEZONE -> "TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00'";
                    case INTERVAL_SECOND -> "INTERVAL '0' SECOND";
                });
    }

    @Override
    public Optional<String> enumeration(ColumnType.Enumeration type) {
        return switch (type.storage()) {
            case ORDINAL -> Optional.of("0");
            case STRING -> type.constants().stream().findFirst().map(SqlWriter::literal);
        };
    }

    @Override
    public Optional<String> array(ColumnType.Array type) {
        return Optional.of(array);
    }

    /** What the type allows is written elsewhere. */
    @Override
    public Optional<String> named(ColumnType.Named type) {
        return Optional.empty();
    }

    @Override
    public Optional<String> raw(ColumnType.Raw type) {
        return Optional.empty();
    }
}
