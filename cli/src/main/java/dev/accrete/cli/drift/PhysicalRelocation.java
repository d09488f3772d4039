package dev.accrete.cli.drift;

import dev.accrete.schema.inspect.PhysicalCheck;
import dev.accrete.schema.inspect.PhysicalColumn;
import dev.accrete.schema.inspect.PhysicalForeignKey;
import dev.accrete.schema.inspect.PhysicalIndex;
import dev.accrete.schema.inspect.PhysicalKey;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalSequence;
import dev.accrete.schema.inspect.PhysicalTable;
import dev.accrete.schema.inspect.PhysicalType;
import dev.accrete.schema.inspect.PhysicalView;
import java.util.List;
import java.util.Map;

/** An inspected schema with the names of other schemas; those that it had occur nowhere else in a catalog's texts. */
final class PhysicalRelocation {

    private final Map<String, String> names;

    /** @param names the name to put in, to the one that stands there */
    PhysicalRelocation(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    PhysicalSchema back(PhysicalSchema schema) {
        return new PhysicalSchema(
                schema.tables().stream().map(this::table).toList(),
                schema.sequences().stream()
                        .map(it -> new PhysicalSequence(
                                text(it.schema()), it.name(), it.type(), it.start(), it.increment(), it.options()))
                        .toList(),
                schema.views().stream()
                        .map(it -> new PhysicalView(text(it.schema()), it.name(), text(it.query())))
                        .toList(),
                schema.types().stream()
                        .map(it -> new PhysicalType(text(it.schema()), it.name(), text(it.definition())))
                        .toList());
    }

    private PhysicalTable table(PhysicalTable table) {
        return new PhysicalTable(
                text(table.schema()),
                table.name(),
                table.columns().stream().map(this::column).toList(),
                table.primaryKey().map(this::key),
                table.uniqueKeys().stream().map(this::key).toList(),
                table.foreignKeys().stream().map(this::foreignKey).toList(),
                table.indexes().stream()
                        .map(it -> new PhysicalIndex(it.name(), texts(it.parts()), it.unique(), text(it.options())))
                        .toList(),
                table.checks().stream()
                        .map(it -> new PhysicalCheck(it.name(), text(it.definition())))
                        .toList(),
                table.comment(),
                table.rows());
    }

    private PhysicalColumn column(PhysicalColumn column) {
        return new PhysicalColumn(
                column.name(),
                text(column.type()),
                column.nullable(),
                column.defaultValue().map(this::text),
                column.identity(),
                column.generated().map(this::text),
                column.collation(),
                column.comment());
    }

    private PhysicalKey key(PhysicalKey key) {
        return new PhysicalKey(key.name(), key.columns(), text(key.options()));
    }

    private PhysicalForeignKey foreignKey(PhysicalForeignKey key) {
        return new PhysicalForeignKey(
                key.name(),
                key.columns(),
                text(key.referencedSchema()),
                key.referencedTable(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.options());
    }

    private List<String> texts(List<String> texts) {
        return texts.stream().map(this::text).toList();
    }

    private String text(String text) {
        String result = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            result = result.replace(name.getValue(), name.getKey());
        }
        return result;
    }
}
