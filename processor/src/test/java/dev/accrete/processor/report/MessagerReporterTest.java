package dev.accrete.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.testing.Sources;
import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Severity;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessagerReporterTest {

    private record TestCode(String id, Severity severity) implements Code {
        @Override
        public String summary() {
            return "for tests";
        }
    }

    private static final Code WARNING = new TestCode("ACC-H001", Severity.WARNING);
    private static final Code ERROR = new TestCode("ACC-E999", Severity.ERROR);
    private static final Code UNDECIDED = new TestCode("ACC-D001", Severity.UNDECIDED);

    private static final String ORDER = """
            package shop;
            import jakarta.persistence.*;
            class Order {
                @Column(
                    name = "amount",
                    length = 3)
                long total;

                @SuppressWarnings("ACC-H001")
                String quiet;

                @SuppressWarnings({"unused", "ACC-H001"})
                static class Line {
                    String text;
                }
            }
            """;

    private static List<String> printed(ClassToProblems problems) {
        return Sources.of(ORDER)
                .print(classes -> problems.of(classes.find("shop.Order").orElseThrow()))
                .stream()
                .map(each -> each.getLineNumber() + " "
                        + each.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                        + each.getMessage(Locale.ROOT))
                .toList();
    }

    private interface ClassToProblems {
        List<Problem> of(ClassDetails order);
    }

    @Test
    void aProblemPointsAtTheMemberOfTheAnnotation() {
        assertThat(printed(order -> {
                    AnnotationUsage column =
                            order.fields().get(0).annotations().usages().get(0);
                    return List.of(
                            new Problem(ERROR, column.place("length"), "Order.total", "too short", "write 4"),
                            new Problem(ERROR, column.place(), "Order.total", "odd", ""),
                            new Problem(ERROR, order.fields().get(0).place(), "Order.total", "odd", ""),
                            new Problem(ERROR, order.place(), "Order", "odd", ""));
                }))
                .containsExactly(
                        "6 error [ACC-E999] Order.total: too short\n    fix: write 4     (docs/codes/ACC-E999.md)",
                        "4 error [ACC-E999] Order.total: odd",
                        "7 error [ACC-E999] Order.total: odd",
                        "3 error [ACC-E999] Order: odd");
    }

    @Test
    void aWarningIsSuppressedByItsCodeOnTheElementOrAroundIt() {
        assertThat(printed(order -> List.of(
                        new Problem(WARNING, order.fields().get(0).place(), "Order.total", "slow", ""),
                        new Problem(WARNING, order.fields().get(1).place(), "Order.quiet", "slow", ""),
                        new Problem(ERROR, order.fields().get(1).place(), "Order.quiet", "wrong", ""))))
                .containsExactly("7 warning [ACC-H001] Order.total: slow", "10 error [ACC-E999] Order.quiet: wrong");
    }

    @Test
    void aDecisionToBeTakenIsPrintedAsTheModeWantsIt() {
        assertThat(printed(order -> List.of(new Problem(UNDECIDED, order.place(), "Order", "renamed?", ""))))
                .containsExactly("3 warning [ACC-D001] Order: renamed?");
    }
}
