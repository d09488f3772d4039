package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.accrete.processor.map.hibernate.MappingOptions.Naming;
import dev.accrete.processor.report.Problem;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private final Problems problems = new Problems();

    @Test
    void nothingGivenMeansTheDefaults() {
        Options options = Options.read(Map.of("other.option", "x"), problems);

        assertThat(problems.all()).isEmpty();
        assertThat(options.dir()).isEmpty();
        assertThat(options.dialects()).containsExactly("h2", "postgresql");
        assertThat(options.naming()).isEqualTo(Naming.JPA);
        assertThat(options.mode()).isEqualTo(Options.Mode.DRAFT);
        assertThat(options.hibernate()).isEqualTo("7.4");
        assertThat(options.settings())
                .isEqualTo(Map.of("dialects", "h2,postgresql", "hibernate", "7.4", "naming", "jpa"));
    }

    @Test
    void dialectsAreSortedWhateverTheirOrder() {
        Options options = Options.read(
                Map.of(
                        "accrete.dialects", "postgresql, h2,h2",
                        "accrete.naming", "snake_case",
                        "accrete.mode", "check",
                        "accrete.dir", "somewhere"),
                problems);

        assertThat(problems.all()).isEmpty();
        assertThat(options.dialects()).containsExactly("h2", "postgresql");
        assertThat(options.naming()).isEqualTo(Naming.SNAKE_CASE);
        assertThat(options.mode()).isEqualTo(Options.Mode.CHECK);
        assertThat(options.dir()).contains("somewhere");
    }

    @Test
    void everyFaultIsAProblemOfItsOwn() {
        Options.read(
                Map.of(
                        "accrete.nameing", "jpa",
                        "accrete.naming", "snake",
                        "accrete.dialects", "postgres,h2",
                        "accrete.hibernate", "7.5"),
                problems);

        assertThat(problems.all())
                .extracting(
                        Problem::code,
                        Problem::subject,
                        problem -> problem.fix().lines().findFirst().orElse("").replaceAll("[,;].*", ""))
                .containsExactlyInAnyOrder(
                        tuple(ProcessorCode.UNKNOWN_OPTION, "-Aaccrete.nameing", "use -Aaccrete.naming"),
                        tuple(ProcessorCode.UNKNOWN_VALUE, "-Aaccrete.naming", "use -Aaccrete.naming=jpa"),
                        tuple(ProcessorCode.UNKNOWN_VALUE, "-Aaccrete.dialects", "use -Aaccrete.dialects=postgresql"),
                        tuple(ProcessorCode.UNKNOWN_VALUE, "-Aaccrete.hibernate", "use -Aaccrete.hibernate=7.4"));
    }
}
