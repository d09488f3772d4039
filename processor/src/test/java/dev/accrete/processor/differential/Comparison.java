package dev.accrete.processor.differential;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What came of one model.
 *
 * @param model its name
 * @param outcomes one per naming strategy and database
 */
public record Comparison(String model, List<Outcome> outcomes) {

    public Comparison {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What came of it in one of the ways.
     *
     * @param naming the naming strategy
     * @param dialect the database
     * @param verdict the result
     * @param codes the codes that the processor refused it with; empty if it did not
     * @param details differences, messages, failures; one a line
     */
    public record Outcome(
            Naming naming, String dialect, Verdict verdict, SortedSet<String> codes, List<String> details) {

        public Outcome {
            codes = new TreeSet<>(codes);
            details = List.copyOf(details);
        }

        @Override
        public String toString() {
            return verdict + " (" + naming.option() + ", " + dialect + ")"
                    + details.stream().map(each -> "\n    " + each).collect(Collectors.joining());
        }
    }

    /** The worst of the verdicts. */
    public Verdict verdict() {
        return outcomes.stream().map(Outcome::verdict).reduce(Verdict.IDENTICAL, Verdict::worst);
    }

    /** All codes that the processor refused the model with. */
    public SortedSet<String> codes() {
        return outcomes.stream().flatMap(each -> each.codes().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Verdicts and details; ways that came to the same are told once. */
    public String text() {
        return outcomes.stream()
                .filter(each -> each.verdict() != Verdict.IDENTICAL)
                .collect(Collectors.groupingBy(
                        each -> each.verdict() + String.join("\n", each.details()),
                        java.util.LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(Comparison::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(List<Outcome> same) {
        Outcome first = same.get(0);
        String ways = same.stream()
                .map(each -> each.naming().option() + "/" + each.dialect())
                .collect(Collectors.joining(" "));
        return "  " + first.verdict() + " " + ways
                + first.details().stream().map(each -> "\n    " + each).collect(Collectors.joining());
    }
}
