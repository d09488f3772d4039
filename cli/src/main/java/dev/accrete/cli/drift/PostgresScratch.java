package dev.accrete.cli.drift;

import dev.accrete.schema.dialect.PostgresDialect;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PostgresInspector;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Schemas with random names in a transaction that is rolled back. Needs the right to create schemas. */
final class PostgresScratch implements Scratch {

    @Override
    public PhysicalSchema describe(Connection connection, String home, Schema schema, List<ReferencedTable> referenced)
            throws SQLException {
        String prefix = "accrete_" + UUID.randomUUID().toString().replace("-", "") + "_";
        // The schema of the database by the name that it has here; the first is where unqualified names go.
        Map<String, String> scratchNames = new LinkedHashMap<>();
        scratchNames.put(home, prefix + 0);
        ScratchStatements.names(schema)
                .map(PostgresScratch::stored)
                .forEach(name -> scratchNames.putIfAbsent(name, prefix + scratchNames.size()));
        referenced.forEach(table -> scratchNames.putIfAbsent(table.table().schema(), prefix + scratchNames.size()));

        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String name : scratchNames.values()) {
                statement.execute("create schema " + name);
            }
            statement.execute("set local search_path to " + prefix + 0);
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

    /** As the catalog spells it. */
    private static String stored(Name name) {
        return name.quoted() ? name.text() : name.text().toLowerCase(Locale.ROOT);
    }
}
