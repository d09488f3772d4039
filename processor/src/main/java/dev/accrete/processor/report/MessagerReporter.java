package dev.accrete.processor.report;

import dev.accrete.processor.read.JavacPlace;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.finding.Severity;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Prints problems through the compiler, each at the smallest place that is known. */
public final class MessagerReporter {

    private final Messager messager;

    public MessagerReporter(Messager messager) {
        this.messager = messager;
    }

    /**
     * Prints problems in the given order; errors can't be suppressed.
     *
     * @param undecided how a decision that the developer must still take is printed
     */
    public void report(List<Problem> problems, Diagnostic.Kind undecided) {
        for (Problem problem : problems) {
            report(problem, undecided);
        }
    }

    private void report(Problem problem, Diagnostic.Kind undecided) {
        Diagnostic.Kind kind = switch (problem.code().severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case UNDECIDED -> undecided;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
        Place place = problem.place();
        if (!(place instanceof JavacPlace at)) {
            messager.printMessage(kind, text(problem));
        } else if (!isSuppressible(problem)
                || !isSuppressed(at.element(), problem.code().id())) {
            print(kind, text(problem), at);
        }
    }

    private void print(Diagnostic.Kind kind, String text, JavacPlace at) {
        if (at.annotation().isEmpty()) {
            messager.printMessage(kind, text, at.element());
        } else if (at.value().isEmpty()) {
            messager.printMessage(kind, text, at.element(), at.annotation().get());
        } else {
            messager.printMessage(
                    kind, text, at.element(), at.annotation().get(), at.value().get());
        }
    }

    private static boolean isSuppressible(Problem problem) {
        Severity severity = problem.code().severity();
        return severity == Severity.WARNING || severity == Severity.NOTE;
    }

    /** Whether {@code @SuppressWarnings} with the code stands on the element or on one around it. */
    private static boolean isSuppressed(Element element, String code) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            for (AnnotationMirror mirror : around.getAnnotationMirrors()) {
                if (mirror.getAnnotationType().toString().equals("java.lang.SuppressWarnings")
                        && mirror.getElementValues().values().stream().anyMatch(value -> names(value, code))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean names(AnnotationValue value, String code) {
        return value.getValue() instanceof List<?> several
                ? several.stream().anyMatch(each -> names((AnnotationValue) each, code))
                : code.equals(value.getValue());
    }

    /** {@code [ACC-E021] Order.total: no column type is known}, then the fix on a line of its own. */
    static String text(Problem problem) {
        String head = "[" + problem.code().id() + "] " + problem.subject() + ": " + problem.message();
        return problem.fix().isEmpty()
                ? head
                : head + "\n  fix: " + problem.fix() + "     (docs/codes/"
                        + problem.code().id() + ".md)";
    }
}
