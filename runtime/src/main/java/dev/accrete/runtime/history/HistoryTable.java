package dev.accrete.runtime.history;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The history's SQL, the same on every database. Begins and ends no transaction and closes no connection: that is up to
 * the caller.
 */
public final class HistoryTable {

    private static final String COLUMNS =
            "stream, version, description, state, step, statement, catalog_hash, checksum,"
                    + " script, verdict, undo, note, applied_by, duration_millis, applied_at";

    /** The last column as milliseconds. */
    private static final String READ = "select " + COLUMNS.replace(", applied_at", "")
            + ", cast(extract(epoch from applied_at) * 1000 as bigint) from ";

    private static final String KEY = " where stream = ? and version = ?";

    /** PostgreSQL 42P01, 3F000; H2 42S02 to 42S04 (with candidates, an empty database) and 90079 (no such schema). */
    private static final String NO_TABLE = "42P01|3F000|42S0[234]|90079";

    private final String table;

    /** @param table as SQL names it */
    public HistoryTable(String table) {
        this.table = table;
    }

    /** The table as SQL names it. */
    public String name() {
        return table;
    }

    /**
     * The last migration of each stream: the one query of a start-up with nothing to do.
     *
     * @param streams not empty
     * @return at most one row per stream; empty if there is no history, too. {@link Optional#empty()} if there is no
     *     table
     * @throws AccreteException [ACC-R003] if the table is not ours
     */
    public Optional<List<AppliedMigration>> heads(Connection connection, List<String> streams) throws SQLException {
        String head = READ + table + " where stream = ? order by version desc fetch first 1 row only";
        String sql = streams.size() == 1
                ? head
                : "(" + String.join(") union all (", Collections.nCopies(streams.size(), head)) + ")";
        return query(connection, sql, streams.toArray());
    }

    /**
     * All migrations of a stream in version order; {@link Optional#empty()} if there is no table.
     *
     * @throws AccreteException [ACC-R003] if the table is not ours
     */
    public Optional<List<AppliedMigration>> all(Connection connection, String stream) throws SQLException {
        return query(connection, READ + table + " where stream = ? order by version", stream);
    }

    private Optional<List<AppliedMigration>> query(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try {
            List<AppliedMigration> migrations = new ArrayList<>();
            for (String[] row : Sql.rows(connection, sql, parameters)) {
                migrations.add(migration(row));
            }
            return Optional.of(migrations);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.matches(NO_TABLE)) {
                return Optional.empty();
            }
            // Another column or type: PostgreSQL 42703, 42883, 42804; H2 42S22 and, for its conversions, class 22.
            if (state.startsWith("42") && !state.equals("42501") || state.startsWith("22")) {
                throw foreign(e);
            }
            throw e;
        } catch (IllegalArgumentException e) {
            throw foreign(e);
        }
    }

    private static AppliedMigration migration(String[] row) {
        return new AppliedMigration(
                row[0],
                new MigrationVersion(Integer.parseInt(row[1])),
                row[2],
                MigrationState.valueOf(row[3].toUpperCase(Locale.ROOT)),
                Integer.parseInt(row[4]),
                Integer.parseInt(row[5]),
                row[6],
                row[7],
                row[8],
                row[9],
                row[10],
                row[11],
                Instant.ofEpochMilli(Long.parseLong(row[14])),
                row[12],
                Long.parseLong(row[13]));
    }

    private AccreteException foreign(Exception cause) {
        return new AccreteException(
                RuntimeCode.FOREIGN_HISTORY_TABLE,
                table,
                "the table is not Accrete's, or was edited by hand: its columns or values are others; nothing was changed",
                "set another name for the history table, e.g. ACCRETE_HISTORY_TABLE=accrete_migrations, or another"
                        + " schema; if a value was edited, put it right",
                cause);
    }

    /** Creates the table; the caller adds the first row at once. */
    public void create(Connection connection) throws SQLException {
        Sql.run(
                connection,
                "create table if not exists " + table + " ("
                        + "stream varchar(100) not null, version integer not null, description varchar(100) not null, "
                        + "state varchar(20) not null, step integer not null, statement integer not null, "
                        + "catalog_hash varchar(100) not null, checksum varchar(100) not null, "
                        + "script varchar(300) not null, verdict varchar(20) not null, undo varchar(1000000) not null, "
                        + "note varchar(2000) not null, applied_by varchar(300) not null, "
                        + "duration_millis bigint not null, applied_at timestamp with time zone not null, "
                        + "primary key (stream, version))");
    }

    /** Adds a row. */
    public void insert(Connection connection, AppliedMigration row) throws SQLException {
        String sql = "insert into " + table + " (" + COLUMNS + ") values (?" + ", ?".repeat(14) + ")";
        Sql.update(
                connection,
                sql,
                row.stream(),
                row.version().number(),
                row.description(),
                row.state().word(),
                row.step(),
                row.statement(),
                row.catalogHash(),
                row.checksum(),
                row.script(),
                row.verdict(),
                row.undo(),
                row.note(),
                row.appliedBy(),
                row.durationMillis(),
                Timestamp.from(row.appliedAt()));
    }

    /**
     * Replaces everything of a row but its key, when and by whom.
     *
     * @throws SQLException also if somebody removed the row
     */
    public void update(Connection connection, AppliedMigration row) throws SQLException {
        int rows = Sql.update(
                connection,
                "update " + table + " set description = ?, state = ?, step = ?, statement = ?, catalog_hash = ?,"
                        + " checksum = ?, script = ?, verdict = ?, undo = ?, note = ?, duration_millis = ?" + KEY,
                row.description(),
                row.state().word(),
                row.step(),
                row.statement(),
                row.catalogHash(),
                row.checksum(),
                row.script(),
                row.verdict(),
                row.undo(),
                row.note(),
                row.durationMillis(),
                row.stream(),
                row.version().number());
        if (rows != 1) {
            throw new SQLException("the row of " + row.label() + " is gone from " + table);
        }
    }

    /** Removes the row of what was taken back. */
    public void delete(Connection connection, AppliedMigration row) throws SQLException {
        Sql.update(
                connection,
                "delete from " + table + KEY,
                row.stream(),
                row.version().number());
    }
}
