package dev.accrete.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with choices, of which random histories of an application are made: {@code resources/evolutions/README.md}.
 */
final class ChoiceTemplate {

    private static final Pattern CHOICE = Pattern.compile("«(?:#(\\w+):)?([^«»]*)»");
    private static final int RELEASES = 4;
    private static final int MOST_CHANGES = 4;

    private final String text;

    ChoiceTemplate(String text) {
        this.text = text;
    }

    /** Some releases, each of which differs from the one before in a few choices; the same for the same seed. */
    String history(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Map<String, Integer> sizes = sizes();
        List<String> open = new ArrayList<>(sizes.keySet());
        Map<String, Integer> chosen = new LinkedHashMap<>();
        // Mostly the first of a choice, which is the plain one.
        sizes.forEach((name, size) -> chosen.put(name, random.nextInt(3) > 0 ? 0 : random.nextInt(size)));
        StringBuilder history = new StringBuilder("== 1\n").append(release(chosen));
        for (int release = 2; release <= RELEASES; release++) {
            for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
                String name = open.get(random.nextInt(open.size()));
                chosen.compute(
                        name,
                        (key, now) -> (now + 1 + random.nextInt(Math.max(1, sizes.get(key) - 1))) % sizes.get(key));
            }
            history.append("== ").append(release).append('\n').append(release(chosen));
        }
        return history.toString();
    }

    private Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        Matcher choice = CHOICE.matcher(text);
        for (int i = 0; choice.find(); i++) {
            int size = options(choice).length;
            Integer other = sizes.put(name(choice, i), size);
            if (other != null && other != size) {
                throw new IllegalArgumentException(choice.group() + " has not as many as others of its name");
            }
        }
        return sizes;
    }

    private String release(Map<String, Integer> chosen) {
        Matcher choice = CHOICE.matcher(text);
        StringBuilder release = new StringBuilder();
        for (int i = 0; choice.find(); i++) {
            String option = options(choice)[chosen.get(name(choice, i))].strip();
            choice.appendReplacement(release, Matcher.quoteReplacement(option));
        }
        choice.appendTail(release);
        // One attribute a line.
        return release.toString().replaceAll("; +(?=[@A-Za-z])", ";\n    ");
    }

    private static String[] options(Matcher choice) {
        return choice.group(2).split("¦", -1);
    }

    private static String name(Matcher choice, int number) {
        return choice.group(1) == null ? String.valueOf(number) : choice.group(1);
    }
}
