package dev.accrete.runtime;

import java.sql.Connection;
import java.sql.SQLException;

/** Looks whether a database has what migrations make, before they are recorded as applied without running. */
@FunctionalInterface
public interface StampCheck {

    /**
     * Looks at the database.
     *
     * @param connection in a transaction that the caller ends
     * @param stream the source's name
     * @param upTo the number of the last migration that would be recorded
     * @throws AccreteException if the database differs; nothing is recorded then
     */
    void check(Connection connection, String stream, int upTo) throws SQLException;
}
