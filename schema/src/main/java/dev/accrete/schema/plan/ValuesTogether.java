package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.naming.ConstraintNames;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns of one table whose new values are made of each other's old ones, such as the parts of a reference that change places:
 * whichever came first would take the values away that the other reads. All of them find their values first, in columns that
 * are there for a while.
 */
final class ValuesTogether {

    private final Map<QualifiedName, Map<Name, ColumnChange.AlterColumnType>> conversions = new LinkedHashMap<>();

    private ValuesTogether(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof ColumnChange.AlterColumnType alter
                    && alter.using().isPresent()) {
                conversions
                        .computeIfAbsent(alter.object(), table -> new LinkedHashMap<>())
                        .put(alter.after().name(), alter);
            }
        }
    }

    /** The changes with those columns, which come before the others change and go in the end. */
    static List<Change> apart(List<Change> changes) {
        ValuesTogether together = new ValuesTogether(changes);
        List<Change> all = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof ColumnChange.AlterColumnType alter && together.readEachOther(alter)) {
                Name name =
                        ConstraintNames.temporary(alter.object(), alter.after().name(), "found");
                Column found = Column.of(name, alter.after().type());
                all.add(new ColumnChange.AddColumn(alter.object(), found, alter.using()));
                all.add(new ColumnChange.AlterColumnType(
                        alter.object(), alter.before(), alter.after(), Optional.of(name.toString())));
                all.add(new ColumnChange.DropColumn(alter.object(), found));
            } else {
                all.add(change);
            }
        }
        return all;
    }

    /** Whether one of the columns that a conversion reads is converted by what leads back to it. */
    private boolean readEachOther(ColumnChange.AlterColumnType alter) {
        Map<Name, ColumnChange.AlterColumnType> ofTable = conversions.getOrDefault(alter.object(), new HashMap<>());
        Set<Name> reached = new HashSet<>();
        List<Name> next = new ArrayList<>(List.of(alter.after().name()));
        while (!next.isEmpty()) {
            ColumnChange.AlterColumnType reader = ofTable.get(next.remove(0));
            for (Name read : reader == null ? Set.<Name>of() : read(reader)) {
                if (!read.equals(reader.after().name()) && ofTable.containsKey(read) && reached.add(read)) {
                    next.add(read);
                }
            }
        }
        return reached.contains(alter.after().name());
    }

    /** The columns of its own row, or of other rows of its table. */
    private static Set<Name> read(ColumnChange.AlterColumnType reader) {
        String sql = reader.using().orElseThrow();
        Name table = reader.object().name();
        return SqlQueries.hasQuery(sql) && !SqlQueries.reads(sql, table)
                ? SqlIdentifiers.of(sql, table)
                : Set.copyOf(SqlIdentifiers.all(sql));
    }
}
