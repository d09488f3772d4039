package dev.accrete.schema.snapshot;

import dev.accrete.schema.model.Schema;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The model as of the last saved migration, and what the tool has to remember beside it.
 *
 * @param model for all dialects
 * @param kept what no class maps any more and the databases still have
 * @param settings the options under which the model was made, e.g. {@code naming=jpa}; echoed, a change of a setting is
 *     no change of the schema by itself
 * @param classes canonical names of the managed classes, so that a partial compile knows which ones to look up
 */
public record Snapshot(Schema model, Kept kept, SortedMap<String, String> settings, SortedSet<String> classes) {

    private static final Snapshot EMPTY = of(Schema.empty(), Kept.nothing(), Map.of(), Set.of());

    public Snapshot {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(kept, "kept");
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    }

    public static Snapshot of(Schema model, Kept kept, Map<String, String> settings, Set<String> classes) {
        return new Snapshot(model, kept, new TreeMap<>(settings), new TreeSet<>(classes));
    }

    /** The snapshot before the first migration. */
    public static Snapshot empty() {
        return EMPTY;
    }
}
