package dev.accrete.processor.differential;

import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.testkit.TestDatabase;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * One connection to one database that is emptied again and again.
 *
 * <p>On PostgreSQL everything happens in a transaction that is rolled back, which is quicker than any drop.
 */
final class ScratchDatabase implements AutoCloseable {

    private final TestDatabase database;
    private final Connection connection;
    private final boolean transactional;

    ScratchDatabase(String dialect) throws SQLException {
        database = TestDatabase.create(dialect);
        connection = database.connect();
        transactional = dialect.equals("postgresql");
        connection.setAutoCommit(!transactional);
    }

    String dialect() {
        return database.dialect();
    }

    /** Leaves nothing behind. */
    void empty() throws SQLException {
        if (transactional) {
            connection.rollback();
        } else {
            execute("drop all objects");
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a script; the exception names the statement that failed. */
    void run(String text) throws SQLException {
        for (ScriptStep step : Script.parse(text, "draft").steps()) {
            for (ScriptStatement each : step.statements()) {
                try {
                    execute(each.sql());
                } catch (SQLException e) {
                    throw new SQLException(e.getMessage() + " in: " + each.sql(), e);
                }
            }
        }
    }

    PhysicalSchema inspect() throws SQLException {
        return DatabaseInspector.forDialect(database.dialect())
                .inspect(connection, InspectionScope.everything().withRows());
    }

    /** The schemas that somebody made. */
    Set<String> schemas() throws SQLException {
        String sql = transactional
                ? "select nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')"
                : "select schema_name from information_schema.schemata where schema_name not in ('PUBLIC', 'INFORMATION_SCHEMA')";
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Hands out the one connection, which nobody can close or commit. */
    DataSource dataSource() {
        Connection shared = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "close", "commit", "rollback", "setAutoCommit" -> null;
                    case "getAutoCommit" -> true;
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> {
                        try {
                            yield method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                });
        return new SharedDataSource(shared);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }

    private record SharedDataSource(Connection connection) implements DataSource {

        @Override
        public Connection getConnection() {
            return connection;
        }

        @Override
        public Connection getConnection(String user, String password) {
            return connection;
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("not a wrapper for " + type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
