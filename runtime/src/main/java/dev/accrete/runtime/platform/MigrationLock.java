package dev.accrete.runtime.platform;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.Settings;
import java.sql.Connection;
import java.sql.SQLException;

/** Held by the one process that migrates; and what waiting for locks of all platforms says and does. */
public abstract class MigrationLock implements AutoCloseable {

    /**
     * Fails if the lock is no longer held, so that nothing is done twice.
     *
     * @param worker the connection that is about to change something
     * @throws AccreteException [ACC-R019]
     */
    public abstract void check(Connection worker) throws SQLException;

    /** Gives the lock back; never throws, because the work is done and the database frees it anyway. */
    @Override
    public abstract void close();

    static AccreteException timedOut(String holder, Settings settings, String howToEnd) {
        return new AccreteException(
                RuntimeCode.LOCK_TIMEOUT,
                "the lock",
                "another process migrates (" + (holder.isEmpty() ? "unknown" : holder) + ") and did not finish within "
                        + settings.lockWait().toSeconds() + " s; nothing was changed by this one",
                "wait and start again; or set a longer ACCRETE_LOCK_WAIT; if the holder hangs, " + howToEnd,
                null);
    }

    static AccreteException lost() {
        return new AccreteException(
                RuntimeCode.LOCK_LOST,
                "the lock",
                "the lock was lost while migrating, e.g. because its connection was cut; what is recorded as applied is"
                        + " applied, nothing else",
                "start again: it resumes after what is recorded",
                null);
    }

    /** For what can't be undone on a connection that is gone, and need not be. */
    public static void ended(SQLException e) {
        System.getLogger("dev.accrete").log(System.Logger.Level.DEBUG, "the session ended early", e);
    }

    /** Waits a little. */
    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AccreteException(
                    RuntimeCode.LOCK_TIMEOUT,
                    "the lock",
                    "the thread was interrupted while it waited; what is recorded as applied is applied, nothing else",
                    "start again",
                    e);
        }
    }
}
