package dev.accrete.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL on loopback for the whole JVM, started when the first test asks for it. */
public final class PostgresServer {

    private static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final AtomicInteger counter = new AtomicInteger();

    private PostgresServer() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "postgres-stop"));
    }

    /** The one server; starts it if need be. */
    public static PostgresServer shared() {
        return Holder.SERVER;
    }

    /** A fresh database; many tests may use their own side by side. */
    public TestDatabase createDatabase() {
        String name = "test" + counter.incrementAndGet();
        runOnMaintenanceDatabase("create database " + name);
        return new TestDatabase("postgresql", url(name), USER, USER, () -> drop(name));
    }

    /** The JDBC URL of a database on this server, without credentials. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    public int port() {
        return server.getPort();
    }

    private void drop(String name) {
        runOnMaintenanceDatabase("drop database if exists " + name + " with (force)");
    }

    private void runOnMaintenanceDatabase(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, USER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed", e);
        }
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final PostgresServer SERVER = new PostgresServer();
    }
}
