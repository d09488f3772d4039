package dev.accrete.schema.plan;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.sql.SqlQueries;
import java.util.Optional;

/**
 * What stands in a column instead of a value that does not fit.
 *
 * @param sql empty where NULL may stand
 */
record Instead(Dialect dialect, Optional<String> sql) {

    /** The value itself. */
    String as(ColumnType type) {
        return cast(sql.orElse("NULL"), type);
    }

    /** What follows the cases that fit. */
    String otherwise() {
        return sql.map(value -> " ELSE " + value).orElse("");
    }

    /** What a query finds may have another type until its own conversion. */
    String otherwise(ColumnType type) {
        return sql.map(value -> " ELSE " + (SqlQueries.hasQuery(value) ? cast(value, type) : value))
                .orElse("");
    }

    /** What a conversion yields, if it yields anything. */
    String unless(String conversion) {
        return sql.map(value -> "coalesce(" + conversion + ", " + value + ")").orElse(conversion);
    }

    private String cast(String value, ColumnType type) {
        return "CAST(" + value + " AS " + dialect.typeName(type) + ")";
    }
}
