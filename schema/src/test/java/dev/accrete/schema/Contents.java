package dev.accrete.schema;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * All values of a database, and which of them a migration may not touch.
 *
 * @param schema the tables
 * @param rows per table, column by column as text
 */
record Contents(Schema schema, Map<QualifiedName, List<Map<Name, String>>> rows) {

    /** Reads every table and column of a physical model. */
    static Contents of(Connection connection, Schema physical) throws SQLException {
        Map<QualifiedName, List<Map<Name, String>>> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (Table table : physical.tables()) {
                List<Map<Name, String>> found = new ArrayList<>();
                // What is computed follows other columns.
                List<Column> plain = table.columns().stream()
                        .filter(column -> column.generatedAs().isEmpty())
                        .toList();
                String columns = String.join(
                        ", ", plain.stream().map(c -> c.name().toString()).toList());
                try (ResultSet result = statement.executeQuery("SELECT " + columns + " FROM " + table.name())) {
                    while (result.next()) {
                        Map<Name, String> row = new LinkedHashMap<>();
                        for (int i = 0; i < plain.size(); i++) {
                            row.put(plain.get(i).name(), text(result, i + 1));
                        }
                        found.add(row);
                    }
                }
                rows.put(table.name(), found);
            }
        }
        return new Contents(physical, rows);
    }

    /** A UUID is the same as bytes, and so is a text. */
    private static String text(ResultSet result, int column) throws SQLException {
        if (!(result.getObject(column) instanceof byte[] bytes)) {
            return result.getString(column);
        } else if (bytes.length == 2 * Long.BYTES) {
            ByteBuffer halves = ByteBuffer.wrap(bytes);
            return new UUID(halves.getLong(), halves.getLong()).toString();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * What is gone although no change says so.
     *
     * @param there the changes that lead from this to the other
     * @param back whether those changes have been taken back since, so that everything has its old name again
     */
    List<String> lost(Contents other, List<Change> there, boolean back) {
        List<String> lost = new ArrayList<>();
        Set<ForeignKey> led = back ? led(there) : Set.of();
        rows.forEach((name, before) -> {
            QualifiedName after = back ? name : renamed(name, there);
            if (there.stream()
                    .anyMatch(c ->
                            c instanceof TableChange.DropTable d && d.object().equals(name))) {
                return;
            }
            List<Map<Name, String>> rest = new ArrayList<>();
            List<Map<Name, Name>> columns = List.of(columns(name, before, there, led, back));
            other.rows.getOrDefault(after, List.of()).forEach(row -> rest.add(projected(row, columns.get(0), true)));
            long deleted = there.stream()
                    .filter(c ->
                            c instanceof RowChange.DeleteRow d && d.object().equals(after))
                    .count();
            for (Map<Name, String> row : before) {
                Map<Name, String> wanted = projected(row, columns.get(0), false);
                if (!rest.remove(wanted) && deleted-- <= 0) {
                    lost.add("row " + wanted + " of " + name + "; there are " + rest);
                }
            }
        });
        return lost;
    }

    private static QualifiedName renamed(QualifiedName name, List<Change> changes) {
        QualifiedName now = name;
        for (Change change : changes) {
            if (change instanceof TableChange.RenameTable rename
                    && rename.before().equals(now)) {
                now = rename.after();
            }
        }
        return now;
    }

    /** The columns that keep their values, with the names that they have on the other side. */
    private Map<Name, Name> columns(
            QualifiedName table,
            List<Map<Name, String>> rows,
            List<Change> changes,
            Set<ForeignKey> led,
            boolean back) {
        Map<Name, Name> columns = new LinkedHashMap<>();
        if (rows.isEmpty()) {
            return columns;
        }
        QualifiedName after = renamed(table, changes);
        for (Name column : rows.get(0).keySet()) {
            Name now = column;
            boolean stays = schema.table(table).stream()
                    .flatMap(found -> found.foreignKeys().stream())
                    .noneMatch(key -> led.contains(key) && key.columns().contains(column));
            for (Change change : changes) {
                if (change instanceof ConstraintChange.DropForeignKey drop
                        && drop.object().equals(after)
                        && back) {
                    stays &= !drop.constraint().columns().contains(now) || !drops(changes, drop.constraint());
                }
                if (change instanceof TypeChange.AlterType labels) {
                    Name current = now;
                    stays &= labels.conversions().stream()
                            .noneMatch(conversion -> conversion.table().equals(after)
                                    && conversion.column().equals(current));
                }
                if (change instanceof RowChange.FillColumn fill
                        && fill.object().equals(after)
                        && fill.column().equals(now)) {
                    stays &= rows.stream().noneMatch(row -> row.get(column) == null);
                }
                if (!(change instanceof ColumnChange about) || !about.object().equals(after)) {
                    continue;
                }
                if (about instanceof ColumnChange.RenameColumn rename
                        && rename.before().equals(now)) {
                    now = rename.after();
                } else if (about.columnName().filter(now::equals).isPresent()) {
                    stays &= keepsValues(about, rows, column);
                }
            }
            if (stays) {
                columns.put(column, back ? column : now);
            }
        }
        return columns;
    }

    /** What referred to a table or column that is dropped, or gets other values, refers to others or to nothing afterwards. */
    private static boolean drops(List<Change> changes, ForeignKey key) {
        return changes.stream()
                .filter(change -> change.object().equals(key.referencedTable()))
                .anyMatch(change -> change instanceof TableChange.DropTable
                        || (change instanceof ColumnChange.DropColumn
                                        || change instanceof ColumnChange.AlterColumnType alter
                                                && alter.using().isPresent())
                                && change.columnName()
                                        .filter(key.referencedColumns()::contains)
                                        .isPresent());
    }

    /** What refers to keys that are references themselves, and mean others afterwards: keys of joined subclasses. */
    private Set<ForeignKey> led(List<Change> changes) {
        Set<ForeignKey> led = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof ConstraintChange.DropForeignKey drop && drops(changes, drop.constraint())) {
                lead(drop.object(), drop.constraint(), led);
            }
        }
        return led;
    }

    private void lead(QualifiedName table, ForeignKey leader, Set<ForeignKey> led) {
        for (Table any : schema.tables()) {
            for (ForeignKey key : any.foreignKeys()) {
                if (key.referencedTable().equals(table)
                        && key.referencedColumns().stream().anyMatch(leader.columns()::contains)
                        && led.add(key)) {
                    lead(any.name(), key, led);
                }
            }
        }
    }

    private static boolean keepsValues(ColumnChange change, List<Map<Name, String>> rows, Name column) {
        if (change instanceof ColumnChange.AlterColumnType alter) {
            // What stands in place of a large object is its number on PostgreSQL.
            return alter.using().isEmpty()
                    && !(alter.before().type().text() + alter.after().type().text()).contains("lob");
        } else if (change instanceof ColumnChange.SetNotNull
                || change instanceof ColumnChange.DropNotNull
                || change instanceof ColumnChange.RelaxColumn) {
            // Rows without a value get one, on the way there or back.
            return rows.stream().noneMatch(row -> row.get(column) == null);
        } else if (change instanceof ColumnChange.AlterColumnGeneration alter) {
            return alter.after().generatedAs().isEmpty();
        }
        return !(change instanceof ColumnChange.DropColumn);
    }

    private static Map<Name, String> projected(Map<Name, String> row, Map<Name, Name> columns, boolean after) {
        Map<Name, String> projected = new TreeMap<>();
        columns.forEach((before, now) -> projected.put(before, normalized(row.get(after ? now : before))));
        return projected;
    }

    /** A number is the same with another scale, a text with blanks behind it, a time with another precision, a date with no time, a truth as a text. */
    private static String normalized(String value) {
        if (value == null) {
            return "NULL";
        }
        try {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "true" -> "t";
                case "false" -> "f";
                default -> value.stripTrailing().replaceFirst("\\.0+$", "").replaceFirst(" 00:00:00$", "");
            };
        }
    }
}
