package dev.accrete.processor.differential;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Compares models and prints verdicts: {@code CompareModels <file or folder>...}.
 *
 * <p>A file is a model; a jar of compiled classes has one for each group of classes that mention each other. In a folder,
 * each file and each folder is a model; a folder that has folders alone is one of several such folders. {@code
 * random:1-100} are the random models of these seeds, {@code combined:1-100} those in which features meet.
 */
public final class CompareModels {

    private static final Pattern RANDOM = Pattern.compile("(random|combined):(\\d+)-(\\d+)");

    private static final Pattern RANDOM_NAME = Pattern.compile("(random|combined)/(\\d+)");

    private CompareModels() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        LogManager.getLogManager().reset();
        List<ModelSources> models = new ArrayList<>();
        Arrays.stream(arguments).map(Path::of).forEach(path -> models.addAll(models(path)));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        Map<Verdict, Integer> outcomes = new EnumMap<>(Verdict.class);
        Map<String, Integer> codes = new TreeMap<>();
        long start = System.nanoTime();
        try (DifferentialHarness harness = new DifferentialHarness(oracle())) {
            for (ModelSources model : models) {
                Comparison comparison = harness.compare(model);
                out.println(comparison.verdict() + " " + model.name());
                if (comparison.verdict() != Verdict.IDENTICAL) {
                    out.println(comparison.text());
                }
                Matcher random = RANDOM_NAME.matcher(model.name());
                if (random.matches() && comparison.verdict().isFault()) {
                    GeneratedModel generated = generate(random.group(1), Long.parseLong(random.group(2)));
                    out.println(ModelShrinker.shrink(harness, generated, comparison.verdict())
                            .text());
                }
                verdicts.merge(comparison.verdict(), 1, Integer::sum);
                comparison.outcomes().forEach(each -> outcomes.merge(each.verdict(), 1, Integer::sum));
                comparison.codes().forEach(code -> codes.merge(code, 1, Integer::sum));
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        out.printf("%n%d models in %.1f s%n", models.size(), millis / 1000.0);
        verdicts.forEach((verdict, count) ->
                out.printf("  %-24s %5d models %6d runs%n", verdict, count, outcomes.getOrDefault(verdict, 0)));
        codes.forEach((code, count) -> out.printf("  refused with %-11s %5d models%n", code, count));
    }

    /** {@code -Dmodels.hibernate=6.6} asks the older version. */
    private static Oracle oracle() {
        return System.getProperty("models.hibernate", "").equals("6.6") ? Oracle.older() : Oracle.newest();
    }

    private static List<ModelSources> models(Path path) {
        Matcher random = RANDOM.matcher(path.toString());
        if (random.matches()) {
            String kind = random.group(1);
            return LongStream.rangeClosed(Long.parseLong(random.group(2)), Long.parseLong(random.group(3)))
                    .mapToObj(seed -> generate(kind, seed).sources(kind + "/" + seed))
                    .toList();
        }
        if (path.toString().endsWith(".jar")) {
            return JarModels.in(path);
        }
        if (Files.isRegularFile(path)) {
            Path file = path.toAbsolutePath();
            String name = file.getFileName().toString().replaceFirst("\\.java$", "");
            return List.of(ModelSources.at(file.getParent().getFileName() + "/" + name, file));
        }
        return hasSources(path) ? ModelSources.in(path) : ModelSources.below(path);
    }

    private static GeneratedModel generate(String kind, long seed) {
        return kind.equals("random") ? ModelGenerator.generate(seed) : CombinationGenerator.generate(seed);
    }

    private static boolean hasSources(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(each -> each.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
