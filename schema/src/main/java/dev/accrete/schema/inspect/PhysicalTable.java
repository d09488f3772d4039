package dev.accrete.schema.inspect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One base table.
 *
 * @param schema the schema it lies in, as the catalog spells it
 * @param name its name, as the catalog spells it
 * @param columns in catalog order
 * @param primaryKey empty if it has none
 * @param uniqueKeys unique constraints, ordered by name; unique indexes without a constraint are among the indexes
 * @param foreignKeys ordered by name
 * @param indexes those that back no constraint, ordered by name
 * @param checks check constraints without the NOT NULL ones, ordered by name
 * @param comment the table's comment
 * @param rows one text per row, ordered; empty unless the rows were asked for
 */
public record PhysicalTable(
        String schema,
        String name,
        List<PhysicalColumn> columns,
        Optional<PhysicalKey> primaryKey,
        List<PhysicalKey> uniqueKeys,
        List<PhysicalForeignKey> foreignKeys,
        List<PhysicalIndex> indexes,
        List<PhysicalCheck> checks,
        Optional<String> comment,
        List<String> rows) {

    public PhysicalTable {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(primaryKey, "primaryKey");
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
        Objects.requireNonNull(comment, "comment");
        rows = List.copyOf(rows);
    }

    /** The column of a name, compared without regard to case. */
    public Optional<PhysicalColumn> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(columnName))
                .findFirst();
    }
}
