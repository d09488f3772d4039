package dev.accrete.cli.database;

import dev.accrete.runtime.platform.Platform;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Who is migrating a database right now. Looks only, and takes no lock. */
public final class LockHolder {

    /** The runtime's advisory locks have this class; the object is the history table's. */
    private static final String POSTGRES = "select 'pid ' || l.pid || ', user ' || coalesce(a.usename::text, '?')"
            + " || ' from ' || coalesce(a.client_addr::text, 'local') || ', since ' || a.state_change from pg_locks l"
            + " left join pg_stat_activity a on a.pid = l.pid where l.locktype = 'advisory' and l.granted"
            + " and l.database = (select oid from pg_database where datname = current_database())"
            + " and l.classid = " + 0x61636372;

    private final String historyTable;

    /** @param historyTable a plain name */
    public LockHolder(String historyTable) {
        this.historyTable = historyTable;
    }

    /** Empty if nobody holds the lock, or there is no history yet. */
    public Optional<String> find(Connection connection) throws SQLException {
        boolean h2 = Platform.of(connection).dialect().equals("h2");
        String sql = h2
                ? "select owner || ', since ' || acquired_at from " + historyTable
                        + "_lock where id = 1 and expires_at > current_timestamp"
                : POSTGRES;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            // H2 42S02 and 42S04: no table, as before the first migration.
            if (h2 && String.valueOf(e.getSQLState()).startsWith("42S0")) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
