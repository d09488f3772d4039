package dev.accrete.processor.map.binding;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.report.Problems;
import dev.accrete.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of a mapping by their physical names, in the order in which they were added. */
public final class Tables {

    private final Problems problems;
    private final Map<QualifiedName, List<TableBinding>> byName = new LinkedHashMap<>();
    private final Set<TableBinding> alone = new HashSet<>();

    public Tables(Problems problems) {
        this.problems = problems;
    }

    /** Adds a table that nothing else may have; reports it if something has. */
    public TableBinding add(TableBinding table) {
        alone.add(table);
        return share(table);
    }

    /** Adds a table that entities may share if they agree about it ({@code SharedTables}). */
    public TableBinding share(TableBinding table) {
        List<TableBinding> sharing = byName.computeIfAbsent(table.name, name -> new ArrayList<>());
        if (sharing.stream().allMatch(other -> mayShare(table, other))) {
            sharing.add(table);
        } else {
            problems.add(
                    EntityCode.SAME_TABLE,
                    table.place,
                    table.subject,
                    "the table " + table.name + " belongs to " + sharing.get(0).subject + " already",
                    "name another table with @Table(name = \"...\")");
        }
        return table;
    }

    private boolean mayShare(TableBinding table, TableBinding other) {
        return !alone.contains(table)
                && !alone.contains(other)
                && table.owned == other.owned
                && table.view.isEmpty()
                && other.view.isEmpty();
    }

    /** The table of that name; of those that share it the first one. */
    public Optional<TableBinding> find(QualifiedName name) {
        return Optional.ofNullable(byName.get(name)).map(sharing -> sharing.get(0));
    }

    /** Those that share a name one after the other. */
    public Collection<TableBinding> all() {
        return byName.values().stream().flatMap(List::stream).toList();
    }

    /** Each list holds what entities say of one table. */
    public Collection<List<TableBinding>> shared() {
        return byName.values();
    }
}
