package dev.accrete.schema;

import dev.accrete.schema.conversion.RawTypes;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Rows for every table of a schema that obey its keys: row {@code n} has the number {@code n} in every column, in the
 * form of its type, and refers to row {@code n} of other tables. Nullable columns are empty in the last row.
 */
final class SampleRows implements ColumnType.Visitor<String> {

    private static final int UUID_BYTES = 16;
    private static final int UUID_CHARACTERS = 36;

    /** Keys of two tables are others, as those of one sequence are. */
    private static final int DISTANCE = 10;

    private static final int PLACES = 1_000;

    private static final List<Integer> NUMBERS = List.of(2, 3);
    private static final String INTEGRITY_VIOLATED = "23";

    private final Schema schema;
    private final int number;
    /** Whether columns are empty that may be. */
    private final boolean sparse;
    /** Between the keys of one table and those of another. */
    private final int distance;
    /** Whether a large object stands apart from the row that has it. */
    private final boolean objectsApart;

    private SampleRows(Connection connection, Schema schema, int number, boolean sparse, int distance)
            throws SQLException {
        this.schema = schema;
        this.number = number;
        this.sparse = sparse;
        this.distance = distance;
        objectsApart = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private SampleRows(Connection connection, Schema schema, int number, int distance) throws SQLException {
        this(connection, schema, number, number == NUMBERS.get(NUMBERS.size() - 1), distance);
    }

    static void insert(Connection connection, Schema schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Set<QualifiedName> filled = new HashSet<>();
            for (Table next : inOrder(schema)) {
                for (int number : NUMBERS) {
                    statement.execute(new SampleRows(connection, schema, number, 0).insert(next, filled));
                }
                filled.add(next.name());
            }
        }
    }

    /** Statements for two rows more of each table: one with a value in every column, one with the least. */
    static List<String> moreInserts(Connection connection, Schema schema) throws SQLException {
        List<String> statements = new ArrayList<>();
        Set<QualifiedName> filled = new HashSet<>();
        int number = NUMBERS.get(NUMBERS.size() - 1) + 1;
        for (Table next : inOrder(schema)) {
            statements.add(new SampleRows(connection, schema, number, false, 0).insert(next, filled));
            statements.add(new SampleRows(connection, schema, number + 1, true, 0).insert(next, filled));
            filled.add(next.name());
        }
        return statements;
    }

    /** Only where there are none yet, and only those for which the tables that they refer to have rows. */
    static void insertWhereNone(Connection connection, Schema schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Set<QualifiedName> filled = new HashSet<>();
            for (Table next : inOrder(schema)) {
                boolean empty;
                try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + next.name())) {
                    empty = !rows.next();
                }
                for (int number : empty ? NUMBERS : List.<Integer>of()) {
                    try {
                        statement.execute(new SampleRows(connection, schema, number, DISTANCE).insert(next, filled));
                    } catch (SQLException e) {
                        if (!e.getSQLState().startsWith(INTEGRITY_VIOLATED)) {
                            throw e;
                        }
                    }
                }
                filled.add(next.name());
            }
        }
    }

    /** What others refer to comes first. */
    static List<Table> inOrder(Schema schema) {
        List<Table> ordered = new ArrayList<>();
        Set<QualifiedName> names = new HashSet<>();
        List<Table> rest = new ArrayList<>(schema.tables());
        while (!rest.isEmpty()) {
            Table next = rest.stream()
                    .filter(table -> table.foreignKeys().stream()
                            .allMatch(key -> key.referencedTable().equals(table.name())
                                    || names.contains(key.referencedTable())))
                    .findFirst()
                    // A circle: the first of it refers to nothing.
                    .orElse(rest.get(0));
            rest.remove(next);
            ordered.add(next);
            names.add(next.name());
        }
        return ordered;
    }

    private String insert(Table table, Set<QualifiedName> filled) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.generatedAs().isEmpty()) {
                columns.add(column.name().toString());
                values.add(value(table, column, filled));
            }
        }
        return "INSERT INTO " + table.name() + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", values) + ")";
    }

    private String value(Table table, Column column, Set<QualifiedName> filled) {
        boolean inKey = table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
        Optional<ForeignKey> reference = table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .findFirst();
        boolean unresolved = reference
                .filter(key -> !filled.contains(key.referencedTable())
                        && !key.referencedTable().equals(table.name()))
                .isPresent();
        if (column.nullable() && !inKey && (sparse || unresolved)) {
            return "NULL";
        }
        Column meant = reference.flatMap(key -> referenced(key, column.name())).orElse(column);
        List<String> allowed = AllowedValues.listed(meant);
        if (!allowed.isEmpty()) {
            return allowed.get(number % allowed.size());
        }
        return isNumber(meant.type())
                ? String.valueOf(number + distance * keysOf(table, column.name(), new HashSet<>()))
                : meant.type().accept(this);
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof ColumnType.Simple simple
                && (simple.kind() == ColumnType.Simple.Kind.INTEGER || simple.kind() == ColumnType.Simple.Kind.BIGINT);
    }

    /** The place of the table that gives out the keys that a column holds: the same in each release. */
    private int keysOf(Table table, Name column, Set<QualifiedName> seen) {
        Optional<ForeignKey> reference = table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column)
                        && key.columns().size() == key.referencedColumns().size())
                .filter(key -> seen.add(key.referencedTable()))
                .findFirst();
        if (reference.isPresent()) {
            ForeignKey key = reference.get();
            return schema.table(key.referencedTable())
                    .map(owner -> keysOf(
                            owner, key.referencedColumns().get(key.columns().indexOf(column)), seen))
                    .orElse(0);
        }
        boolean gives = table.primaryKey()
                .filter(key -> key.columns().equals(List.of(column)))
                .isPresent();
        return gives ? Math.floorMod(table.name().hashCode(), PLACES) : 0;
    }

    private Optional<Column> referenced(ForeignKey key, Name column) {
        return schema.table(key.referencedTable())
                .flatMap(table ->
                        table.column(key.referencedColumns().get(key.columns().indexOf(column))));
    }

    @Override
    public String simple(ColumnType.Simple type) {
        return switch (type.kind()) {
            case BOOLEAN -> number % 2 == 0 ? "true" : "false";
            case TINYINT, SMALLINT, INTEGER, BIGINT -> String.valueOf(number);
            case DATE -> "DATE '2020-01-0" + number + "'";
            case UUID -> "'00000000-0000-0000-0000-00000000000" + number + "'";
            case JSON -> "'" + number + "'";
            case CLOB, NCLOB -> objectsApart ? "lo_from_bytea(0, " + bytes() + ")" : "'" + number + "'";
            case BLOB -> objectsApart ? "lo_from_bytea(0, " + bytes() + ")" : bytes();
            case LONG32VARBINARY -> bytes();
            case INET -> objectsApart ? "'10.0.0." + number + "'" : bytes();
            case XML -> "'<n>" + number + "</n>'";
            case LONG32VARCHAR, LONG32NVARCHAR -> "'" + number + "'";
        };
    }

    @Override
    public String sized(ColumnType.Sized type) {
        return switch (type.kind()) {
            // The text of a UUID, and its bytes as both databases read them.
            case CHAR ->
                type.length() == UUID_CHARACTERS
                        ? simple(new ColumnType.Simple(ColumnType.Simple.Kind.UUID))
                        : "'" + number + "'";
            case NCHAR, VARCHAR, NVARCHAR -> "'" + number + "'";
            case BINARY -> type.length() == UUID_BYTES ? "CAST('000000000000000" + number + "' AS bytea)" : bytes();
            case VARBINARY -> bytes();
        };
    }

    /** As both databases read them. */
    private String bytes() {
        return "CAST('" + number + "' AS bytea)";
    }

    @Override
    public String numeric(ColumnType.Numeric type) {
        return String.valueOf(number);
    }

    @Override
    public String timed(ColumnType.Timed type) {
        return switch (type.kind()) {
            case TIME -> "TIME '00:00:0" + number + "'";
            case TIMESTAMP -> "TIMESTAMP '2020-01-01 00:00:0" + number + "'";
            case TIMESTAMP_WITH_TIMEZONE -> "TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:0" + number + "+00'";
            case TIME_WITH_TIMEZONE, INTERVAL_SECOND -> "NULL";
        };
    }

    @Override
    public String enumeration(ColumnType.Enumeration type) {
        int position = number % type.constants().size();
        return switch (type.storage()) {
            case ORDINAL -> String.valueOf(position);
            case STRING -> "'" + type.constants().get(position) + "'";
        };
    }

    @Override
    public String array(ColumnType.Array type) {
        String element = type.element().accept(this);
        return "ARRAY[" + element + cast(type.element()) + "]";
    }

    /** Of a quoted text that is an element: an array of texts is none of another type. */
    private String cast(ColumnType element) {
        if (element instanceof ColumnType.Simple simple) {
            return switch (simple.kind()) {
                case UUID -> "::uuid";
                case INET -> objectsApart ? "::inet" : "";
                case JSON -> objectsApart ? "::jsonb" : "";
                default -> "";
            };
        }
        return objectsApart && element instanceof ColumnType.Named named ? "::" + named.name() : "";
    }

    @Override
    public String named(ColumnType.Named type) {
        return schema.types().stream()
                .filter(TypeDefinition.EnumType.class::isInstance)
                .map(TypeDefinition.EnumType.class::cast)
                .filter(found -> found.name().equals(type.name()))
                .findFirst()
                .map(found -> "'" + found.values().get(number % found.values().size()) + "'")
                .orElse("NULL");
    }

    @Override
    public String raw(ColumnType.Raw type) {
        if (type.sql().startsWith("enum (")) {
            // H2's type of an enum has its labels in it.
            List<String> labels = List.of(type.sql()
                    .substring("enum (".length(), type.sql().length() - 1)
                    .split(", ?"));
            return labels.get(number % labels.size());
        }
        return RawTypes.parse(type.sql())
                .map(known -> known.accept(this))
                .filter(value -> !value.equals("NULL"))
                .orElseGet(() -> type.sql().toLowerCase(Locale.ROOT).startsWith("timestamp")
                        ? "TIMESTAMP '2020-01-01 00:00:0" + number + "'"
                        : "'" + number + "'");
    }
}
