package dev.accrete.schema.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A foreign key. It names the referenced table and columns and holds no object, so that tables stay values.
 *
 * @param name the constraint's name
 * @param columns in the order of {@code referencedColumns}
 * @param referencedTable a table of the same schema, or one that no model covers
 * @param referencedColumns the columns of a primary or unique key there
 * @param onDelete what deleting the referenced row does
 * @param onUpdate what changing the referenced key does
 * @param definition SQL that replaces everything from {@code FOREIGN KEY} on, as the mapping has it
 * @param options text appended to the constraint as the mapping has it
 */
public record ForeignKey(
        Name name,
        List<Name> columns,
        QualifiedName referencedTable,
        List<Name> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Optional<String> definition,
        Optional<String> options)
        implements Constraint {

    public ForeignKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(referencedTable, "referencedTable");
        referencedColumns = List.copyOf(referencedColumns);
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(options, "options");
    }

    /** A foreign key without actions. */
    public static ForeignKey of(
            Name name, List<Name> columns, QualifiedName referencedTable, List<Name> referencedColumns) {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another name. */
    public ForeignKey withName(Name value) {
        return new ForeignKey(
                value, columns, referencedTable, referencedColumns, onDelete, onUpdate, definition, options);
    }
}
