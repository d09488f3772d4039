package dev.accrete.cli.drift;

import dev.accrete.schema.dialect.H2Dialect;
import dev.accrete.schema.inspect.H2Inspector;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.model.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A database in memory with the same settings: H2 commits DDL, so nothing can be tried in the database itself. */
final class H2Scratch implements Scratch {

    /** What changes how names and types are understood. */
    private static final String SETTINGS = "select setting_name, setting_value from information_schema.settings"
            + " where setting_name in ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS',"
            + " 'NON_KEYWORDS') and setting_value <> ''";

    @Override
    public PhysicalSchema describe(Connection connection, String home, Schema schema, List<ReferencedTable> referenced)
            throws SQLException {
        String url = "jdbc:h2:mem:scratch-" + UUID.randomUUID() + settings(connection);
        try (Connection scratch = DriverManager.getConnection(url);
                Statement statement = scratch.createStatement()) {
            statement.execute("create schema if not exists " + ReferencedTable.quoted(home));
            scratch.setSchema(home);
            Stream<String> schemas = Stream.concat(
                    ScratchStatements.schemas(schema),
                    referenced.stream()
                            .map(table -> ReferencedTable.quoted(table.table().schema())));
            for (String each : schemas.distinct().toList()) {
                statement.execute("create schema if not exists " + each);
            }
            for (ReferencedTable table : referenced) {
                statement.execute(table.create(table.table().schema()));
            }
            for (String sql : ScratchStatements.of(new H2Dialect(), schema, referenced)) {
                statement.execute(sql);
            }
            PhysicalSchema all = new H2Inspector().inspect(scratch, InspectionScope.everything());
            return ScratchStatements.without(
                    all,
                    table -> referenced.stream()
                            .anyMatch(it -> it.table().schema().equals(table.schema())
                                    && it.table().name().equals(table.name())));
        }
    }

    private static String settings(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SETTINGS)) {
            Stream.Builder<String> settings = Stream.builder();
            while (rows.next()) {
                settings.add(";" + rows.getString(1) + "=" + rows.getString(2));
            }
            return settings.build().collect(Collectors.joining());
        }
    }
}
