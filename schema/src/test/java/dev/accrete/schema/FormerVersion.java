package dev.accrete.schema;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The version of an application before a migration: it reads, writes and changes all columns that its model has, those that
 * may be empty with a value and without.
 */
final class FormerVersion {

    /** SQL's class of integrity constraint violations. */
    private static final String VIOLATION = "23";

    private final List<String> works;

    private FormerVersion(List<String> works) {
        this.works = works;
    }

    /** What it does in the database of its own model. */
    static FormerVersion at(Connection connection, Schema model) throws SQLException {
        List<String> statements = statements(connection, model);
        Map<String, SQLException> failures = failures(connection, statements);
        return new FormerVersion(
                statements.stream().filter(sql -> !failures.containsKey(sql)).toList());
    }

    /**
     * Statements that no longer work, with what the database says.
     *
     * @param constrained whether the migration says that new constraints stop some of what this version writes
     */
    List<String> stoppedIn(Connection connection, boolean constrained) throws SQLException {
        return failures(connection, works).entrySet().stream()
                .filter(failure ->
                        !constrained || !failure.getValue().getSQLState().startsWith(VIOLATION))
                .map(failure -> failure.getKey() + ": " + failure.getValue().getMessage())
                .toList();
    }

    private static List<String> statements(Connection connection, Schema model) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (Table table : SampleRows.inOrder(model)) {
            statements.add(
                    "SELECT " + names(table.columns().stream().map(Column::name).toList()) + " FROM " + table.name());
        }
        statements.addAll(SampleRows.moreInserts(connection, model));
        for (Table table : SampleRows.inOrder(model)) {
            List<String> written = table.columns().stream()
                    .filter(column -> column.generatedAs().isEmpty())
                    .map(column -> column.name() + " = " + column.name())
                    .toList();
            statements.add("UPDATE " + table.name() + " SET " + String.join(", ", written));
        }
        return statements;
    }

    private static String names(List<?> columns) {
        return columns.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** Nothing that they do stays. */
    private static Map<String, SQLException> failures(Connection connection, List<String> statements)
            throws SQLException {
        Map<String, SQLException> failures = new LinkedHashMap<>();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                Savepoint before = connection.setSavepoint();
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    connection.rollback(before);
                    failures.put(sql, e);
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return failures;
    }
}
