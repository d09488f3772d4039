package dev.accrete.runtime.platform;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.Settings;
import dev.accrete.runtime.jdbc.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * A session advisory lock on a connection of its own that never holds a transaction open, taken by trying: a session that
 * waits in {@code pg_advisory_lock} deadlocks with an online index build, and an open transaction makes one wait.
 */
final class PostgresLock extends MigrationLock {

    private static final int NAMESPACE = 0x61636372;
    private static final long POLL_MILLIS = 100;
    private static final int LONGEST_SEARCH = 50;
    private static final String BACKEND = "select pg_backend_pid()";

    private final Connection connection;
    private final int key;
    private final String backend;

    private PostgresLock(Connection connection, int key, String backend) {
        this.connection = connection;
        this.key = key;
        this.backend = backend;
    }

    static PostgresLock acquire(DataSource dataSource, Connection worker, Settings settings, Consumer<String> waiting)
            throws SQLException {
        int key = key(settings);
        Connection connection = dataSource.getConnection();
        boolean taken = false;
        try {
            connection.setAutoCommit(true);
            // Before the lock, which would stay with some server connection of the pooler; and after it, since a pooler
            // may choose at random.
            refusePooler(connection, worker);
            refusePooler(connection, worker);
            waitFor(connection, key, settings, waiting);
            taken = true;
            return new PostgresLock(connection, key, refusePooler(connection, worker));
        } catch (SQLException | RuntimeException e) {
            release(connection, key, taken);
            throw e;
        }
    }

    private static int key(Settings settings) {
        CRC32 crc = new CRC32();
        crc.update(settings.qualifiedHistoryTable().getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private static void waitFor(Connection connection, int key, Settings settings, Consumer<String> waiting)
            throws SQLException {
        long end = System.nanoTime() + settings.lockWait().toNanos();
        String said = "";
        while (!"t".equals(Sql.text(connection, "select pg_try_advisory_lock(" + NAMESPACE + ", " + key + ")"))) {
            String holder = holder(connection, key);
            if (!holder.equals(said) && !holder.isEmpty()) {
                waiting.accept("waiting for another process that migrates: " + holder);
                said = holder;
            }
            if (System.nanoTime() > end) {
                throw timedOut(said, settings, "end that session with select pg_terminate_backend(<pid>)");
            }
            pause(POLL_MILLIS);
        }
    }

    static String holder(Connection connection, Settings settings) throws SQLException {
        return holder(connection, key(settings));
    }

    /** Since when: the session's last statement was the one that took the lock. */
    private static String holder(Connection connection, int key) throws SQLException {
        List<String[]> holders = Sql.rows(
                connection,
                "select 'pid ' || l.pid || ', user ' || coalesce(a.usename::text, '?') || ', '"
                        + " || coalesce(a.application_name, '?') || ' from ' || coalesce(a.client_addr::text, 'local')"
                        + " || ', since ' || a.state_change::text from pg_locks l"
                        + " left join pg_stat_activity a on a.pid = l.pid where l.granted"
                        + " and l.database = (select oid from pg_database where datname = current_database())"
                        + lock("l.", key));
        return holders.isEmpty() ? "" : String.valueOf(holders.get(0)[0]);
    }

    private static String lock(String alias, int key) {
        return " and " + alias + "locktype = 'advisory' and " + alias + "classid = " + NAMESPACE + " and " + alias
                + "objid = " + Integer.toUnsignedString(key);
    }

    /**
     * A server process that stays the lock connection's own, and is never lent to the worker, is no transaction
     * pooler's: one that takes idle server connections in turn gives the lock connection another one for its second
     * statement, one that prefers the last used gives that to the worker's transaction.
     *
     * @return the lock connection's server process
     */
    private static String refusePooler(Connection connection, Connection worker) throws SQLException {
        String backend = Sql.text(connection, BACKEND);
        boolean shared = !backend.equals(Sql.text(connection, BACKEND));
        worker.setAutoCommit(false);
        try {
            shared = shared
                    || backend.equals(Sql.text(worker, BACKEND))
                    || !backend.equals(Sql.text(connection, BACKEND));
        } finally {
            worker.rollback();
            worker.setAutoCommit(true);
        }
        if (shared) {
            throw new AccreteException(
                    RuntimeCode.POOLER,
                    "the connection",
                    "a pooler hands out server connections per transaction, so that no lock can be held; nothing was"
                            + " changed",
                    "give the builder a data source for migrations that goes to the server itself, or to a pool in session"
                            + " mode",
                    null);
        }
        return backend;
    }

    @Override
    public void check(Connection worker) throws SQLException {
        if (Sql.rows(worker, "select 1 from pg_locks where granted and pid = " + backend + lock("", key))
                .isEmpty()) {
            throw lost();
        }
    }

    @Override
    public void close() {
        release(connection, key, true);
    }

    /** Behind a pooler the lock is some server connection's, which has to be met by chance. */
    private static void release(Connection connection, int key, boolean taken) {
        try (connection) {
            String sql = "select pg_advisory_unlock(" + NAMESPACE + ", " + key + ")";
            for (int i = 0; taken && i < LONGEST_SEARCH && !"t".equals(Sql.text(connection, sql)); i++) {
                MigrationLock.pause(1);
            }
        } catch (SQLException e) {
            // The session is gone, and the lock with it.
            ended(e);
        }
    }
}
