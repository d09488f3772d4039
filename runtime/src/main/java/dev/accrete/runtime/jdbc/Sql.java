package dev.accrete.runtime.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs one statement and closes what it opened; begins and ends no transaction. */
public final class Sql {

    private Sql() {}

    /** Runs a statement as it is: no parameters, no JDBC escapes. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** @return how many rows were changed */
    public static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** @return all rows, each value as text, or {@code null} */
    public static List<String[]> rows(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            List<String[]> rows = new ArrayList<>();
            ResultSet result = statement.executeQuery();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                String[] row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = result.getString(i + 1);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** @return the first value of the first row as text; {@code null} if there is none */
    public static String text(Connection connection, String sql, Object... parameters) throws SQLException {
        List<String[]> rows = rows(connection, sql, parameters);
        return rows.isEmpty() ? null : rows.get(0)[0];
    }

    /** What the database said, on one line. */
    public static String describe(SQLException e) {
        return String.valueOf(e.getMessage()).strip() + " (SQL state " + e.getSQLState() + ")";
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
