package dev.accrete.runtime.platform;

import dev.accrete.runtime.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A row with owner and lease, since H2 has no advisory locks. A thread renews the lease; the lock of a process that died
 * is taken over when the lease ends, or at once if it ran on this machine.
 */
final class H2Lock implements MigrationLock {

    private static final int DUPLICATE_KEY = 23505;
    private static final long POLL_MILLIS = 50;

    private final Connection connection;
    private final String table;
    private final String owner;
    private final long leaseMillis;
    private final Thread renewer;
    private volatile boolean lost;
    private volatile boolean closing;

    private H2Lock(Connection connection, String table, String owner, long leaseMillis) {
        this.connection = connection;
        this.table = table;
        this.owner = owner;
        this.leaseMillis = leaseMillis;
        this.renewer = new Thread(this::renewUntilClosed, "accrete-lease");
        this.renewer.setDaemon(true);
    }

    static H2Lock acquire(DataSource dataSource, Settings settings, Consumer<String> waiting) throws SQLException {
        String table = settings.qualifiedHistoryTable() + "_lock";
        String owner = ProcessHandle.current().pid() + "@" + host() + "/" + UUID.randomUUID();
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "create table if not exists " + table + " (id integer primary key, owner varchar(300),"
                                + " acquired_at timestamp with time zone, expires_at timestamp with time zone)");
            }
            H2Lock lock =
                    new H2Lock(connection, table, owner, settings.lockLease().toMillis());
            lock.waitFor(settings, waiting);
            lock.renewer.start();
            return lock;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void waitFor(Settings settings, Consumer<String> waiting) throws SQLException {
        long end = System.nanoTime() + settings.lockWait().toNanos();
        String said = "";
        while (!tryInsert()) {
            String holder = takeOverOrName();
            if (!holder.equals(said) && !holder.isEmpty()) {
                waiting.accept("waiting for another process that migrates: " + holder);
                said = holder;
            }
            if (System.nanoTime() > end) {
                throw LockWaits.timedOut(said, settings, "delete the row in " + table);
            }
            LockWaits.pause(POLL_MILLIS);
        }
    }

    private boolean tryInsert() throws SQLException {
        String sql = "insert into " + table + " values (1, ?, current_timestamp,"
                + " dateadd('MILLISECOND', ?, current_timestamp))";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, owner);
            statement.setLong(2, leaseMillis);
            statement.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == DUPLICATE_KEY || new H2Platform().isLockFailure(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Deletes an abandoned row, or says whose it is. */
    private String takeOverOrName() throws SQLException {
        String holder;
        String since;
        boolean expired;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select owner, acquired_at, expires_at < current_timestamp from " + table + " where id = 1")) {
            if (!row.next()) {
                return "";
            }
            holder = row.getString(1);
            since = row.getString(2);
            expired = row.getBoolean(3);
        }
        if (expired || isDeadHere(holder)) {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from " + table + " where id = 1 and owner = ?")) {
                statement.setString(1, holder);
                statement.executeUpdate();
            }
            return "";
        }
        return holder + ", since " + since;
    }

    private static boolean isDeadHere(String holder) {
        int at = holder.indexOf('@');
        int slash = holder.lastIndexOf('/');
        if (at < 1 || slash < at || !holder.substring(at + 1, slash).equals(host())) {
            return false;
        }
        String pid = holder.substring(0, at);
        return pid.chars().allMatch(Character::isDigit)
                && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private void renewUntilClosed() {
        while (!closing && !lost) {
            try {
                Thread.sleep(Math.max(1, leaseMillis / 3));
            } catch (InterruptedException e) {
                return;
            }
            if (!closing) {
                renew();
            }
        }
    }

    private synchronized void renew() {
        String sql = "update " + table + " set expires_at = dateadd('MILLISECOND', ?, current_timestamp)"
                + " where id = 1 and owner = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, leaseMillis);
            statement.setString(2, owner);
            lost = statement.executeUpdate() != 1;
        } catch (SQLException e) {
            lost = !new H2Platform().isLockFailure(e) && !closing;
        }
    }

    @Override
    public void check(Connection worker) {
        if (lost) {
            throw LockWaits.lost();
        }
    }

    @Override
    public void close() {
        closing = true;
        // Not interrupted: H2 closes a file database whose thread is interrupted while it reads.
        synchronized (this) {
            try (connection;
                    PreparedStatement statement =
                            connection.prepareStatement("delete from " + table + " where id = 1 and owner = ?")) {
                statement.setString(1, owner);
                statement.executeUpdate();
            } catch (SQLException e) {
                // The lease ends by itself.
                System.getLogger("dev.accrete").log(System.Logger.Level.DEBUG, "the lock's session ended early", e);
            }
        }
    }
}
