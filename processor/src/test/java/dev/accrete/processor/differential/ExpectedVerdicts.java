package dev.accrete.processor.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is known of the models in one folder that are not mapped exactly.
 *
 * <p>{@code not-yet-supported.txt} has a line {@code <model> <verdict>} for each model that is to be mapped and is not;
 * {@code refused.txt} has a line {@code <model> <code>...} for each one that is refused for good. Every other model must
 * be identical, or be refused by Hibernate too.
 */
final class ExpectedVerdicts {

    private static final String NOT_YET = "not-yet-supported.txt";
    private static final String REFUSED = "refused.txt";

    private final Path folder;
    private final String suffix;
    private final TreeMap<String, String> notYet;
    private final TreeMap<String, String> refused;

    private ExpectedVerdicts(
            Path folder, String suffix, TreeMap<String, String> notYet, TreeMap<String, String> refused) {
        this.folder = folder;
        this.suffix = suffix;
        this.notYet = notYet;
        this.refused = refused;
    }

    static ExpectedVerdicts read(Path folder) {
        return read(folder, "");
    }

    /**
     * What is known of them for another version of Hibernate.
     *
     * @param suffix what follows the names of the lists, e.g. {@code -6.6}
     */
    static ExpectedVerdicts read(Path folder, String suffix) {
        return new ExpectedVerdicts(
                folder,
                suffix,
                lines(folder.resolve(name(NOT_YET, suffix))),
                lines(folder.resolve(name(REFUSED, suffix))));
    }

    private static String name(String list, String suffix) {
        return list.replace(".txt", suffix + ".txt");
    }

    private static TreeMap<String, String> lines(Path file) {
        TreeMap<String, String> lines = new TreeMap<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split(" ", 2);
                    lines.put(parts[0], parts[1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** The models that a line names, without the folder. */
    SortedSet<String> models() {
        SortedSet<String> all = new TreeSet<>(notYet.keySet());
        all.addAll(refused.keySet());
        return all;
    }

    /** What is wrong with a comparison's result; empty if it is what it should be. */
    Optional<String> fault(Comparison comparison) {
        String model = model(comparison);
        Verdict verdict = comparison.verdict();
        String list = folder + "/" + name(refused.containsKey(model) ? REFUSED : NOT_YET, suffix);
        if (refused.containsKey(model)) {
            SortedSet<String> codes =
                    new TreeSet<>(Arrays.asList(refused.get(model).split(" ")));
            return verdict == Verdict.REFUSED && comparison.codes().equals(codes)
                    ? Optional.empty()
                    : Optional.of(list + " says that it is refused with " + codes + "; it is " + verdict + " "
                            + comparison.codes());
        }
        String known = notYet.get(model);
        if (known == null) {
            return verdict.isWanted() ? Optional.empty() : Optional.of("it is " + verdict);
        }
        if (verdict.isWanted()) {
            return Optional.of("it is " + verdict + " now: take its line out of " + list
                    + ", or run the test once with -Dmodels.refresh=better");
        }
        return known.equals(verdict.name())
                ? Optional.empty()
                : Optional.of(list + " says that it is " + known + "; it is " + verdict);
    }

    /**
     * Brings the list of what is not yet supported up to date.
     *
     * @param worseToo whether models that are not on the list get on it
     */
    synchronized void refresh(Comparison comparison, boolean worseToo) {
        String model = model(comparison);
        Verdict verdict = comparison.verdict();
        if (refused.containsKey(model)) {
            return;
        }
        if (verdict.isWanted()) {
            notYet.remove(model);
        } else if (worseToo || notYet.containsKey(model) && verdict.compareTo(Verdict.valueOf(notYet.get(model))) < 0) {
            notYet.put(model, verdict.name());
        }
    }

    void write() throws IOException {
        Path file = folder.resolve(name(NOT_YET, suffix));
        if (notYet.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.writeString(
                    file,
                    notYet.entrySet().stream()
                            .map(line -> line.getKey() + " " + line.getValue() + "\n")
                            .collect(Collectors.joining()));
        }
    }

    private static String model(Comparison comparison) {
        return comparison.model().substring(comparison.model().indexOf('/') + 1);
    }
}
