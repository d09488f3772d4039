package dev.accrete.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * An empty database of its own for one test; closing it drops it.
 *
 * @param dialect {@code h2} or {@code postgresql}
 * @param url the JDBC URL
 * @param user the user, who owns the database
 * @param password that user's password
 * @param dropper removes the database
 */
public record TestDatabase(String dialect, String url, String user, String password, Runnable dropper)
        implements AutoCloseable {

    /** A fresh database of a dialect; the PostgreSQL server starts with the first one and ends with the JVM. */
    public static TestDatabase create(String dialect) {
        return switch (dialect) {
            case "h2" -> H2Databases.create();
            case "postgresql" -> PostgresServer.shared().createDatabase();
            default -> throw new IllegalArgumentException("no test database for dialect " + dialect);
        };
    }

    /** A new connection in auto-commit mode; the caller closes it. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }

    /** A data source that opens a new connection each time. */
    public DataSource dataSource() {
        return new UrlDataSource(url, user, password);
    }

    /** Runs statements, one JDBC call each. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        dropper.run();
    }
}
