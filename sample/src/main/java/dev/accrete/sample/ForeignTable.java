package dev.accrete.sample;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A table that some other program keeps in the same database, and that no entity declares. */
final class ForeignTable {

    static final String NAME = "legacy_import";

    private final DataSource dataSource;

    ForeignTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void createIfAbsent() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists " + NAME
                    + " (line integer primary key, payload varchar(200) default 'none' not null)");
            if (count(statement) == 0) {
                statement.executeUpdate("insert into " + NAME + " values (1, 'from the old system'), (2, 'as well')");
            }
        }
    }

    /** Its definition and its rows in one text, to compare before and after. */
    String fingerprint() throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet columns = statement.executeQuery("select column_name, data_type, is_nullable, column_default"
                    + " from information_schema.columns where lower(table_name) = '" + NAME
                    + "' order by ordinal_position")) {
                append(columns, 4, text);
            }
            try (ResultSet rows = statement.executeQuery("select line, payload from " + NAME + " order by line")) {
                append(rows, 2, text);
            }
        }
        return text.toString();
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + NAME)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void append(ResultSet rows, int columns, StringBuilder text) throws SQLException {
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                text.append(rows.getString(column)).append('|');
            }
            text.append('\n');
        }
    }
}
