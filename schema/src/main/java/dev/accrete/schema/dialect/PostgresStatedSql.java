package dev.accrete.schema.dialect;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import dev.accrete.schema.sql.SqlValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What annotations state, as PostgreSQL has to run it: they speak of texts and bytes, where a column of large objects has
 * numbers, which it would take for a text without a word.
 */
final class PostgresStatedSql {

    private static final Pattern LARGE_OBJECT_FUNCTION = Pattern.compile("(?i)\\blo_\\w+\\s*\\(");

    /** Nothing but an array and its elements. */
    private static final Pattern ARRAY = Pattern.compile("(?i)^\\s*array\\s*\\[[^\\[\\]]*]\\s*$");

    private static final Pattern LITERAL = Pattern.compile("\\s*'(?:[^']|'')*'\\s*");

    private final Schema before;
    private final Schema after;

    PostgresStatedSql(ChangeContext context) {
        this.before = context.before();
        this.after = context.after();
    }

    /**
     * The value of a column.
     *
     * @param rows the table whose columns the value may name without it
     */
    String value(Table rows, Column column, String sql) {
        List<Table> tables = named(sql);
        tables.add(rows);
        return value(tables, column, sql);
    }

    private static String value(List<Table> tables, Column column, String sql) {
        if (LARGE_OBJECT_FUNCTION.matcher(sql).find() || sql.strip().equalsIgnoreCase("null")) {
            // It speaks of the objects themselves.
            return sql;
        }
        Map<Name, Column> large = largeColumns(tables, sql);
        if (!PostgresLargeObjects.isLarge(column.type())) {
            return isOfTexts(column.type(), sql)
                    ? "CAST(" + contents(sql, large) + " AS " + PostgresStatements.typeName(column.type()) + ")"
                    : contents(sql, large);
        }
        boolean object = SqlIdentifiers.isOne(sql) && !large.isEmpty() || SqlQueries.hasQuery(sql);
        if (object) {
            return sql;
        }
        return isBytes(column)
                ? PostgresLargeObjects.ofBytes(contents(sql, large))
                : PostgresLargeObjects.ofText(contents(sql, large));
    }

    /** An array of texts would be that, and not one of bytes; and labels that are chosen among others are texts, too. */
    private static boolean isOfTexts(ColumnType type, String sql) {
        return type instanceof ColumnType.Array
                ? ARRAY.matcher(sql).find()
                : type instanceof ColumnType.Named named
                        && !LITERAL.matcher(sql).matches()
                        && !SqlValues.castsTo(sql, named.name().name());
    }

    private static boolean isBytes(Column column) {
        return column.type() instanceof Simple simple && simple.kind() == Simple.Kind.BLOB;
    }

    /** The same SQL over what is in the objects. */
    private static String contents(String sql, Map<Name, Column> large) {
        if (large.isEmpty()) {
            return sql;
        }
        return SqlIdentifiers.replaced(
                sql,
                (name, text) -> Optional.ofNullable(large.get(name))
                        .map(column ->
                                isBytes(column) ? PostgresLargeObjects.bytes(text) : PostgresLargeObjects.text(text)));
    }

    /** The rows of a table: the names of columns, and a query whose results they get one by one. */
    String rows(Table table, String sql) {
        List<String> names = SqlQueries.names(sql);
        if (names.isEmpty()) {
            return sql;
        }
        List<Column> columns = names.stream()
                .flatMap(name -> table.column(Name.parse(name)).stream())
                .toList();
        String query = SqlQueries.withoutNames(sql);
        return "(" + String.join(", ", names) + ") " + query(named(query), columns, query);
    }

    private static String query(List<Table> tables, List<Column> columns, String sql) {
        return SqlQueries.withResults(
                sql,
                (place, expression) ->
                        place < columns.size() ? value(tables, columns.get(place), expression) : expression);
    }

    private List<Table> named(String sql) {
        return Stream.concat(before.tables().stream(), after.tables().stream())
                .filter(table -> SqlIdentifiers.names(sql, table.name().name()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Columns that SQL names and that hold large objects, in whichever of the tables they are. */
    private static Map<Name, Column> largeColumns(List<Table> tables, String sql) {
        Map<Name, Column> large = new HashMap<>();
        for (Table table : tables) {
            for (Column column : table.columns()) {
                boolean everywhere = tables.stream()
                        .flatMap(other -> other.column(column.name()).stream())
                        .allMatch(other -> PostgresLargeObjects.isLarge(other.type()));
                if (everywhere && SqlIdentifiers.names(sql, column.name())) {
                    large.put(column.name(), column);
                }
            }
        }
        return large;
    }
}
