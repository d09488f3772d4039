package dev.accrete.cli.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
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
 * @param backup whether and how it is backed up
 * @param drivers where its JDBC driver comes from
 */
public record Instance(
        Optional<String> name,
        String url,
        Optional<String> user,
        Optional<String> password,
        Optional<String> environment,
        Optional<String> schema,
        BackupPolicy backup,
        Drivers drivers) {

    public Instance {
        Objects.requireNonNull(url, "url");
    }

    /**
     * A new connection in auto-commit mode; the caller closes it.
     *
     * @throws dev.accrete.cli.project.CommandException [ACC-C024] if the server is too old
     */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        user.ifPresent(value -> properties.setProperty("user", value));
        password.ifPresent(value -> properties.setProperty("password", value));
        Connection connection = drivers.connect(url, properties);
        try {
            DatabaseMetaData data = connection.getMetaData();
            ServerVersion.check(label(), data.getDatabaseProductName(), data.getDatabaseMajorVersion());
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The same in another schema of its database. */
    public Instance withSchema(String value) {
        return new Instance(name, url, user, password, environment, Optional.of(value), backup, drivers);
    }

    /** The same user in another database. */
    public Instance withUrl(String value) {
        return new Instance(name, value, user, password, environment, schema, backup, drivers);
    }

    /** Whether data there must not be lost by a slip: its environment says that it is production. */
    public boolean isProduction() {
        return environment
                .filter(value -> value.equalsIgnoreCase("production") || value.equalsIgnoreCase("prod"))
                .isPresent();
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
