package dev.accrete.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The order of a conjunction's terms plays no part, and nothing else does not. */
class CheckTermsTest {

    @Test
    void termsComeInOneOrder() {
        assertThat(CheckTerms.sorted("((stars <= 5) AND (stars >= 1))"))
                .isEqualTo(CheckTerms.sorted("((stars >= 1) AND (stars <= 5))"))
                .isEqualTo("(stars <= 5) AND (stars >= 1)");
        assertThat(CheckTerms.sorted("(\"B\" >= 2)\n    AND (\"B\" <= 3)")).isEqualTo("(\"B\" <= 3) AND (\"B\" >= 2)");
    }

    @Test
    void whatIsNoConjunctionStays() {
        for (String condition : new String[] {
            "(a > 0)",
            "((a > 0) OR ((b > 0) AND (c > 0)))",
            "(a) OR (b)",
            "\"A\" BETWEEN 0 AND 1",
            "(name <> ' AND '::text)",
            "\"x AND y\" > 1"
        }) {
            assertThat(CheckTerms.sorted(condition)).isEqualTo(condition);
        }
    }
}
