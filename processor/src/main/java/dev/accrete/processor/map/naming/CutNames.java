package dev.accrete.processor.map.naming;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.naming.ConstraintNames;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names as PostgreSQL keeps them, and which longer ones they were. */
final class CutNames {

    private final Map<Name, SortedSet<Name>> whole = new HashMap<>();

    static boolean isTooLong(Name name) {
        return bytes(name.text()) > ConstraintNames.MAX_BYTES;
    }

    /** The beginning that PostgreSQL keeps of a name that is too long. */
    Name cut(Name name) {
        String text = name.text();
        int end = text.length();
        while (bytes(text.substring(0, end)) > ConstraintNames.MAX_BYTES) {
            end = text.offsetByCodePoints(end, -1);
        }
        Name cut = name.withText(text.substring(0, end));
        whole.computeIfAbsent(cut, key -> new TreeSet<>()).add(name);
        return cut;
    }

    /** The names that were cut to this one. */
    Set<Name> wholeOf(Name name) {
        return whole.getOrDefault(name, new TreeSet<>());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
