package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.report.Problems;
import dev.accrete.schema.model.QualifiedName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tables of a mapping by their physical names, in the order in which they were added. */
final class Tables {

    private final Problems problems;
    private final Map<QualifiedName, TableBinding> byName = new LinkedHashMap<>();

    Tables(Problems problems) {
        this.problems = problems;
    }

    /** Adds a table that nothing else may have; reports it if something has. */
    TableBinding add(TableBinding table) {
        TableBinding other = byName.putIfAbsent(table.name, table);
        if (other != null) {
            problems.add(
                    EntityCode.SAME_TABLE,
                    table.place,
                    table.subject,
                    "the table " + table.name + " belongs to " + other.subject + " already",
                    "name another table with @Table(name = \"...\")");
        }
        return table;
    }

    Optional<TableBinding> find(QualifiedName name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<TableBinding> all() {
        return byName.values();
    }
}
