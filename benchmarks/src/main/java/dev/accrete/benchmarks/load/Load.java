package dev.accrete.benchmarks.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A steady load: several connections read and write orders and customers, each query due at its moment whether or not those
 * before it are done. Two more do the same with a table that no migration touches: what they feel is the machine's.
 */
final class Load implements AutoCloseable {

    /** What its connections are called. */
    static final String NAME = "load";

    private static final int CONNECTIONS = 8;
    private static final long PERIOD_MILLIS = 40;
    private static final int HOT_ORDERS = 1_000;

    private final long rows;
    private final Latencies orders = new Latencies();
    private final Latencies control = new Latencies();
    private final Map<String, AtomicLong> errors = new ConcurrentSkipListMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final LockWaits lockWaits;
    private volatile boolean ended;

    Load(DataSource database, long rows) {
        this.rows = rows;
        lockWaits = new LockWaits(database);
        for (int i = 0; i < CONNECTIONS; i++) {
            start(database, i, "orders " + i, this::shopping);
        }
        for (int i = 0; i < 2; i++) {
            start(database, i, "control " + i, this::control);
        }
    }

    Latencies orders() {
        return orders;
    }

    Latencies control() {
        return control;
    }

    LockWaits lockWaits() {
        return lockWaits;
    }

    /** How many statements failed, by SQL state and message. */
    Map<String, AtomicLong> errors() {
        return errors;
    }

    private interface Work {
        void run(Connection connection, int number, Random random) throws SQLException, InterruptedException;
    }

    private void start(DataSource database, int number, String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try (Connection connection = database.getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute("SET application_name = '" + NAME + "'");
                        work.run(connection, number, new Random(number));
                    } catch (SQLException | InterruptedException e) {
                        failed(e);
                    }
                },
                name);
        threads.add(thread);
        thread.start();
    }

    /** Runs a query each period, and says how long it took. */
    private void repeat(Latencies latencies, int number, Query query) throws InterruptedException {
        long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(number * PERIOD_MILLIS / CONNECTIONS);
        while (!ended) {
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            try {
                query.run();
            } catch (SQLException e) {
                failed(e);
            }
            latencies.add(due, System.nanoTime());
            due += TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
        }
    }

    private interface Query {
        void run() throws SQLException;
    }

    private void shopping(Connection connection, int number, Random random) throws SQLException, InterruptedException {
        long customers = ShopServer.customers(rows);
        try (PreparedStatement order = connection.prepareStatement(
                        "SELECT id, customer_id, number, status, quantity, total FROM orders WHERE id = ?");
                PreparedStatement ordersOf = connection.prepareStatement(
                        "SELECT c.name, count(*), sum(o.quantity) FROM orders o JOIN customer c ON c.id = o.customer_id"
                                + " WHERE o.customer_id = ? GROUP BY c.name");
                PreparedStatement change = connection.prepareStatement(
                        "UPDATE orders SET quantity = quantity + 1, total = total + 1 WHERE id = ?");
                PreparedStatement place = connection.prepareStatement(
                        "INSERT INTO orders (customer_id, number, status, quantity, total, note, placed)"
                                + " VALUES (?, ?, 'NEW', 1, 9.99, 'new', now()::timestamp)");
                PreparedStatement rename = connection.prepareStatement("UPDATE customer SET name = ? WHERE id = ?")) {
            AtomicLong counter = new AtomicLong();
            repeat(orders, number, () -> {
                long id = order(random);
                long customer = 1 + random.nextLong(customers);
                int kind = random.nextInt(10);
                if (kind < 4) {
                    order.setLong(1, id);
                    order.executeQuery().close();
                } else if (kind < 6) {
                    ordersOf.setLong(1, customer);
                    ordersOf.executeQuery().close();
                } else if (kind < 8) {
                    change.setLong(1, id);
                    change.executeUpdate();
                } else if (kind < 9) {
                    place.setLong(1, customer);
                    place.setString(2, "L" + number + "-" + counter.incrementAndGet());
                    place.executeUpdate();
                } else {
                    rename.setString(1, "customer " + id);
                    rename.setLong(2, customer);
                    rename.executeUpdate();
                }
            });
        }
    }

    /** One in three is one of the few that everybody works with. */
    private long order(Random random) {
        long hot = 2 * IdleTransactions.ROW + random.nextInt(HOT_ORDERS);
        return random.nextInt(3) == 0 ? hot : 2 * IdleTransactions.ROW + random.nextLong(rows / 2);
    }

    private void control(Connection connection, int number, Random random) throws SQLException, InterruptedException {
        try (PreparedStatement read = connection.prepareStatement("SELECT quantity FROM control WHERE id = ?");
                PreparedStatement change =
                        connection.prepareStatement("UPDATE control SET quantity = quantity + 1 WHERE id = ?")) {
            repeat(control, number, () -> {
                long id = 1 + random.nextInt(ShopServer.CONTROL_ROWS);
                if (random.nextInt(10) < 6) {
                    read.setLong(1, id);
                    read.executeQuery().close();
                } else {
                    change.setLong(1, id);
                    change.executeUpdate();
                }
            });
        }
    }

    private void failed(Exception e) {
        String state = e instanceof SQLException sql ? sql.getSQLState() + " " : "";
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        errors.computeIfAbsent(state + message, any -> new AtomicLong()).incrementAndGet();
    }

    @Override
    public void close() {
        ended = true;
        lockWaits.close();
        threads.forEach(thread -> uninterrupted(thread::join));
    }

    /** Something that waits. */
    interface Waiting {
        void run() throws InterruptedException;
    }

    static void sleep(Duration duration) {
        uninterrupted(() -> Thread.sleep(duration.toMillis()));
    }

    /** Nobody interrupts this program's threads. */
    static void uninterrupted(Waiting waiting) {
        try {
            waiting.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
