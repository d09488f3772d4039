package dev.accrete.cli.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;

/** JDBC drivers: those of a class path that the user names, then those that the command brings along. */
public final class Drivers {

    private final Optional<ClassLoader> named;

    private Drivers(Optional<ClassLoader> named) {
        this.named = named;
    }

    /** Those that the command brings along. */
    public static Drivers own() {
        return new Drivers(Optional.empty());
    }

    /** Those of a class loader, and then the command's own. */
    public static Drivers of(ClassLoader loader) {
        return new Drivers(Optional.of(loader));
    }

    /** {@code DriverManager} hands out no driver whose class its caller doesn't see, so those are asked themselves. */
    Connection connect(String url, Properties properties) throws SQLException {
        if (named.isPresent()) {
            for (Driver driver : ServiceLoader.load(Driver.class, named.get())) {
                Connection connection = driver.acceptsURL(url) ? driver.connect(url, properties) : null;
                if (connection != null) {
                    return connection;
                }
            }
        }
        return DriverManager.getConnection(url, properties);
    }
}
