package dev.accrete.cli.database;

import dev.accrete.cli.drift.SnapshotSchema;
import dev.accrete.runtime.platform.Platform;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.SchemaObject;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Drops what the migrations have made, and nothing else. */
public final class CoveredTables {

    private final Snapshot snapshot;
    private final List<String> older;

    /**
     * @param snapshot that of the last migration
     * @param older tables that pending migrations drop or rename, and that may still be there
     */
    public CoveredTables(Snapshot snapshot, List<String> older) {
        this.snapshot = snapshot;
        this.older = List.copyOf(older);
    }

    /**
     * Drops them: on PostgreSQL in one transaction, on H2 one by one.
     *
     * @param connection in auto-commit mode, which it keeps
     * @param historyTable goes too
     * @return the names of the tables that were dropped
     * @throws SQLException if something foreign needs them; nothing is dropped with it
     */
    public List<String> drop(Connection connection, String historyTable) throws SQLException {
        Platform platform = Platform.of(connection);
        Dialect dialect = Dialects.named(platform.dialect()).orElseThrow();
        Schema present = present(connection, platform);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(dialect, present)) {
                statement.execute(sql);
            }
            statement.execute("drop table if exists " + historyTable);
            statement.execute("drop table if exists " + historyTable + "_lock");
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return present.tables().stream().map(table -> table.name().toString()).toList();
    }

    private static List<String> statements(Dialect dialect, Schema present) {
        List<String> statements = new ArrayList<>();
        present.views().forEach(view -> statements.add("drop view " + sql(view.name())));
        dialect.drop(new Schema(present.types(), present.sequences(), present.tables(), List.of()))
                .forEach(step -> step.statements().stream()
                        .filter(sql -> !sql.startsWith("SET LOCAL ") && !sql.startsWith("LOCK TABLE "))
                        .forEach(statements::add));
        return statements;
    }

    private Schema present(Connection connection, Platform platform) throws SQLException {
        Schema covered = SnapshotSchema.of(snapshot, platform.dialect());
        PhysicalSchema actual =
                DatabaseInspector.forDialect(platform.dialect()).inspect(connection, InspectionScope.everything());
        String home = connection.getSchema();
        List<Table> tables = new ArrayList<>(covered.tables());
        older.stream()
                .map(QualifiedName::of)
                .filter(name -> covered.table(name).isEmpty())
                .forEach(name -> tables.add(Table.of(name, List.of())));
        return new Schema(
                there(covered.types(), actual.types().stream().map(it -> List.of(it.schema(), it.name())), home),
                there(
                        covered.sequences(),
                        actual.sequences().stream().map(it -> List.of(it.schema(), it.name())),
                        home),
                there(tables, actual.tables().stream().map(it -> List.of(it.schema(), it.name())), home),
                there(covered.views(), actual.views().stream().map(it -> List.of(it.schema(), it.name())), home));
    }

    private static <T extends SchemaObject> List<T> there(List<T> objects, Stream<List<String>> names, String home) {
        List<List<String>> known = names.toList();
        return objects.stream()
                .filter(object -> known.stream()
                        .anyMatch(it -> it.get(0)
                                        .equalsIgnoreCase(object.name()
                                                .schema()
                                                .map(schema -> schema.text())
                                                .orElse(home))
                                && it.get(1)
                                        .equalsIgnoreCase(object.name().name().text())))
                .toList();
    }

    private static String sql(QualifiedName name) {
        return name.schema()
                        .map(schema -> sql(schema.quoted(), schema.text()) + ".")
                        .orElse("")
                + sql(name.name().quoted(), name.name().text());
    }

    private static String sql(boolean quoted, String text) {
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
