package dev.accrete.schema.dialect;

import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Enumeration.Storage;

/** H2's names of types, as Hibernate's H2Dialect makes them. */
final class H2Types implements ColumnType.Visitor<String> {

    static final H2Types NAMES = new H2Types();

    /** The greatest length of a varchar or varbinary (org.h2.engine.Constants.MAX_STRING_LENGTH). */
    private static final long MAX_VARCHAR = 1_048_576;

    /** Constants that a tinyint can number. */
    private static final int TINYINT_CONSTANTS = 128;

    /** Bytes of an IPv6 address with its scope. */
    private static final int INET_BYTES = 19;

    private H2Types() {}

    @Override
    public String simple(ColumnType.Simple type) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case TINYINT -> "tinyint";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case DATE -> "date";
            case UUID -> "uuid";
            case INET -> "varbinary(" + INET_BYTES + ")";
            case JSON -> "json";
            case XML, CLOB, NCLOB, LONG32VARCHAR, LONG32NVARCHAR -> "clob";
            case BLOB, LONG32VARBINARY -> "blob";
        };
    }

    @Override
    public String sized(ColumnType.Sized type) {
        return switch (type.kind()) {
            case CHAR, NCHAR -> "char(" + type.length() + ")";
            case VARCHAR, NVARCHAR -> fits(type.length()) ? "varchar(" + type.length() + ")" : "clob";
            case BINARY -> fits(type.length()) ? "binary(" + type.length() + ")" : "blob";
            case VARBINARY -> fits(type.length()) ? "varbinary(" + type.length() + ")" : "blob";
        };
    }

    private static boolean fits(long length) {
        return length > 0 && length <= MAX_VARCHAR;
    }

    @Override
    public String numeric(ColumnType.Numeric type) {
        return switch (type.kind()) {
            case NUMERIC -> "numeric(" + type.precision() + "," + type.scale() + ")";
            case DECIMAL -> "decimal(" + type.precision() + "," + type.scale() + ")";
            case FLOAT -> "float(" + type.precision() + ")";
        };
    }

    @Override
    public String timed(ColumnType.Timed type) {
        return switch (type.kind()) {
            case TIME -> "time(" + type.precision() + ")";
            case TIME_WITH_TIMEZONE -> "time(" + type.precision() + ") with time zone";
            case TIMESTAMP -> "timestamp(" + type.precision() + ")";
            case TIMESTAMP_WITH_TIMEZONE -> "timestamp(" + type.precision() + ") with time zone";
            case INTERVAL_SECOND -> "interval second(18," + type.precision() + ")";
        };
    }

    @Override
    public String enumeration(ColumnType.Enumeration type) {
        if (type.storage() == Storage.ORDINAL) {
            return type.constants().size() <= TINYINT_CONSTANTS ? "tinyint" : "smallint";
        }
        return "enum "
                + SqlWriter.literalList(type.constants().stream().sorted().toList());
    }

    @Override
    public String array(ColumnType.Array type) {
        String length = type.length().isPresent() ? "[" + type.length().getAsInt() + "]" : "";
        return type.element().accept(this) + " array" + length;
    }

    @Override
    public String named(ColumnType.Named type) {
        return SqlWriter.identifier(type.name());
    }

    @Override
    public String raw(ColumnType.Raw type) {
        return type.sql();
    }
}
