package dev.accrete.benchmarks.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Again and again a transaction that has read the table and written one row of it, and then does nothing for a while, as
 * one that waits for an answer from elsewhere. The row is one that the load never writes.
 */
final class IdleTransactions implements AutoCloseable {

    /** Below the rows that the load writes. */
    static final int ROW = 500;

    /** Between two of them. */
    private static final long PAUSE_MILLIS = 3_000;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    /** Returns when the first one has begun. */
    IdleTransactions(DataSource database, long seconds) {
        thread = new Thread(() -> run(database, seconds), "idle transactions");
        thread.start();
        Load.uninterrupted(begun::await);
    }

    private void run(DataSource database, long seconds) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            boolean ended = false;
            while (!ended && seconds > 0) {
                statement.execute("UPDATE orders SET total = total WHERE id = " + ROW);
                begun.countDown();
                ended = end.await(seconds, TimeUnit.SECONDS);
                connection.commit();
                ended = ended || end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            begun.countDown();
        }
    }

    @Override
    public void close() {
        end.countDown();
        Load.uninterrupted(thread::join);
    }
}
