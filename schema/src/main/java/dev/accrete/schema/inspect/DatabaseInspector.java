package dev.accrete.schema.inspect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads what a database contains from its catalog: nothing is created, changed or locked. Implementations have no state
 * and may be shared.
 */
public interface DatabaseInspector {

    /**
     * Reads tables, sequences, views and types.
     *
     * @param connection stays open and in the caller's transaction; its search path decides how PostgreSQL qualifies
     *     the names of types
     * @param scope which schemas, and whether with rows
     * @throws SQLException if the catalog cannot be read
     */
    PhysicalSchema inspect(Connection connection, InspectionScope scope) throws SQLException;

    /** The same for every schema but the system's own. */
    default PhysicalSchema inspect(Connection connection) throws SQLException {
        return inspect(connection, InspectionScope.everything());
    }

    /**
     * The inspector for a dialect.
     *
     * @param dialect {@code h2} or {@code postgresql}
     * @throws IllegalArgumentException if there is none
     */
    static DatabaseInspector forDialect(String dialect) {
        return switch (dialect) {
            case "h2" -> new H2Inspector();
            case "postgresql" -> new PostgresInspector();
            default -> throw new IllegalArgumentException("no inspector for dialect " + dialect);
        };
    }
}
