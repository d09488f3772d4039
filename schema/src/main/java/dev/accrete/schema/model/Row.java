package dev.accrete.schema.model;

import java.util.List;

/**
 * A row that belongs to the schema, such as the counter of a table generator.
 *
 * @param columns the columns that get a value
 * @param values SQL literals, one for each column
 */
public record Row(List<Name> columns, List<String> values) {

    public Row {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
        if (columns.size() != values.size()) {
            throw new IllegalArgumentException("a row has one value for each column");
        }
    }
}
