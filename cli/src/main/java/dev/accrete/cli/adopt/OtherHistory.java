package dev.accrete.cli.adopt;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.ResourceNames;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What another migration tool has recorded in a database. Its tables are read and never changed.
 *
 * @param tool {@code Flyway} or {@code Liquibase}
 * @param entries in the order in which they were applied
 * @param problem why it must not be left as it is: an entry that failed, a lock; empty if nothing
 * @implNote Source: Flyway's documentation, Schema History Table; Liquibase's, DATABASECHANGELOG and DATABASECHANGELOGLOCK.
 */
public record OtherHistory(String tool, List<Entry> entries, Optional<String> problem) {

    /** No such table: PostgreSQL 42P01, H2 42S02 and 42S04. */
    private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S04");

    public OtherHistory {
        entries = List.copyOf(entries);
    }

    /**
     * One applied migration.
     *
     * @param name version and description, or id and author
     * @param script the file
     * @param appliedAt as the database prints it
     */
    public record Entry(String name, String script, String appliedAt) {}

    /** The history that is there; of two, Flyway's. */
    public static Optional<OtherHistory> find(Connection connection) throws SQLException {
        Optional<OtherHistory> flyway = flyway(connection);
        return flyway.isPresent() ? flyway : liquibase(connection);
    }

    private static Optional<OtherHistory> flyway(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        // Flyway quotes its names, in lower case on every database.
        boolean there = query(
                connection,
                "select \"version\", \"description\", \"script\", \"success\", \"installed_on\""
                        + " from \"flyway_schema_history\" where \"version\" is not null order by \"installed_rank\"",
                row -> {
                    Entry entry =
                            new Entry(row.getString(1) + " " + row.getString(2), row.getString(3), row.getString(5));
                    entries.add(entry);
                    if (!row.getBoolean(4)) {
                        failed.add(entry.name());
                    }
                });
        return there
                ? Optional.of(new OtherHistory(
                        "Flyway",
                        entries,
                        failed.isEmpty()
                                ? Optional.empty()
                                : Optional.of("it has failed migrations: " + String.join(", ", failed))))
                : Optional.empty();
    }

    private static Optional<OtherHistory> liquibase(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        boolean there = query(
                connection,
                "select id, author, filename, dateexecuted from databasechangelog order by orderexecuted",
                row -> entries.add(
                        new Entry(row.getString(1) + " by " + row.getString(2), row.getString(3), row.getString(4))));
        if (!there) {
            return Optional.empty();
        }
        List<String> locks = new ArrayList<>();
        query(
                connection,
                "select coalesce(lockedby, '?') from databasechangeloglock where locked",
                row -> locks.add(row.getString(1)));
        return Optional.of(new OtherHistory(
                "Liquibase",
                entries,
                locks.isEmpty() ? Optional.empty() : Optional.of("it is locked by " + locks.get(0))));
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static boolean query(Connection connection, String sql, Row each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.read(rows);
            }
            return true;
        } catch (SQLException e) {
            if (NO_TABLE.contains(String.valueOf(e.getSQLState()))) {
                return false;
            }
            throw e;
        }
    }

    /**
     * How many migrations of a catalog this tool has run: Accrete's scripts run under Flyway as they are, and are recorded
     * under the names of their files.
     */
    public int shared(Catalog catalog) {
        int shared = 0;
        for (CatalogLine line : catalog.lines()) {
            String file = ResourceNames.scriptFile(line.version(), line.description());
            boolean known = entries.stream()
                    .anyMatch(entry ->
                            entry.script().equals(file) || entry.script().endsWith("/" + file));
            if (!known) {
                return shared;
            }
            shared++;
        }
        return shared;
    }

    /** For people. */
    public String text() {
        return tool + " has applied " + entries.size() + (entries.size() == 1 ? " migration" : " migrations")
                + (entries.isEmpty()
                        ? ""
                        : ", the last was " + entries.get(entries.size() - 1).name() + " on "
                                + entries.get(entries.size() - 1).appliedAt());
    }
}
