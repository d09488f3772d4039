package dev.accrete.schema.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which value takes the place of which, where a column lists others from now on: what classes of a hierarchy are called by, or a
 * converter's codes. No schema says it for sure, so that it is no more than what a message offers.
 */
final class RenamedValues {

    private RenamedValues() {}

    /**
     * Pairs what goes with what is new: what reads alike and like no other; what is left, if each stands at the place of its
     * like, since mappings list classes in one order.
     *
     * @param before as literals, in their order
     * @return by the value that goes
     */
    static Map<String, String> of(List<String> before, List<String> after) {
        List<String> gone = new ArrayList<>(before);
        gone.removeAll(after);
        List<String> fresh = new ArrayList<>(after);
        fresh.removeAll(before);
        Map<String, String> renamed = new LinkedHashMap<>();
        for (String value : List.copyOf(gone)) {
            List<String> like =
                    fresh.stream().filter(other -> isLike(value, other)).toList();
            if (like.size() == 1
                    && gone.stream().filter(other -> isLike(other, like.get(0))).count() == 1) {
                renamed.put(value, like.get(0));
            }
        }
        gone.removeAll(renamed.keySet());
        fresh.removeAll(renamed.values());
        boolean inPlace = before.size() == after.size() && places(gone, before).equals(places(fresh, after));
        boolean all = gone.size() == fresh.size() && renamed.size() + gone.size() == before.size();
        if (inPlace || all) {
            for (int i = 0; i < gone.size(); i++) {
                renamed.put(gone.get(i), fresh.get(i));
            }
        }
        return renamed;
    }

    private static List<Integer> places(List<String> some, List<String> all) {
        return some.stream().map(all::indexOf).toList();
    }

    /** {@code 'P'} and {@code 'Post'}, {@code 'big_van'} and {@code 'BigVan'}. */
    private static boolean isLike(String one, String other) {
        String first = plain(one);
        String second = plain(other);
        return !first.isEmpty() && !second.isEmpty() && (first.startsWith(second) || second.startsWith(first));
    }

    /** Letters alone: a number is like none. */
    private static String plain(String literal) {
        return literal.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
