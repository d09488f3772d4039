package dev.accrete.schema.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of a table while the queries of an inspection run. */
final class TableParts {

    final String schema;
    final String name;
    final List<PhysicalColumn> columns = new ArrayList<>();
    final List<PhysicalKey> uniqueKeys = new ArrayList<>();
    final List<PhysicalForeignKey> foreignKeys = new ArrayList<>();
    final List<PhysicalIndex> indexes = new ArrayList<>();
    final List<PhysicalCheck> checks = new ArrayList<>();
    Optional<PhysicalKey> primaryKey = Optional.empty();
    private final Optional<String> comment;

    TableParts(String schema, String name, Optional<String> comment) {
        this.schema = schema;
        this.name = name;
        this.comment = comment;
    }

    PhysicalTable table(List<String> rows) {
        return new PhysicalTable(
                schema, name, columns, primaryKey, uniqueKeys, foreignKeys, indexes, checks, comment, rows);
    }
}
