package dev.accrete.benchmarks.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/**
 * Looks many times a second at how long the queries of the load have been waiting for a lock, of a table or of a row. Unlike
 * how long they take, this does not depend on what else the machine does.
 */
final class LockWaits implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private record Look(long at, long waitedMillis) {}

    private final ConcurrentLinkedQueue<Look> looks = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean ended;

    LockWaits(DataSource database) {
        thread = new Thread(() -> look(database), "lock waits");
        thread.start();
    }

    private void look(DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement waiting = connection.prepareStatement(
                        "SELECT coalesce(max(extract(epoch FROM clock_timestamp() - l.waitstart) * 1000), 0)::bigint"
                                + " FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                                + " WHERE NOT l.granted AND a.application_name = '" + Load.NAME + "'")) {
            while (!ended) {
                try (ResultSet result = waiting.executeQuery()) {
                    result.next();
                    if (result.getLong(1) > 0) {
                        looks.add(new Look(System.nanoTime(), result.getLong(1)));
                    }
                }
                Load.sleep(BETWEEN_LOOKS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The longest wait seen between two moments, in milliseconds. */
    long longest(long fromNanos, long toNanos) {
        return looks.stream()
                .filter(look -> look.at() - fromNanos >= 0 && toNanos - look.at() >= 0)
                .mapToLong(Look::waitedMillis)
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        ended = true;
        Load.uninterrupted(thread::join);
    }
}
