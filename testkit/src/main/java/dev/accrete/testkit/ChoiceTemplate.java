package dev.accrete.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sources of an application with choices, of which random releases are made: {@code «a¦b¦c»} is one of the three, the
 * first of them most of the time; {@code «#name:a¦b»} is the same one wherever the name stands. Choices may stand in choices.
 */
public final class ChoiceTemplate {

    private static final Pattern CHOICE = Pattern.compile("«(?:#(\\w+):)?([^«»]*)»");
    private static final int RELEASES = 4;
    private static final int MOST_CHANGES = Integer.getInteger("evolutions.changes", 4);

    private final String text;
    private final Map<String, Integer> sizes = new LinkedHashMap<>();

    public ChoiceTemplate(String text) {
        this.text = text;
        resolve((name, options) -> {
            Integer other = sizes.put(name, options.length);
            if (other != null && other != options.length) {
                throw new IllegalArgumentException(name + " has not always as many: " + String.join("¦", options));
            }
            return options[0];
        });
    }

    /** Some releases, each of which differs from the one before in a few choices; the same for the same seed. */
    public String history(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Map<String, Integer> chosen = first(random);
        StringBuilder history = new StringBuilder("== 1\n").append(release(chosen));
        for (int release = 2; release <= RELEASES; release++) {
            chosen = changed(chosen, random);
            history.append("== ").append(release).append('\n').append(release(chosen));
        }
        return history.toString();
    }

    /** The numbers of what is chosen for a first release; mostly the first ones, which are the plain ones. */
    public Map<String, Integer> first(Random random) {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        sizes.forEach((name, size) -> chosen.put(name, random.nextInt(3) > 0 ? 0 : random.nextInt(size)));
        return chosen;
    }

    /** The same but for a few choices. */
    public Map<String, Integer> changed(Map<String, Integer> chosen, Random random) {
        List<String> names = List.copyOf(sizes.keySet());
        Map<String, Integer> changed = new LinkedHashMap<>(chosen);
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            String name = names.get(random.nextInt(names.size()));
            changed.compute(
                    name, (key, now) -> (now + 1 + random.nextInt(Math.max(1, sizes.get(key) - 1))) % sizes.get(key));
        }
        return changed;
    }

    /** The text with what is chosen. */
    public String release(Map<String, Integer> chosen) {
        String release = resolve((name, options) -> options[chosen.get(name)].strip());
        // One attribute a line.
        return release.replaceAll("; +(?=[@A-Za-z])", ";\n    ");
    }

    /** The text with one option in place of each choice, those inside others first. */
    private String resolve(BiFunction<String, String[], String> choose) {
        String resolved = text;
        for (int depth = 0; resolved.contains("«"); depth++) {
            Matcher choice = CHOICE.matcher(resolved);
            StringBuilder next = new StringBuilder();
            for (int i = 0; choice.find(); i++) {
                String name = choice.group(1) == null ? depth + "." + i : choice.group(1);
                String option = choose.apply(name, choice.group(2).split("¦", -1));
                choice.appendReplacement(next, Matcher.quoteReplacement(option));
            }
            resolved = choice.appendTail(next).toString();
        }
        return resolved;
    }
}
