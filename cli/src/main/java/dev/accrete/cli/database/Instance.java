package dev.accrete.cli.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * A database to work on. Its text form has no password.
 *
 * @param name as in {@code accrete.properties}; empty if it was given with {@code --url}
 * @param url JDBC, without a password
 * @param user empty: the driver's default
 * @param password empty: none is sent
 * @param environment e.g. {@code production}; limits scripts
 * @param schema where the history table is and where scripts run; empty: the connection's own
 */
public record Instance(
        Optional<String> name,
        String url,
        Optional<String> user,
        Optional<String> password,
        Optional<String> environment,
        Optional<String> schema) {

    public Instance {
        Objects.requireNonNull(url, "url");
    }

    /** A new connection in auto-commit mode; the caller closes it. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        user.ifPresent(value -> properties.setProperty("user", value));
        password.ifPresent(value -> properties.setProperty("password", value));
        return DriverManager.getConnection(url, properties);
    }

    /** Its name, else its URL. */
    public String label() {
        return name.orElse(url);
    }

    @Override
    public String toString() {
        return label();
    }
}
