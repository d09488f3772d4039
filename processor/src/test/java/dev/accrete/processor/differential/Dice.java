package dev.accrete.processor.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The chances of a seed, and names that no other thing of the model has. */
final class Dice {

    private final Random random;
    private int names;

    Dice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** True once in {@code n} times. */
    boolean once(int n) {
        return random.nextInt(n) == 0;
    }

    int below(int n) {
        return random.nextInt(n);
    }

    String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A few of them, at least one, in their order. */
    <T> List<T> some(List<T> choices) {
        List<T> some = new ArrayList<>(choices);
        for (int i = below(choices.size()); i > 0; i--) {
            some.remove(below(some.size()));
        }
        return some;
    }

    String name(String prefix) {
        return prefix + ++names;
    }
}
