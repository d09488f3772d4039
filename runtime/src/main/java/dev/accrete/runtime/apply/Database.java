package dev.accrete.runtime.apply;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.DraftPolicy;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.Settings;
import dev.accrete.runtime.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The working connection, in auto-commit mode and in the right schema; handed back as it came. */
final class Database implements AutoCloseable {

    private final Connection connection;
    private final boolean autoCommit;
    /** {@code null}: not changed. */
    private final String schemaBefore;

    private Database(Connection connection, Settings settings) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            connection.setAutoCommit(true);
        }
        if (settings.schema().isPresent()) {
            schemaBefore = connection.getSchema();
            connection.setSchema(settings.schema().get());
        } else {
            schemaBefore = null;
        }
    }

    /** @throws AccreteException [ACC-R001] if there is no connection, [ACC-R017] if drafts meet production */
    static Database open(DataSource dataSource, Settings settings) throws SQLException {
        if (settings.drafts() == DraftPolicy.APPLY) {
            settings.refuseInProduction("drafts=apply", "set drafts=refuse there and save the migration");
        }
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            throw new AccreteException(
                    RuntimeCode.NO_CONNECTION,
                    "the database",
                    Sql.describe(e) + "; nothing was changed",
                    "check URL, user and password, that the server runs, and that its JDBC driver is on the class path",
                    e);
        }
        try {
            return new Database(connection, settings);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /** What the database refused that Accrete itself asked for. */
    static AccreteException refused(Settings settings, SQLException e) {
        return new AccreteException(
                RuntimeCode.DATABASE,
                settings.historyTable(),
                Sql.describe(e) + "; what the history records as applied is applied, nothing else",
                "give the user the right to create and write the history table and what the scripts create, see to"
                        + " disk space and connections, and that the database is not read-only, then start again",
                e);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                if (schemaBefore != null) {
                    connection.setSchema(schemaBefore);
                }
                if (!autoCommit) {
                    connection.setAutoCommit(false);
                }
            }
        }
    }
}
