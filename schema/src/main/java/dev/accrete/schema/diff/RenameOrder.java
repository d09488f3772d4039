package dev.accrete.schema.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds an order in which renames can be carried out, so that every new name is free when its turn comes: {@code b} to
 * {@code c} comes before {@code a} to {@code b}.
 *
 * @param possible in an order that works
 * @param impossible the new name is taken and stays so, or the renames form a circle, or one thing would get two names
 */
record RenameOrder<N>(List<Wish<N>> possible, List<Wish<N>> impossible) {

    /** One stated rename. */
    record Wish<N>(N before, N after, Intents.Intent<?> intent) {}

    /**
     * Orders renames.
     *
     * @param wishes in an order that settles ties
     * @param existing the names that are there before
     * @param wanted the names that are there afterwards
     */
    static <N> RenameOrder<N> of(List<Wish<N>> wishes, Set<N> existing, Set<N> wanted) {
        List<Wish<N>> pending = new ArrayList<>();
        List<Wish<N>> impossible = new ArrayList<>();
        Set<N> targets = wishes.stream().map(Wish::after).collect(Collectors.toSet());
        Set<N> sources = new HashSet<>();
        for (Wish<N> wish : wishes) {
            boolean stays = wanted.contains(wish.before()) && !targets.contains(wish.before());
            if (stays || !sources.add(wish.before())) {
                impossible.add(wish);
            } else {
                pending.add(wish);
            }
        }
        List<Wish<N>> possible = new ArrayList<>();
        Set<N> taken = new HashSet<>(existing);
        boolean progress = true;
        while (progress) {
            progress = false;
            for (Wish<N> wish : List.copyOf(pending)) {
                if (!taken.contains(wish.after())) {
                    taken.remove(wish.before());
                    taken.add(wish.after());
                    possible.add(wish);
                    pending.remove(wish);
                    progress = true;
                }
            }
        }
        impossible.addAll(pending);
        return new RenameOrder<>(possible, impossible);
    }
}
