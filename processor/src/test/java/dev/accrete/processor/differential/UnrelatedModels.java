package dev.accrete.processor.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Random models that have nothing to do with each other, but share names by chance: the numbers that the generator gives its names
 * begin anew in each. As releases of one application they change everything at once.
 */
public final class UnrelatedModels {

    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|enum)\\s+(\\w+)");
    private static final Pattern NUMBERED = Pattern.compile("\\b(get|set|)([A-Za-z_]*?[A-Za-z_])(\\d+)\\b");

    /** Words of Java or SQL without their number. */
    private static final Set<String> WORDS =
            Set.of("col", "group", "ix", "join", "k", "key", "n", "order", "rel", "uk", "user", "value");

    private UnrelatedModels() {}

    /** One class each, by file. Annotations stand on fields. */
    public static Map<String, String> sources(long seed) {
        Map<String, String> sources = new LinkedHashMap<>();
        List<GeneratedModel.Type> types = new ArrayList<>();
        for (GeneratedModel.Type type : ModelGenerator.generate(seed).types()) {
            types.add(
                    new GeneratedModel.Type(type.annotations(), type.header(), false, type.attributes(), type.rest()));
        }
        Map<String, Set<Integer>> numbers = new TreeMap<>();
        for (GeneratedModel.Type type : types) {
            NUMBERED.matcher(text(type))
                    .results()
                    .forEach(
                            name -> numbers.computeIfAbsent(base(name.group(1), name.group(2)), base -> new TreeSet<>())
                                    .add(Integer.parseInt(name.group(3))));
        }
        for (GeneratedModel.Type type : types) {
            String text = NUMBERED.matcher(text(type))
                    .replaceAll(name -> Matcher.quoteReplacement(
                            renamed(name.group(1), name.group(2), Integer.parseInt(name.group(3)), numbers)));
            Matcher declared = DECLARED.matcher(text);
            if (declared.find()) {
                sources.put(declared.group(1) + ".java", text);
            }
        }
        return sources;
    }

    private static String text(GeneratedModel.Type type) {
        return new GeneratedModel(List.of(type)).text();
    }

    private static String base(String prefix, String name) {
        return prefix.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String renamed(String prefix, String name, int number, Map<String, Set<Integer>> numbers) {
        String base = base(prefix, name);
        int place = List.copyOf(numbers.get(base)).indexOf(number) + 1;
        String now = place > 1 || WORDS.contains(base) ? name + place : name;
        return prefix + now;
    }
}
