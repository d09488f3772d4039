package dev.accrete.runtime.platform;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.Settings;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * A session advisory lock on a connection of its own that never holds a transaction open, taken by trying: a session that
 * waits in {@code pg_advisory_lock} deadlocks with an online index build, and an open transaction makes one wait.
 */
final class PostgresLock implements MigrationLock {

    private static final int NAMESPACE = 0x61636372;
    private static final long POLL_MILLIS = 100;

    private final Connection connection;
    private final int key;
    private final int backend;

    private PostgresLock(Connection connection, int key, int backend) {
        this.connection = connection;
        this.key = key;
        this.backend = backend;
    }

    static PostgresLock acquire(DataSource dataSource, Connection worker, Settings settings, Consumer<String> waiting)
            throws SQLException {
        CRC32 crc = new CRC32();
        crc.update(settings.qualifiedHistoryTable().getBytes(StandardCharsets.UTF_8));
        int key = (int) crc.getValue();
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            waitFor(connection, key, settings, waiting);
            PostgresLock lock = new PostgresLock(connection, key, backend(connection));
            lock.refusePooler(worker);
            return lock;
        } catch (SQLException | RuntimeException e) {
            release(connection, key);
            throw e;
        }
    }

    private static void waitFor(Connection connection, int key, Settings settings, Consumer<String> waiting)
            throws SQLException {
        long end = System.nanoTime() + settings.lockWait().toNanos();
        String said = "";
        while (!tryLock(connection, key)) {
            String holder = holder(connection, key);
            if (!holder.equals(said) && !holder.isEmpty()) {
                waiting.accept("waiting for another process that migrates: " + holder);
                said = holder;
            }
            if (System.nanoTime() > end) {
                throw LockWaits.timedOut(said, settings, "end that session with select pg_terminate_backend(<pid>)");
            }
            LockWaits.pause(POLL_MILLIS);
        }
    }

    private static boolean tryLock(Connection connection, int key) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + NAMESPACE + ", " + key + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static String holder(Connection connection, int key) throws SQLException {
        String sql = "select l.pid, coalesce(a.usename::text, '?'), coalesce(a.application_name, '?'),"
                + " coalesce(a.client_addr::text, 'local'), a.state_change from pg_locks l"
                + " left join pg_stat_activity a on a.pid = l.pid where l.locktype = 'advisory' and l.granted"
                + " and l.database = (select oid from pg_database where datname = current_database())"
                + " and l.classid = " + NAMESPACE + " and l.objid = " + Integer.toUnsignedString(key);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next()
                    ? "pid " + row.getInt(1) + ", user " + row.getString(2) + ", " + row.getString(3) + " from "
                            + row.getString(4) + ", since " + row.getString(5)
                    : "";
        }
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /**
     * While the worker is in a transaction, the server process that holds the lock must still be the lock connection's
     * own; a transaction pooler would have lent it to the worker, or lend the lock connection another one.
     */
    private void refusePooler(Connection worker) throws SQLException {
        worker.setAutoCommit(false);
        try {
            boolean shared = backend(worker) == backend || backend(connection) != backend;
            if (shared) {
                throw new AccreteException(
                        RuntimeCode.POOLER,
                        "the connection",
                        "a pooler hands out server connections per transaction, so that no lock can be held; nothing was"
                                + " changed",
                        "give the builder a data source for migrations that goes to the server itself, or to a pool in"
                                + " session mode",
                        null);
            }
        } finally {
            worker.rollback();
            worker.setAutoCommit(true);
        }
    }

    @Override
    public void check(Connection worker) throws SQLException {
        String sql = "select 1 from pg_locks where locktype = 'advisory' and granted and pid = " + backend
                + " and classid = " + NAMESPACE + " and objid = " + Integer.toUnsignedString(key);
        try (Statement statement = worker.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw LockWaits.lost();
            }
        }
    }

    @Override
    public void close() {
        release(connection, key);
    }

    private static void release(Connection connection, int key) {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + NAMESPACE + ", " + key + ")");
        } catch (SQLException e) {
            // The session is gone, and the lock with it.
            System.getLogger("dev.accrete").log(System.Logger.Level.DEBUG, "the lock's session ended early", e);
        }
    }
}
