package dev.accrete.schema.inspect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Runs a query and reads its rows. */
final class Query {

    private Query() {}

    /** Makes a value of the current row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(Connection connection, String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(reader.read(rows));
                }
                return values;
            }
        }
    }

    /** Each row of a table as {@code column=value, ...}, in alphabetical order; columns in alphabetical order too. */
    static List<String> rows(Connection connection, String schema, String table) throws SQLException {
        List<String> texts = new ArrayList<>();
        // Not prepared: a driver may keep the plan, which fails when a table of that name has other columns later.
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from " + quote(schema) + "." + quote(table))) {
            while (found.next()) {
                texts.add(text(found));
            }
        }
        Collections.sort(texts);
        return texts;
    }

    /** A column's text; empty if it is NULL or has no characters. */
    static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).filter(text -> !text.isEmpty());
    }

    private static String text(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            fields.add(columns.getColumnName(i) + "=" + row.getString(i));
        }
        Collections.sort(fields);
        return String.join(", ", fields);
    }

    private static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
