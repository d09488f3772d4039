package dev.accrete.processor.evolution;

import dev.accrete.processor.differential.ModelSources;
import dev.accrete.processor.differential.UnrelatedModels;
import dev.accrete.processor.evolution.EvolvingApplication.Outcome;
import dev.accrete.testkit.ChoiceTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Where applications with their releases come from. */
public final class Applications {

    private static final Path TEMPLATES = Path.of("src/test/resources/evolutions");
    private static final Path MODELS = Path.of("src/test/resources/models");
    private static final String HAS_OPTIONS = "// -A";
    private static final int UNRELATED_RELEASES = 4;
    private static final int MUTATED_RELEASES = 3;
    private static final int TRIES = 20;
    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    private static List<ModelSources> models;
    private static SourceMutations mutations;

    private Applications() {}

    /** The names of all templates. */
    public static List<String> templates() {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The releases of a template with choices: {@code resources/evolutions/README.md}. */
    public static List<Release> template(String name, long seed) {
        try {
            return Release.in(new ChoiceTemplate(Files.readString(TEMPLATES.resolve(name))).history(seed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Models that have nothing to do with each other. */
    public static List<Release> unrelated(long seed) {
        return LongStream.range(0, UNRELATED_RELEASES)
                .mapToObj(i -> new Release(List.of(), UnrelatedModels.sources(seed * UNRELATED_RELEASES + i)))
                .toList();
    }

    /**
     * One of the models that are compared with Hibernate, changed more and more at random. What can't be mapped, or
     * what a database refuses, is no release.
     *
     * @param edits the changes from release to release
     */
    public static List<Release> mutated(long seed, int edits) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        List<String> options = List.of("-Aaccrete.naming=" + (random.nextBoolean() ? "jpa" : "snake_case"));
        List<Release> releases = new ArrayList<>();
        for (int tries = 0; tries < TRIES && releases.size() < MUTATED_RELEASES; tries++) {
            Release next = new Release(
                    options,
                    releases.isEmpty()
                            ? SourceMutations.code(models().get(random.nextInt(models().size())))
                                    .files()
                            : mutated(releases.get(releases.size() - 1).sources(), edits, random));
            if (isSound(next)) {
                releases.add(next);
            }
        }
        return releases;
    }

    private static Map<String, String> mutated(Map<String, String> sources, int edits, Random random) {
        SourceCode code = new SourceCode(new LinkedHashMap<>(sources));
        mutations().mutate(code, edits, random);
        return code.files();
    }

    /** Whether the model can be mapped and either database takes it. */
    private static boolean isSound(Release release) {
        try {
            Path folder = Files.createTempDirectory("release");
            try (EvolvingApplication alone = new EvolvingApplication(folder, new Random())) {
                return alone.release(release) == Outcome.CREATED;
            } catch (SQLException e) {
                return false;
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static synchronized List<ModelSources> models() {
        if (models == null) {
            models = ModelSources.below(MODELS).stream()
                    .filter(model -> model.files().stream().noneMatch(text -> text.startsWith(HAS_OPTIONS)))
                    .toList();
        }
        return models;
    }

    private static synchronized SourceMutations mutations() {
        if (mutations == null) {
            mutations = new SourceMutations(models());
        }
        return mutations;
    }

    /**
     * The releases of a real application: each folder in its folder is one, with all sources under it, in the order of
     * their names, in which numbers are compared as numbers.
     *
     * @param shuffled in another order
     */
    public static List<Map.Entry<String, Release>> in(
            Path application, List<String> options, Optional<Random> shuffled) {
        try (Stream<Path> folders = Files.list(application)) {
            List<Path> releases = new ArrayList<>(folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(
                            each -> sortable(each.getFileName().toString())))
                    .toList());
            shuffled.ifPresent(random -> Collections.shuffle(releases, random));
            List<Map.Entry<String, Release>> named = new ArrayList<>();
            for (Path release : releases) {
                named.add(Map.entry(release.getFileName().toString(), new Release(options, sources(release))));
            }
            return named;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> sources(Path release) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(release)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                sources.put(release.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }

    private static String sortable(String version) {
        StringBuilder sortable = new StringBuilder();
        for (MatchResult part : PART.matcher(version).results().toList()) {
            sortable.append(Character.isDigit(part.group().charAt(0)) ? "%12s".formatted(part.group()) : part.group());
        }
        return sortable.toString();
    }
}
