package dev.accrete.schema.inspect;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A foreign key.
 *
 * @param name its name
 * @param columns the referring columns, in the constraint's order
 * @param referencedSchema the schema of the table it refers to
 * @param referencedTable the table it refers to
 * @param referencedColumns as many as {@code columns}, in the same order
 * @param onDelete the action in lower case: {@code no action}, {@code restrict}, {@code cascade}, {@code set null},
 *     {@code set default}
 * @param onUpdate likewise
 * @param options {@code deferrable}, {@code not valid} and the like; empty text if nothing
 */
public record PhysicalForeignKey(
        String name,
        List<String> columns,
        String referencedSchema,
        String referencedTable,
        List<String> referencedColumns,
        String onDelete,
        String onUpdate,
        String options)
        implements PhysicalConstraint {

    public PhysicalForeignKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(referencedSchema, "referencedSchema");
        Objects.requireNonNull(referencedTable, "referencedTable");
        referencedColumns = List.copyOf(referencedColumns);
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
        Objects.requireNonNull(options, "options");
        if (columns.size() != referencedColumns.size()) {
            throw new IllegalArgumentException(name + ": " + columns + " cannot refer to " + referencedColumns);
        }
    }

    /** Pairs of columns in alphabetical order: a foreign key means the same whatever their order. */
    @Override
    public String definition() {
        String pairs = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i) + " -> " + referencedColumns.get(i))
                .sorted()
                .collect(Collectors.joining(", "));
        return ("(" + pairs + ") of " + referencedSchema + "." + referencedTable + " on delete " + onDelete
                        + " on update " + onUpdate + " " + options)
                .strip();
    }
}
