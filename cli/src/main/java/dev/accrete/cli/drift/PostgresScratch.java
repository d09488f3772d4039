package dev.accrete.cli.drift;

import dev.accrete.schema.dialect.PostgresDialect;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PostgresInspector;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Schemas with random names in a transaction that is rolled back; for a user who may not create schemas, the session's
 * temporary one, if everything lies in one schema.
 */
final class PostgresScratch implements Scratch {

    private static final String TEMPORARY = "pg_temp";
    private static final String NOT_PERMITTED = "42501";

    @Override
    public PhysicalSchema describe(Connection connection, String home, Schema schema, List<ReferencedTable> referenced)
            throws SQLException {
        Map<String, String> scratchNames = scratchNames(home, schema, referenced);
        try {
            return describe(connection, scratchNames, schema, referenced);
        } catch (SQLException e) {
            if (!NOT_PERMITTED.equals(e.getSQLState()) || scratchNames.size() > 1) {
                throw e;
            }
        }
        return describe(connection, Map.of(home, TEMPORARY), schema, referenced);
    }

    private static Map<String, String> scratchNames(String home, Schema schema, List<ReferencedTable> referenced) {
        String prefix = "accrete_" + UUID.randomUUID().toString().replace("-", "") + "_";
        // The schema of the database by the name that it has here; the first is where unqualified names go.
        Map<String, String> scratchNames = new LinkedHashMap<>();
        scratchNames.put(home, prefix + 0);
        ScratchStatements.names(schema)
                .map(PostgresScratch::stored)
                .forEach(name -> scratchNames.putIfAbsent(name, prefix + scratchNames.size()));
        referenced.forEach(table -> scratchNames.putIfAbsent(table.table().schema(), prefix + scratchNames.size()));
        return scratchNames;
    }

    /** @param names the schemas of the database, the one for unqualified names first, to those that take their place */
    private static PhysicalSchema describe(
            Connection connection, Map<String, String> names, Schema schema, List<ReferencedTable> referenced)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            Map<String, String> scratchNames = new LinkedHashMap<>();
            for (Map.Entry<String, String> each : names.entrySet()) {
                scratchNames.put(each.getKey(), created(statement, each.getValue()));
            }
            statement.execute("set local search_path to "
                    + scratchNames.values().iterator().next());
            for (ReferencedTable table : referenced) {
                statement.execute(table.create(scratchNames.get(table.table().schema())));
            }
            SchemaRelocation relocation =
                    new SchemaRelocation(name -> Name.of(scratchNames.getOrDefault(stored(name), name.text())));
            List<ReferencedTable> relocated = referenced.stream()
                    .map(it -> new ReferencedTable(relocation.name(it.name()), it.table(), it.keys()))
                    .toList();
            for (String sql : ScratchStatements.of(new PostgresDialect(), relocation.schema(schema), relocated)) {
                statement.execute(sql);
            }
            PhysicalSchema created = new PostgresInspector()
                    .inspect(
                            connection,
                            InspectionScope.schemas(scratchNames.values().toArray(String[]::new)));
            PhysicalSchema own = ScratchStatements.without(
                    created,
                    table -> referenced.stream()
                            .anyMatch(
                                    it -> scratchNames.get(it.table().schema()).equals(table.schema())
                                            && it.table().name().equals(table.name())));
            return new PhysicalRelocation(scratchNames).back(own);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** The temporary schema is there as soon as something is in it. */
    private static String created(Statement statement, String name) throws SQLException {
        if (!name.equals(TEMPORARY)) {
            statement.execute("create schema " + name);
            return name;
        }
        statement.execute("create temporary table accrete_scratch ()");
        statement.execute("drop table accrete_scratch");
        try (ResultSet row =
                statement.executeQuery("select nspname from pg_namespace where oid = pg_my_temp_schema()")) {
            row.next();
            return row.getString(1);
        }
    }

    /** As the catalog spells it. */
    private static String stored(Name name) {
        return name.quoted() ? name.text() : name.text().toLowerCase(Locale.ROOT);
    }
}
