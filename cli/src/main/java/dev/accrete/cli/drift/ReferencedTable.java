package dev.accrete.cli.drift;

import dev.accrete.schema.inspect.PhysicalColumn;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalTable;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A foreign table that covered ones refer to, reduced to the columns that they refer to.
 *
 * @param name as the model has it
 * @param table as the database has it
 * @param keys the lists of columns that foreign keys lead to
 */
record ReferencedTable(QualifiedName name, PhysicalTable table, List<List<Name>> keys) {

    /** Those that the schema refers to and doesn't hold; one that the database lacks, too, is left out. */
    static List<ReferencedTable> of(Schema schema, PhysicalSchema actual) {
        Map<QualifiedName, List<List<Name>>> keys = new LinkedHashMap<>();
        for (Table table : schema.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (schema.table(key.referencedTable()).isEmpty()) {
                    keys.computeIfAbsent(key.referencedTable(), name -> new ArrayList<>())
                            .add(key.referencedColumns());
                }
            }
        }
        List<ReferencedTable> referenced = new ArrayList<>();
        keys.forEach((name, columns) -> find(actual, name)
                .filter(table -> columns.stream()
                        .flatMap(List::stream)
                        .allMatch(column -> table.column(column.text()).isPresent()))
                .ifPresent(table -> referenced.add(new ReferencedTable(
                        name, table, columns.stream().distinct().toList()))));
        return referenced;
    }

    private static Optional<PhysicalTable> find(PhysicalSchema actual, QualifiedName name) {
        return actual.tables().stream()
                .filter(table -> table.name().equalsIgnoreCase(name.name().text())
                        && name.schema()
                                .map(schema -> table.schema().equalsIgnoreCase(schema.text()))
                                .orElse(true))
                .findFirst();
    }

    /** Creates it with those columns and keys. */
    String create(String schema) {
        List<String> lines = new ArrayList<>();
        keys.stream()
                .flatMap(List::stream)
                .distinct()
                .map(this::column)
                .forEach(column -> lines.add(quoted(column.name()) + " " + column.type() + " not null"));
        keys.forEach(columns -> lines.add("unique ("
                + columns.stream().map(name -> quoted(column(name).name())).collect(Collectors.joining(", ")) + ")"));
        return "create table " + quoted(schema) + "." + quoted(table.name()) + " (" + String.join(", ", lines) + ")";
    }

    private PhysicalColumn column(Name name) {
        return table.column(name.text()).orElseThrow();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
