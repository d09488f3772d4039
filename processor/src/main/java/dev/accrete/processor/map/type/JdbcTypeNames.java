package dev.accrete.processor.map.type;

import java.util.Map;

/** The JDBC type codes that options may name, as java.sql.Types and Hibernate's SqlTypes name them. */
public final class JdbcTypeNames {

    /** Codes by name. */
    public static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("BIGINT", JdbcTypes.BIGINT),
            Map.entry("BINARY", JdbcTypes.BINARY),
            Map.entry("BIT", JdbcTypes.BIT),
            Map.entry("BOOLEAN", JdbcTypes.BOOLEAN),
            Map.entry("CHAR", JdbcTypes.CHAR),
            Map.entry("INSTANT", JdbcTypes.INSTANT),
            Map.entry("INTEGER", JdbcTypes.INTEGER),
            Map.entry("INTERVAL_SECOND", JdbcTypes.INTERVAL_SECOND),
            Map.entry("NUMERIC", JdbcTypes.NUMERIC),
            Map.entry("SMALLINT", JdbcTypes.SMALLINT),
            Map.entry("TIMESTAMP", JdbcTypes.TIMESTAMP),
            Map.entry("TIMESTAMP_UTC", JdbcTypes.TIMESTAMP_UTC),
            Map.entry("TIMESTAMP_WITH_TIMEZONE", JdbcTypes.TIMESTAMP_WITH_TIMEZONE),
            Map.entry("TINYINT", JdbcTypes.TINYINT),
            Map.entry("UUID", JdbcTypes.UUID),
            Map.entry("VARBINARY", JdbcTypes.VARBINARY),
            Map.entry("VARCHAR", JdbcTypes.VARCHAR));

    private JdbcTypeNames() {}
}
