package dev.accrete.processor.map.naming;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.naming.LongNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names as PostgreSQL keeps them, and which longer ones they were. */
final class CutNames {

    private final Map<Name, SortedSet<Name>> whole = new HashMap<>();

    /** The beginning that PostgreSQL keeps of a name that is too long. */
    Name cut(Name name) {
        Name cut = LongNames.cut(name);
        whole.computeIfAbsent(cut, key -> new TreeSet<>()).add(name);
        return cut;
    }

    /** The names that were cut to this one. */
    Set<Name> wholeOf(Name name) {
        return whole.getOrDefault(name, new TreeSet<>());
    }
}
