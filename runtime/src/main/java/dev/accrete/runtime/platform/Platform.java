package dev.accrete.runtime.platform;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.Settings;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** One kind of database. */
public interface Platform {

    /**
     * The platform of a connection.
     *
     * @throws AccreteException [ACC-R002] if there is none for this database
     */
    static Platform of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if (product.equals("PostgreSQL")) {
            return new PostgresPlatform();
        }
        if (product.equals("H2")) {
            return new H2Platform();
        }
        throw new AccreteException(
                RuntimeCode.UNKNOWN_DATABASE,
                product,
                "Accrete has no scripts for this database; nothing was changed",
                "use PostgreSQL or H2",
                null);
    }

    /** The dialect's name, as in the scripts' folder. */
    String dialect();

    /** Whether DDL can be rolled back. */
    boolean hasTransactionalDdl();

    /** How an identifier that is not quoted is stored. */
    String fold(String unquoted);

    /**
     * Waits for the lock.
     *
     * @param worker the connection that will do the work, in auto-commit mode
     * @param waiting gets one line for people, each time it changes
     * @throws AccreteException [ACC-R009] after the settings' wait, [ACC-R010] behind a transaction pooler
     */
    MigrationLock lock(DataSource dataSource, Connection worker, Settings settings, Consumer<String> waiting)
            throws SQLException;

    /** Who migrates now and since when; empty if nobody does. */
    String lockHolder(Connection connection, Settings settings) throws SQLException;

    /**
     * Gets a transactional step its strong locks without making the application queue for long; called within the
     * transaction. Lifts the statement time-out for it, since constraints are validated by long scans.
     */
    void takeLocks(Connection connection, ScriptStep step) throws SQLException;

    /**
     * Frees statements outside a transaction from time-outs, which would leave an online index build half done and
     * protect nobody.
     *
     * @return what {@link #restoreTimeouts} takes
     */
    List<String> liftTimeouts(Connection connection) throws SQLException;

    /** Gives the session its time-outs back. */
    void restoreTimeouts(Connection connection, List<String> before) throws SQLException;

    /** Whether an error means that a lock was not free, so that trying again may help. */
    boolean isLockFailure(SQLException error);

    /**
     * Whether an error means that there is already what the statement makes, or nothing left of what it removes: what
     * the statement says that a killed run has done and not recorded.
     */
    boolean saysDone(SQLException error);

    /**
     * Whether a table has a constraint or an index of a name.
     *
     * @param schema as stored, like the other names; {@code null}: any
     */
    default boolean has(Connection connection, String schema, String table, String part) throws SQLException {
        try (ResultSet indexes = connection.getMetaData().getIndexInfo(null, schema, table, false, true)) {
            while (indexes.next()) {
                if (part.equals(indexes.getString("INDEX_NAME"))) {
                    return true;
                }
            }
        }
        return Sql.text(
                        connection,
                        "select constraint_name from information_schema.table_constraints"
                                + " where table_schema = coalesce(?, table_schema) and table_name = ? and constraint_name = ?",
                        schema,
                        table,
                        part)
                != null;
    }

    /**
     * Whether an index is there.
     *
     * @param index as SQL names it
     * @param valid whether one that can be used is meant, or what a failed build left
     */
    boolean isIndex(Connection connection, String index, boolean valid) throws SQLException;

    /**
     * Drops an index that no constraint has taken over, if it is there.
     *
     * @param index as SQL names it
     */
    void dropFreeIndex(Connection connection, String index) throws SQLException;

    /**
     * A hash of the definition of everything in the database but what Accrete's own connection makes. Columns,
     * constraints, indexes and triggers are part of their table's.
     *
     * @return for each table, view and sequence
     */
    Map<DatabaseObject, String> definitions(Connection connection) throws SQLException;
}
