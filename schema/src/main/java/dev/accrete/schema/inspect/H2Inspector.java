package dev.accrete.schema.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads H2's information schema (2.2 and newer).
 *
 * <p>The views of the information schema are computed for each query, so every one is read once and joined here.
 * Temporary tables are left out, and the indexes that H2 makes by itself for constraints.
 */
public final class H2Inspector implements DatabaseInspector {

    private static final String SYSTEM_SCHEMA = "INFORMATION_SCHEMA";

    private static final String TABLES =
            "select table_schema, table_name, remarks from information_schema.tables where table_type = 'BASE TABLE'";

    private static final String COLUMNS = """
            select c.*, data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) as type
            from information_schema.columns c order by table_schema, table_name, ordinal_position
            """;

    private static final String KEY_COLUMNS = """
            select constraint_schema, constraint_name, column_name, position_in_unique_constraint
            from information_schema.key_column_usage order by constraint_schema, constraint_name, ordinal_position
            """;

    private static final String CONSTRAINTS = """
            select constraint_schema, constraint_name, constraint_type, table_schema, table_name, nulls_distinct,
                   index_schema, index_name
            from information_schema.table_constraints
            """;

    private static final String USED_COLUMNS = """
            select u.constraint_schema, u.constraint_name, u.column_name
            from information_schema.constraint_column_usage u
            join information_schema.table_constraints t using (constraint_schema, constraint_name)
            where u.table_schema = t.table_schema and u.table_name = t.table_name
            """;

    private static final String INDEX_COLUMNS =
            "select * from information_schema.index_columns order by index_schema, index_name, ordinal_position";

    private static final String DOMAINS = """
            select domain_schema, domain_name, domain_default,
                   data_type_sql(domain_schema, domain_name, 'DOMAIN', dtd_identifier) as type
            from information_schema.domains order by domain_schema, domain_name
            """;

    @Override
    public PhysicalSchema inspect(Connection connection, InspectionScope scope) throws SQLException {
        Map<Key, TableParts> parts = new TreeMap<>();
        Query.list(connection, TABLES, row -> {
            Key key = key(row, "table");
            if (includes(scope, key.schema)) {
                parts.put(key, new TableParts(key.schema, key.name, Query.optional(row, "remarks")));
            }
            return key;
        });
        Query.list(connection, COLUMNS, row -> {
            PhysicalColumn column = column(row);
            Optional.ofNullable(parts.get(key(row, "table"))).ifPresent(part -> part.columns.add(column));
            return column;
        });
        readConstraints(connection, parts);
        readIndexes(connection, parts);

        List<PhysicalTable> tables = new ArrayList<>();
        for (TableParts part : parts.values()) {
            part.checks.sort(Comparator.comparing(PhysicalCheck::name));
            part.uniqueKeys.sort(Comparator.comparing(PhysicalKey::name));
            part.foreignKeys.sort(Comparator.comparing(PhysicalForeignKey::name));
            part.indexes.sort(Comparator.comparing(PhysicalIndex::name));
            tables.add(part.table(scope.rows() ? Query.rows(connection, part.schema, part.name) : List.of()));
        }
        return new PhysicalSchema(
                tables, sequences(connection, scope), views(connection, scope), domains(connection, scope));
    }

    private static PhysicalColumn column(ResultSet row) throws SQLException {
        Optional<String> domain = Query.optional(row, "domain_name");
        boolean identity = row.getString("is_identity").equals("YES");
        boolean generated = row.getString("is_generated").equals("ALWAYS");
        return new PhysicalColumn(
                row.getString("column_name"),
                domain.isPresent() ? row.getString("domain_schema") + "." + domain.get() : row.getString("type"),
                row.getString("is_nullable").equals("YES"),
                Query.optional(row, "column_default"),
                identity
                        ? Optional.of(row.getString("identity_generation").toLowerCase(Locale.ROOT) + " start "
                                + row.getLong("identity_start") + " increment " + row.getLong("identity_increment"))
                        : Optional.empty(),
                generated ? Query.optional(row, "generation_expression") : Optional.empty(),
                Query.optional(row, "collation_name").filter(name -> !name.equals("OFF")),
                Query.optional(row, "remarks"));
    }

    private static void readConstraints(Connection connection, Map<Key, TableParts> parts) throws SQLException {
        Map<Key, List<KeyColumn>> keyColumns = new HashMap<>();
        Query.list(
                connection,
                KEY_COLUMNS,
                row -> keyColumns
                        .computeIfAbsent(key(row, "constraint"), key -> new ArrayList<>())
                        .add(new KeyColumn(row.getString("column_name"), row.getInt("position_in_unique_constraint"))));
        renameKeyColumns(connection, keyColumns);
        Map<Key, String> conditions = new HashMap<>();
        Query.list(
                connection,
                "select constraint_schema, constraint_name, check_clause from information_schema.check_constraints",
                row -> conditions.put(key(row, "constraint"), row.getString("check_clause")));
        Map<Key, Key> tableOfConstraint = new HashMap<>();
        List<Key> foreignKeys = new ArrayList<>();
        Query.list(connection, CONSTRAINTS, row -> {
            Key key = key(row, "constraint");
            tableOfConstraint.put(key, key(row, "table"));
            TableParts part = parts.get(key(row, "table"));
            if (part == null) {
                return key;
            }
            List<String> columns = keyColumns.getOrDefault(key, List.of()).stream()
                    .map(KeyColumn::name)
                    .toList();
            switch (row.getString("constraint_type")) {
                case "PRIMARY KEY" -> part.primaryKey = Optional.of(new PhysicalKey(key.name, columns, ""));
                case "UNIQUE" -> part.uniqueKeys.add(new PhysicalKey(key.name, columns, nullRule(row)));
                case "CHECK" -> part.checks.add(new PhysicalCheck(key.name, conditions.get(key)));
                default -> foreignKeys.add(key);
            }
            return key;
        });
        Map<Key, ForeignKeyRule> rules = new HashMap<>();
        Query.list(
                connection,
                "select * from information_schema.referential_constraints",
                row -> rules.put(
                        key(row, "constraint"),
                        new ForeignKeyRule(
                                key(row, "unique_constraint"),
                                row.getString("delete_rule").toLowerCase(Locale.ROOT),
                                row.getString("update_rule").toLowerCase(Locale.ROOT))));
        for (Key key : foreignKeys) {
            ForeignKeyRule rule = rules.get(key);
            List<KeyColumn> columns = keyColumns.get(key);
            List<KeyColumn> referenced = keyColumns.get(rule.uniqueConstraint);
            Key referencedTable = tableOfConstraint.get(rule.uniqueConstraint);
            parts.get(tableOfConstraint.get(key))
                    .foreignKeys
                    .add(new PhysicalForeignKey(
                            key.name,
                            columns.stream().map(KeyColumn::name).toList(),
                            referencedTable.schema,
                            referencedTable.name,
                            columns.stream()
                                    .map(column -> referenced.get(column.positionInUniqueConstraint - 1).name)
                                    .toList(),
                            rule.onDelete,
                            rule.onUpdate,
                            ""));
        }
    }

    /**
     * Gives the columns of keys the names that they have now: key_column_usage goes on to show those that they had when
     * the key was made. constraint_column_usage has the right ones in no order, and so the key's index tells the order of those
     * that have got others: a foreign key may use an index that has the same columns in another order.
     */
    private static void renameKeyColumns(Connection connection, Map<Key, List<KeyColumn>> keyColumns)
            throws SQLException {
        Map<Key, Set<String>> used = new HashMap<>();
        Query.list(
                connection,
                USED_COLUMNS,
                row -> used.computeIfAbsent(key(row, "constraint"), key -> new HashSet<>())
                        .add(row.getString("column_name")));
        Map<Key, List<String>> indexed = new HashMap<>();
        Query.list(
                connection,
                INDEX_COLUMNS,
                row -> indexed.computeIfAbsent(key(row, "index"), key -> new ArrayList<>())
                        .add(row.getString("column_name")));
        Query.list(connection, CONSTRAINTS, row -> {
            Key key = key(row, "constraint");
            List<KeyColumn> columns = keyColumns.getOrDefault(key, List.of());
            Set<String> now = used.getOrDefault(key, Set.of());
            // A foreign key to its own table uses other columns there too.
            boolean stale = columns.stream().anyMatch(column -> !now.contains(column.name));
            List<String> inOrder = row.getString("index_name") == null
                    ? List.of()
                    : indexed.getOrDefault(key(row, "index"), List.of());
            if (stale && inOrder.size() >= columns.size() && now.containsAll(inOrder.subList(0, columns.size()))) {
                List<String> renamed = new ArrayList<>(inOrder.subList(0, columns.size()));
                columns.forEach(column -> renamed.remove(column.name));
                Iterator<String> names = renamed.iterator();
                columns.replaceAll(column -> inOrder.subList(0, columns.size()).contains(column.name)
                        ? column
                        : new KeyColumn(names.next(), column.positionInUniqueConstraint));
            }
            return key;
        });
    }

    private static String nullRule(ResultSet row) throws SQLException {
        return switch (Query.optional(row, "nulls_distinct").orElse("YES")) {
            case "NO" -> "nulls not distinct";
            case "ALL" -> "nulls all distinct";
            default -> "";
        };
    }

    private static void readIndexes(Connection connection, Map<Key, TableParts> parts) throws SQLException {
        Map<Key, List<String>> columns = new HashMap<>();
        Query.list(
                connection,
                INDEX_COLUMNS,
                row -> columns.computeIfAbsent(key(row, "index"), key -> new ArrayList<>())
                        .add(indexPart(row)));
        Query.list(connection, "select * from information_schema.indexes where not is_generated", row -> {
            Key key = key(row, "index");
            TableParts part = parts.get(key(row, "table"));
            if (part != null) {
                String kind = row.getString("index_type_name");
                part.indexes.add(new PhysicalIndex(
                        key.name,
                        columns.getOrDefault(key, List.of()),
                        kind.startsWith("UNIQUE"),
                        kind.equals("INDEX") || kind.equals("UNIQUE INDEX") ? "" : kind.toLowerCase(Locale.ROOT)));
            }
            return key;
        });
    }

    /** H2 puts NULL first in ascending and last in descending order unless told otherwise. */
    private static String indexPart(ResultSet row) throws SQLException {
        boolean descending = "DESC".equals(row.getString("ordering_specification"));
        String nulls = row.getString("null_ordering");
        boolean usual = nulls == null || nulls.equals(descending ? "LAST" : "FIRST");
        return row.getString("column_name")
                + (descending ? " desc" : "")
                + (usual ? "" : " nulls " + nulls.toLowerCase(Locale.ROOT));
    }

    private static List<PhysicalSequence> sequences(Connection connection, InspectionScope scope) throws SQLException {
        return Query.list(
                        connection,
                        "select * from information_schema.sequences order by sequence_schema, sequence_name",
                        row -> new PhysicalSequence(
                                row.getString("sequence_schema"),
                                row.getString("sequence_name"),
                                row.getString("data_type"),
                                row.getLong("start_value"),
                                row.getLong("increment"),
                                "minimum " + row.getLong("minimum_value") + " maximum "
                                        + row.getLong("maximum_value") + " cache " + row.getLong("cache")
                                        + (row.getString("cycle_option").equals("YES") ? " cycle" : "")))
                .stream()
                .filter(sequence -> includes(scope, sequence.schema()))
                .toList();
    }

    private static List<PhysicalView> views(Connection connection, InspectionScope scope) throws SQLException {
        return Query.list(
                        connection,
                        "select * from information_schema.views order by table_schema, table_name",
                        row -> new PhysicalView(
                                row.getString("table_schema"),
                                row.getString("table_name"),
                                Query.optional(row, "view_definition").orElse("")))
                .stream()
                .filter(view -> includes(scope, view.schema()))
                .toList();
    }

    private static List<PhysicalType> domains(Connection connection, InspectionScope scope) throws SQLException {
        Map<Key, List<String>> conditions = new HashMap<>();
        Query.list(
                connection,
                """
                select d.domain_schema, d.domain_name, c.check_clause
                from information_schema.domain_constraints d
                join information_schema.check_constraints c using (constraint_schema, constraint_name)
                order by c.check_clause
                """,
                row -> conditions
                        .computeIfAbsent(key(row, "domain"), key -> new ArrayList<>())
                        .add(" check (" + row.getString("check_clause") + ")"));
        return Query.list(
                        connection,
                        DOMAINS,
                        row -> new PhysicalType(
                                row.getString("domain_schema"),
                                row.getString("domain_name"),
                                "domain " + row.getString("type")
                                        + Query.optional(row, "domain_default")
                                                .map(text -> " default " + text)
                                                .orElse("")
                                        + String.join("", conditions.getOrDefault(key(row, "domain"), List.of()))))
                .stream()
                .filter(type -> includes(scope, type.schema()))
                .toList();
    }

    private static boolean includes(InspectionScope scope, String schema) {
        return !schema.equals(SYSTEM_SCHEMA) && scope.includes(schema);
    }

    private static Key key(ResultSet row, String kind) throws SQLException {
        return new Key(row.getString(kind + "_schema"), row.getString(kind + "_name"));
    }

    private record Key(String schema, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySchema = schema.compareTo(other.schema);
            return bySchema != 0 ? bySchema : name.compareTo(other.name);
        }
    }

    /** {@code positionInUniqueConstraint} counts from 1 and is 0 in keys that refer to nothing. */
    private record KeyColumn(String name, int positionInUniqueConstraint) {}

    private record ForeignKeyRule(Key uniqueConstraint, String onDelete, String onUpdate) {}
}
