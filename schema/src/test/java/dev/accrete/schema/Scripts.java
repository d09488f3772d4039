package dev.accrete.schema;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs scripts of ours: a semicolon at the end of a line ends a statement outside dollar quotes. */
final class Scripts {

    private Scripts() {}

    static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(script)) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new SQLException(sql + "\n" + e.getMessage() + "\n--- script\n" + script, e);
                }
            }
        }
    }

    /** A lone step in a transaction has no transaction statements of its own. */
    private static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        boolean alone = script.contains("SET LOCAL") && !script.contains("BEGIN;");
        if (alone) {
            statements.add("BEGIN");
        }
        StringBuilder next = new StringBuilder();
        boolean quoted = false;
        for (String line : script.split("\n")) {
            if (line.startsWith("--")) {
                continue;
            }
            quoted ^= line.contains("$accrete$");
            next.append(line).append('\n');
            if (!quoted && line.endsWith(";")) {
                statements.add(next.substring(0, next.length() - 2).strip());
                next.setLength(0);
            }
        }
        if (alone) {
            statements.add("COMMIT");
        }
        return statements;
    }

    /** Two rows with numbers that fit every column of the cases; foreign keys are left empty. */
    static void insertARowIntoEachTable(Connection connection, Schema schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : schema.tables()) {
                List<Column> columns = table.columns().stream()
                        .filter(column -> !column.name().text().endsWith("_id"))
                        .toList();
                for (String number : List.of("1", "2")) {
                    statement.execute("INSERT INTO " + table.name()
                            + columns.stream()
                                    .map(column -> column.name().toString())
                                    .collect(Collectors.joining(", ", " (", ")"))
                            + columns.stream()
                                    .map(column -> column.name().text().equals("state") ? "'NEW'" : number)
                                    .map(value -> value.startsWith("'") ? value : "'" + value + "'")
                                    .collect(Collectors.joining(", ", " VALUES (", ")")));
                }
            }
        }
    }
}
