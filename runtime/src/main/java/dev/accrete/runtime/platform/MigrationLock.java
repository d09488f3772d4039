package dev.accrete.runtime.platform;

import java.sql.Connection;
import java.sql.SQLException;

/** Held by the one process that migrates. */
public interface MigrationLock extends AutoCloseable {

    /**
     * Fails if the lock is no longer held, so that nothing is done twice.
     *
     * @param worker the connection that is about to change something
     * @throws dev.accrete.runtime.AccreteException [ACC-R019]
     */
    void check(Connection worker) throws SQLException;

    /** Gives the lock back; never throws, because the work is done and the database frees it anyway. */
    @Override
    void close();
}
