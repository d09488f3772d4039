package dev.accrete.schema.inspect;

import java.util.List;
import java.util.Optional;

/**
 * What one or several schemas of a database contain. All lists are ordered by schema and name.
 *
 * @param tables base tables, without temporary ones
 * @param sequences those that belong to no identity column
 * @param views views and materialized views
 * @param types enumerations, composite types and domains
 */
public record PhysicalSchema(
        List<PhysicalTable> tables,
        List<PhysicalSequence> sequences,
        List<PhysicalView> views,
        List<PhysicalType> types) {

    public PhysicalSchema {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        views = List.copyOf(views);
        types = List.copyOf(types);
    }

    /** The table of a name, compared without regard to case; of several, the first. */
    public Optional<PhysicalTable> table(String name) {
        return tables.stream()
                .filter(table -> table.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
