package dev.accrete.schema.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What two collections have in common by a key. All lists are sorted by it, so that no order of input shows.
 *
 * @param removed in the first alone
 * @param added in the second alone
 * @param matched in both
 */
record Pairing<T>(List<T> removed, List<T> added, List<Pair<T>> matched) {

    /** Two things of one key. */
    record Pair<T>(T before, T after) {}

    static <T, K extends Comparable<K>> Pairing<T> of(
            Collection<? extends T> before, Collection<? extends T> after, Function<T, K> key) {
        Map<K, T> rest = new TreeMap<>();
        after.forEach(item -> rest.put(key.apply(item), item));
        Map<K, T> first = new TreeMap<>();
        before.forEach(item -> first.put(key.apply(item), item));
        List<T> removed = new ArrayList<>();
        List<Pair<T>> matched = new ArrayList<>();
        first.forEach((k, item) -> {
            T counterpart = rest.remove(k);
            if (counterpart == null) {
                removed.add(item);
            } else {
                matched.add(new Pair<>(item, counterpart));
            }
        });
        return new Pairing<>(removed, List.copyOf(rest.values()), matched);
    }
}
