package dev.accrete.cli.drift;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalTable;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.SchemaObject;
import dev.accrete.schema.model.Table;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The statements that create a schema for a short while. */
final class ScratchStatements {

    private ScratchStatements() {}

    /** Without locks, which protect what exists; without foreign keys to tables that are nowhere. */
    static List<String> of(Dialect dialect, Schema schema, List<ReferencedTable> referenced) {
        return dialect.create(withoutLooseKeys(schema, referenced)).stream()
                .flatMap(step -> step.statements().stream())
                .filter(sql -> !sql.startsWith("SET LOCAL ") && !sql.startsWith("LOCK TABLE "))
                .toList();
    }

    private static Schema withoutLooseKeys(Schema schema, List<ReferencedTable> referenced) {
        List<Table> tables = schema.tables().stream()
                .map(table -> table.withForeignKeys(table.foreignKeys().stream()
                        .filter(key -> schema.table(key.referencedTable()).isPresent()
                                || referenced.stream().anyMatch(it -> it.name().equals(key.referencedTable())))
                        .toList()))
                .toList();
        return schema.withTables(tables);
    }

    /** The schemas that the model names, as SQL writes them. */
    static Stream<String> schemas(Schema schema) {
        return names(schema).map(name -> name.quoted() ? ReferencedTable.quoted(name.text()) : name.text());
    }

    /** The schemas that the model names. */
    static Stream<Name> names(Schema schema) {
        Stream<? extends SchemaObject> objects = Stream.of(
                        schema.types(), schema.sequences(), schema.tables(), schema.views())
                .flatMap(List::stream);
        return objects.flatMap(object -> object.name().schema().stream()).distinct();
    }

    static PhysicalSchema without(PhysicalSchema schema, Predicate<PhysicalTable> left) {
        return new PhysicalSchema(
                schema.tables().stream().filter(left.negate()).toList(),
                schema.sequences(),
                schema.views(),
                schema.types());
    }
}
