package dev.accrete.runtime.platform;

import dev.accrete.runtime.Settings;
import dev.accrete.runtime.jdbc.Sql;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A row with owner and lease, since H2 has no advisory locks. A thread renews the lease; the lock of a process that died
 * is taken over when the lease ends, or at once if it ran on this machine.
 */
final class H2Lock extends MigrationLock {

    private static final int DUPLICATE_KEY = 23505;
    private static final long POLL_MILLIS = 50;
    private static final String SUFFIX = "_lock";
    private static final String READ = "select owner, acquired_at, expires_at < current_timestamp from ";

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
        String table = settings.qualifiedHistoryTable() + SUFFIX;
        String owner = ProcessHandle.current().pid() + "@" + host() + "/" + UUID.randomUUID();
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            Sql.run(
                    connection,
                    "create table if not exists " + table + " (id integer primary key, owner varchar(300),"
                            + " acquired_at timestamp with time zone, expires_at timestamp with time zone)");
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
                throw timedOut(said, settings, "delete the row in " + table);
            }
            pause(POLL_MILLIS);
        }
    }

    private boolean tryInsert() throws SQLException {
        try {
            Sql.update(
                    connection,
                    "insert into " + table + " values (1, ?, current_timestamp,"
                            + " dateadd('MILLISECOND', ?, current_timestamp))",
                    owner,
                    leaseMillis);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == DUPLICATE_KEY || H2Platform.isLocked(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Deletes an abandoned row, or says whose it is. */
    private String takeOverOrName() throws SQLException {
        for (String[] row : Sql.rows(connection, READ + table)) {
            if (!isAbandoned(row)) {
                return row[0] + ", since " + row[1];
            }
            delete(row[0]);
        }
        return "";
    }

    /** Who holds the lock; empty if nobody does, or if there is no table yet. */
    static String holder(Connection connection, Settings settings) {
        try {
            for (String[] row : Sql.rows(connection, READ + settings.qualifiedHistoryTable() + SUFFIX)) {
                return isAbandoned(row) ? "" : row[0] + ", since " + row[1];
            }
        } catch (SQLException e) {
            ended(e);
        }
        return "";
    }

    private static boolean isAbandoned(String[] row) {
        return row[2].equalsIgnoreCase("true") || isDeadHere(row[0]);
    }

    private void delete(String whose) throws SQLException {
        Sql.update(connection, "delete from " + table + " where id = 1 and owner = ?", whose);
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
        try {
            lost = Sql.update(
                            connection,
                            "update " + table + " set expires_at = dateadd('MILLISECOND', ?, current_timestamp)"
                                    + " where id = 1 and owner = ?",
                            leaseMillis,
                            owner)
                    != 1;
        } catch (SQLException e) {
            lost = !H2Platform.isLocked(e) && !closing;
        }
    }

    @Override
    public void check(Connection worker) {
        if (lost) {
            throw lost();
        }
    }

    @Override
    public void close() {
        closing = true;
        // Not interrupted: H2 closes a file database whose thread is interrupted while it reads.
        synchronized (this) {
            try (connection) {
                delete(owner);
            } catch (SQLException e) {
                // The lease ends by itself.
                ended(e);
            }
        }
    }
}
