package dev.accrete.processor.report;

import dev.accrete.processor.source.Place;
import dev.accrete.runtime.format.FormatException;
import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.finding.Severity;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of a stage, so that all of them are reported together; an equal problem counts once. */
public final class Problems {

    private final Set<Problem> collected = new LinkedHashSet<>();

    public void add(Problem problem) {
        collected.add(problem);
    }

    public void add(Code code, Place place, String subject, String message, String fix) {
        add(new Problem(code, place, subject, message, fix));
    }

    public void addAll(Collection<Problem> problems) {
        collected.addAll(problems);
    }

    /** A file that can't be read. */
    public void add(FormatException e) {
        add(FileCode.problem(e));
    }

    /** What a stage that knows no places found. */
    public void add(Finding finding, Place place) {
        add(finding.code(), place, finding.subject(), finding.message(), finding.fix());
    }

    /** Whether a later stage has nothing to work on. */
    public boolean hasErrors() {
        return collected.stream().anyMatch(problem -> problem.code().severity() == Severity.ERROR);
    }

    /** In the order in which they were added. */
    public List<Problem> all() {
        return List.copyOf(collected);
    }
}
