package dev.accrete.testkit;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Named in-memory databases that live until they are closed. */
final class H2Databases {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private H2Databases() {}

    static TestDatabase create() {
        String url = "jdbc:h2:mem:test" + COUNTER.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
        return new TestDatabase("h2", url, "sa", "", () -> shutDown(url));
    }

    private static void shutDown(String url) {
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            throw new IllegalStateException("could not drop " + url, e);
        }
    }
}
