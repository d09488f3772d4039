package dev.accrete.benchmarks.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A PostgreSQL server of its own that writes to disk as one in production does, and whose autovacuum looks around every
 * few seconds. One database is filled, the others are copies of it.
 */
final class ShopServer implements AutoCloseable {

    /** Orders that each customer has. */
    static final int ORDERS_PER_CUSTOMER = 20;

    /** Rows of the table that no migration touches. */
    static final int CONTROL_ROWS = 100_000;

    private final EmbeddedPostgres server;

    ShopServer() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("autovacuum", "on")
                .setServerConfig("autovacuum_naptime", "5s")
                .setServerConfig("maintenance_work_mem", "256MB")
                .start();
    }

    DataSource database(String name) {
        return server.getDatabase("postgres", name);
    }

    void create(String name) throws SQLException {
        maintain("CREATE DATABASE " + name);
    }

    /** Nobody may be connected to the original. */
    void copy(String original, String name) throws SQLException {
        maintain("CREATE DATABASE " + name + " TEMPLATE " + original + " STRATEGY file_copy");
    }

    void drop(String name) throws SQLException {
        maintain("DROP DATABASE " + name + " WITH (FORCE)");
    }

    /** Fills the tables of the first version: every second order has no note. */
    void fill(String name, long rows) throws SQLException {
        long customers = customers(rows);
        try (Connection connection = database(name).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO customer (name) SELECT 'customer ' || n FROM generate_series(1, " + customers + ") n");
            statement.execute(
                    "INSERT INTO orders (customer_id, number, status, quantity, total, note, placed, memo, fax)"
                            + " SELECT n % " + customers + " + 1, 'N' || n, (ARRAY['NEW', 'PAID', 'SENT'])[n % 3 + 1],"
                            + " n % 100, n % 10000 / 100.0, CASE WHEN n % 2 = 0 THEN 'note ' || n END,"
                            + " timestamp '2020-01-01' + n * interval '10 seconds', 'memo', NULL"
                            + " FROM generate_series(1, " + rows + ") n");
            statement.execute("CREATE TABLE control (id bigint PRIMARY KEY, quantity integer NOT NULL)");
            statement.execute("INSERT INTO control SELECT n, 0 FROM generate_series(1, " + CONTROL_ROWS + ") n");
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }

    static long customers(long orders) {
        return Math.max(1, orders / ORDERS_PER_CUSTOMER);
    }

    private void maintain(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
