package dev.accrete.runtime.history;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.format.MigrationVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The history's SQL, the same on every database. Begins and ends no transaction and closes no connection: that is up to
 * the caller.
 */
public final class HistoryTable {

    private static final String COLUMNS =
            "stream, version, description, state, step, statement, catalog_hash, checksum,"
                    + " script, verdict, undo, applied_at, applied_by, duration_millis";

    /** PostgreSQL 42P01, 3F000; H2 42S02, 42S04 (an empty database) and 90079 (no such schema). */
    private static final Set<String> NO_TABLE = Set.of("42P01", "3F000", "42S02", "42S04", "90079");

    /** PostgreSQL 42703, H2 42S22; and 22-class and 42883 errors where a column of ours has another type. */
    private static final Set<String> OTHER_SHAPE = Set.of("42703", "42S22", "42883", "42804");

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
        String head = "(select " + COLUMNS + " from " + table
                + " where stream = ? order by version desc fetch first 1 row only)";
        String sql = streams.size() == 1
                ? head.substring(1, head.length() - 1)
                : String.join(" union all ", Collections.nCopies(streams.size(), head));
        return query(connection, sql, streams);
    }

    /**
     * All migrations of a stream in version order; {@link Optional#empty()} if there is no table.
     *
     * @throws AccreteException [ACC-R003] if the table is not ours
     */
    public Optional<List<AppliedMigration>> all(Connection connection, String stream) throws SQLException {
        return query(
                connection,
                "select " + COLUMNS + " from " + table + " where stream = ? order by version",
                List.of(stream));
    }

    private Optional<List<AppliedMigration>> query(Connection connection, String sql, List<String> parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<AppliedMigration> migrations = new ArrayList<>();
                while (rows.next()) {
                    migrations.add(row(rows));
                }
                return Optional.of(migrations);
            }
        } catch (SQLException e) {
            if (NO_TABLE.contains(e.getSQLState())) {
                return Optional.empty();
            }
            if (OTHER_SHAPE.contains(e.getSQLState())) {
                throw foreign(e);
            }
            throw e;
        } catch (IllegalArgumentException e) {
            throw foreign(e);
        }
    }

    private static AppliedMigration row(ResultSet row) throws SQLException {
        return new AppliedMigration(
                row.getString(1),
                new MigrationVersion(row.getInt(2)),
                row.getString(3),
                MigrationState.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getInt(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getTimestamp(12).toInstant(),
                row.getString(13),
                row.getLong(14));
    }

    private AccreteException foreign(Exception cause) {
        return new AccreteException(
                RuntimeCode.FOREIGN_HISTORY_TABLE,
                table,
                "the table is not Accrete's: its columns or values are others; nothing was changed",
                "set another name for the history table, e.g. ACCRETE_HISTORY_TABLE=accrete_migrations, or another"
                        + " schema",
                cause);
    }

    /** Creates the table; the caller adds the first row at once. */
    public void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists " + table + " ("
                    + "stream varchar(100) not null, version integer not null, description varchar(100) not null, "
                    + "state varchar(20) not null, step integer not null, statement integer not null, "
                    + "catalog_hash varchar(100) not null, checksum varchar(100) not null, "
                    + "script varchar(300) not null, verdict varchar(20) not null, undo varchar(1000000) not null, "
                    + "applied_at timestamp with time zone not null, applied_by varchar(300) not null, "
                    + "duration_millis bigint not null, primary key (stream, version))");
        }
    }

    /** Adds a row. */
    public void insert(Connection connection, AppliedMigration row) throws SQLException {
        String sql = "insert into " + table + " (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, row.stream());
            statement.setInt(2, row.version().number());
            statement.setString(3, row.description());
            statement.setString(4, row.state().word());
            statement.setInt(5, row.step());
            statement.setInt(6, row.statement());
            statement.setString(7, row.catalogHash());
            statement.setString(8, row.checksum());
            statement.setString(9, row.script());
            statement.setString(10, row.verdict());
            statement.setString(11, row.undo());
            statement.setTimestamp(12, Timestamp.from(row.appliedAt()));
            statement.setString(13, row.appliedBy());
            statement.setLong(14, row.durationMillis());
            statement.executeUpdate();
        }
    }

    /** Replaces everything of a row but its key. */
    public void update(Connection connection, AppliedMigration row) throws SQLException {
        String sql = "update " + table + " set description = ?, state = ?, step = ?, statement = ?, catalog_hash = ?,"
                + " checksum = ?, script = ?, verdict = ?, undo = ?, duration_millis = ? where stream = ? and version = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, row.description());
            statement.setString(2, row.state().word());
            statement.setInt(3, row.step());
            statement.setInt(4, row.statement());
            statement.setString(5, row.catalogHash());
            statement.setString(6, row.checksum());
            statement.setString(7, row.script());
            statement.setString(8, row.verdict());
            statement.setString(9, row.undo());
            statement.setLong(10, row.durationMillis());
            statement.setString(11, row.stream());
            statement.setInt(12, row.version().number());
            if (statement.executeUpdate() != 1) {
                throw new SQLException("the row of " + row.label() + " is gone from " + table);
            }
        }
    }

    /** Removes the row of a draft that was taken back. */
    public void delete(Connection connection, AppliedMigration row) throws SQLException {
        String sql = "delete from " + table + " where stream = ? and version = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, row.stream());
            statement.setInt(2, row.version().number());
            statement.executeUpdate();
        }
    }
}
