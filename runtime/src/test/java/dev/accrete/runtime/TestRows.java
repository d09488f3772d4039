package dev.accrete.runtime;

import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a query finds, as text. */
final class TestRows {

    private TestRows() {}

    /** One line per row, values divided by a space. */
    static List<String> query(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getString(i));
                }
                lines.add(String.join(" ", values));
            }
            return lines;
        }
    }
}
