package dev.accrete.cli.database;

import dev.accrete.cli.drift.SnapshotSchema;
import dev.accrete.runtime.platform.Platform;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Simple.Kind;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Snapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Looks at the covered tables for what a migration or a restore may have left behind. */
public final class HealthCheck {

    private static final Set<Kind> INTEGERS = Set.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

    /** {@code to_regclass} gives null for a table that is not there. */
    private static final String INVALID_INDEXES = """
            select i.indexrelid::regclass::text from pg_index i
            where i.indrelid = to_regclass(?) and not i.indisvalid order by 1
            """;

    private static final String UNVALIDATED_CONSTRAINTS =
            "select conname from pg_constraint where conrelid = to_regclass(?) and not convalidated order by 1";

    private final Snapshot snapshot;
    private final boolean begun;

    /** @param begun whether a migration failed or was interrupted, whose index an invalid one may be */
    public HealthCheck(Snapshot snapshot, boolean begun) {
        this.snapshot = snapshot;
        this.begun = begun;
    }

    /** @param connection in auto-commit mode, in the schema that is meant */
    public List<HealthFinding> check(Connection connection) throws SQLException {
        Platform platform = Platform.of(connection);
        boolean postgres = platform.dialect().equals("postgresql");
        Schema schema = SnapshotSchema.of(snapshot, platform.dialect());
        List<HealthFinding> findings = new ArrayList<>();
        for (Table table : schema.tables()) {
            String name = sql(table.name(), platform);
            if (postgres) {
                for (String index : texts(connection, INVALID_INDEXES, name)) {
                    findings.add(new HealthFinding(
                            "index",
                            index,
                            "the index is not valid: it costs time and helps no query",
                            (begun
                                            ? "run `accrete resume` or `accrete revert` if `accrete status` names it; else "
                                            : "")
                                    + "run `REINDEX INDEX CONCURRENTLY " + index + "`"));
                }
                for (String constraint : texts(connection, UNVALIDATED_CONSTRAINTS, name)) {
                    findings.add(new HealthFinding(
                            "constraint",
                            name + "." + constraint,
                            "the constraint was never validated: old rows may violate it",
                            "run `ALTER TABLE " + name + " VALIDATE CONSTRAINT " + quoted(constraint) + "`"));
                }
            }
            if (exists(connection, name)) {
                sequence(connection, platform, schema, table).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /**
     * A key that the database numbers, and a sequence that has fallen behind the rows. Which sequence belongs to a key is
     * known for identity columns and for sequences with the name that Hibernate gives them, {@code <table>_seq}.
     *
     * @implNote With a pooled optimizer, up to one increment before the next value is in use too, depending on the kind of
     *     optimizer; only what collides in any case is reported.
     */
    private static Optional<HealthFinding> sequence(
            Connection connection, Platform platform, Schema schema, Table table) throws SQLException {
        Optional<Column> key = table.primaryKey()
                .filter(it -> it.columns().size() == 1)
                .flatMap(it -> table.column(it.columns().get(0)))
                .filter(column -> column.type() instanceof ColumnType.Simple type && INTEGERS.contains(type.kind()));
        if (key.isEmpty()) {
            return Optional.empty();
        }
        QualifiedName named = table.name()
                .withName(table.name().name().withText(table.name().name().text() + "_seq"));
        boolean identity = key.get().identity();
        if (!identity && schema.sequence(named).isEmpty()) {
            return Optional.empty();
        }
        String tableName = sql(table.name(), platform);
        String column = quoted(stored(key.get().name(), platform));
        OptionalLong last = number(connection, "select max(" + column + ") from " + tableName);
        Optional<String> sequence =
                identity ? identity(connection, platform, tableName, key.get()) : Optional.of(sql(named, platform));
        if (last.isEmpty() || sequence.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong next = next(connection, platform, table, key.get(), named, sequence.get());
        if (next.isEmpty() || last.getAsLong() < next.getAsLong()) {
            return Optional.empty();
        }
        long restart = last.getAsLong() + 1;
        String fix = platform.dialect().equals("postgresql")
                ? "select setval('" + sequence.get().replace("'", "''") + "', " + restart + ", false)"
                : identity
                        ? "ALTER TABLE " + tableName + " ALTER COLUMN " + column + " RESTART WITH " + restart
                        : "ALTER SEQUENCE " + sequence.get() + " RESTART WITH " + restart;
        return Optional.of(new HealthFinding(
                "sequence",
                sequence.get(),
                "the next value is " + next.getAsLong() + ", but " + tableName + " has the id " + last.getAsLong()
                        + ": an insert will fail",
                "run `" + fix + "` while nothing inserts"));
    }

    private static Optional<String> identity(Connection connection, Platform platform, String table, Column column)
            throws SQLException {
        if (!platform.dialect().equals("postgresql")) {
            return Optional.of(table + "." + column.name().text());
        }
        return texts(connection, "select pg_get_serial_sequence(?, ?)", table, stored(column.name(), platform)).stream()
                .findFirst();
    }

    private static OptionalLong next(
            Connection connection, Platform platform, Table table, Column column, QualifiedName named, String sequence)
            throws SQLException {
        if (platform.dialect().equals("postgresql")) {
            return number(
                    connection,
                    "select case when s.is_called then s.last_value + p.seqincrement else s.last_value end from "
                            + sequence + " s, pg_sequence p where p.seqrelid = ?::regclass",
                    sequence);
        }
        if (column.identity()) {
            return number(
                    connection,
                    "select identity_base from information_schema.columns where table_schema = coalesce(?, schema())"
                            + " and table_name = ? and column_name = ?",
                    table.name().schema().map(name -> stored(name, platform)).orElse(null),
                    stored(table.name().name(), platform),
                    stored(column.name(), platform));
        }
        return number(
                connection,
                "select base_value from information_schema.sequences where sequence_schema = coalesce(?, schema())"
                        + " and sequence_name = ?",
                named.schema().map(name -> stored(name, platform)).orElse(null),
                stored(named.name(), platform));
    }

    private static boolean exists(Connection connection, String table) {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("select 1 from " + table + " where 1 = 0").close();
            return true;
        } catch (SQLException e) {
            // What is missing is verify's business.
            return false;
        }
    }

    private static String stored(Name name, Platform platform) {
        return name.quoted() ? name.text() : platform.fold(name.text());
    }

    private static String sql(QualifiedName name, Platform platform) {
        return name.schema()
                        .map(schema -> quoted(stored(schema, platform)) + ".")
                        .orElse("")
                + quoted(stored(name.name(), platform));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static List<String> texts(Connection connection, String sql, String... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (rows.getString(1) != null) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }

    private static OptionalLong number(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return OptionalLong.empty();
            }
            long number = rows.getLong(1);
            return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, String... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }
}
