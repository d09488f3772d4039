package dev.accrete.schema.dialect;

import dev.accrete.schema.diff.SqlIdentifiers;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What annotations state, as PostgreSQL has to run it: they speak of texts and bytes, where a column of large objects has
 * numbers, which it would take for a text without a word.
 */
final class PostgresStatedSql {

    private static final Pattern LARGE_OBJECT_FUNCTION = Pattern.compile("(?i)\\blo_\\w+\\s*\\(");
    private static final Pattern ROWS =
            Pattern.compile("(?s)\\s*\\(([^()]*)\\)\\s*(select\\b.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile("(?:(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\"[^\"]+\")\\.)*([\\p{L}_][\\p{L}\\p{N}_$]*|\"[^\"]+\")");
    private static final Pattern QUALIFIED = Pattern.compile("('(?:[^']|'')*')|" + NAME.pattern());
    private static final Pattern WORD = Pattern.compile("(?is)(select(?:\\s+(?:distinct|all))?|from|union|as)\\b");

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
            return contents(sql, large);
        }
        boolean object = NAME.matcher(sql.strip()).matches() && !large.isEmpty() || SqlIdentifiers.hasQuery(sql);
        if (object) {
            return sql;
        }
        return isBytes(column)
                ? PostgresLargeObjects.ofBytes(contents(sql, large))
                : PostgresLargeObjects.ofText(contents(sql, large));
    }

    private static boolean isBytes(Column column) {
        return column.type() instanceof Simple simple && simple.kind() == Simple.Kind.BLOB;
    }

    /** The same SQL over what is in the objects. */
    private static String contents(String sql, Map<Name, Column> large) {
        if (large.isEmpty()) {
            return sql;
        }
        Matcher name = QUALIFIED.matcher(sql);
        StringBuilder contents = new StringBuilder();
        while (name.find()) {
            Column column = name.group(2) == null ? null : large.get(Name.parse(name.group(2)));
            String text = name.group();
            if (column != null) {
                text = isBytes(column) ? PostgresLargeObjects.bytes(text) : PostgresLargeObjects.text(text);
            }
            name.appendReplacement(contents, Matcher.quoteReplacement(text));
        }
        return name.appendTail(contents).toString();
    }

    /** The rows of a table: the names of columns, and a query whose results they get one by one. */
    String rows(Table table, String sql) {
        Matcher rows = ROWS.matcher(sql);
        if (!rows.matches()) {
            return sql;
        }
        List<Column> columns = new ArrayList<>();
        for (String name : rows.group(1).split(",")) {
            table.column(Name.parse(name.strip())).ifPresent(columns::add);
        }
        return "(" + rows.group(1) + ") " + query(named(rows.group(2)), columns, rows.group(2));
    }

    private static String query(List<Table> tables, List<Column> columns, String sql) {
        StringBuilder query = new StringBuilder();
        StringBuilder item = new StringBuilder();
        int position = -1;
        int depth = 0;
        boolean named = false;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            boolean starts = i == 0 || !Character.isJavaIdentifierPart(sql.charAt(i - 1)) && sql.charAt(i - 1) != '.';
            Matcher word = WORD.matcher(sql).region(i, sql.length());
            String keyword = depth == 0 && starts && word.lookingAt() ? word.group(1) : "";
            boolean select = keyword.regionMatches(true, 0, "select", 0, "select".length());
            boolean ends = position >= 0 && (c == ',' && depth == 0 || keyword.equalsIgnoreCase("from"));
            if (ends) {
                query.append(item(tables, columns, position, named, item.toString()));
                item.setLength(0);
                named = false;
                position = c == ',' ? position + 1 : -1;
            }
            if (c == '\'') {
                int end = sql.indexOf('\'', i + 1) + 1;
                (position >= 0 ? item : query).append(sql, i, end == 0 ? sql.length() : end);
                i = end == 0 ? sql.length() : end - 1;
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (select) {
                query.append(keyword);
                i += keyword.length() - 1;
                position = 0;
            } else {
                named = named || keyword.equalsIgnoreCase("as");
                (position >= 0 && !(ends && c == ',') ? item : query).append(c);
            }
        }
        return query.append(position >= 0 ? item(tables, columns, position, named, item.toString()) : item)
                .toString();
    }

    private static String item(List<Table> tables, List<Column> columns, int position, boolean named, String item) {
        if (named || position >= columns.size()) {
            return item;
        }
        String sql = item.strip();
        int start = item.indexOf(sql);
        return item.substring(0, start)
                + value(tables, columns.get(position), sql)
                + item.substring(start + sql.length());
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
