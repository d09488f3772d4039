package dev.accrete.schema.dialect;

import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Enumeration.Storage;

/**
 * PostgreSQL's names of types, as Hibernate's PostgreSQLDialect makes them.
 *
 * @implNote Spelled as the catalog spells them, so that a script reads like what psql shows afterwards.
 */
final class PostgresTypes implements ColumnType.Visitor<String> {

    static final PostgresTypes NAMES = new PostgresTypes();

    /** The greatest length of a varchar, and of its precision in bytes. */
    private static final long MAX_VARCHAR = 10_485_760;

    /** Fractional digits that a time can hold; the server clips more with a warning. */
    private static final int MAX_SECOND_DIGITS = 6;

    /** Bits of a mantissa that fit a real. */
    private static final int REAL_BITS = 24;

    private PostgresTypes() {}

    @Override
    public String simple(ColumnType.Simple type) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case TINYINT, SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case DATE -> "date";
            case UUID -> "uuid";
            case INET -> "inet";
            case JSON -> "jsonb";
            case XML -> "xml";
            case CLOB, NCLOB, BLOB -> "oid";
            case LONG32VARCHAR, LONG32NVARCHAR -> "text";
            case LONG32VARBINARY -> "bytea";
        };
    }

    @Override
    public String sized(ColumnType.Sized type) {
        return switch (type.kind()) {
            case CHAR, NCHAR -> "char(" + type.length() + ")";
            case VARCHAR, NVARCHAR -> varchar(type.length());
            case BINARY, VARBINARY -> "bytea";
        };
    }

    private static String varchar(long length) {
        return length == 0 || length > MAX_VARCHAR ? "text" : "varchar(" + length + ")";
    }

    @Override
    public String numeric(ColumnType.Numeric type) {
        return switch (type.kind()) {
            case NUMERIC, DECIMAL -> "numeric(" + type.precision() + "," + type.scale() + ")";
            case FLOAT -> type.precision() <= REAL_BITS ? "real" : "double precision";
        };
    }

    @Override
    public String timed(ColumnType.Timed type) {
        int digits = Math.min(type.precision(), MAX_SECOND_DIGITS);
        return switch (type.kind()) {
            case TIME -> "time(" + digits + ")";
            case TIME_WITH_TIMEZONE -> "time(" + digits + ") with time zone";
            case TIMESTAMP -> "timestamp(" + digits + ")";
            case TIMESTAMP_WITH_TIMEZONE -> "timestamp(" + digits + ") with time zone";
            case INTERVAL_SECOND -> "interval second(" + digits + ")";
        };
    }

    @Override
    public String enumeration(ColumnType.Enumeration type) {
        return type.storage() == Storage.ORDINAL ? "smallint" : varchar(type.length());
    }

    @Override
    public String array(ColumnType.Array type) {
        return type.element().accept(this) + "[]";
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
