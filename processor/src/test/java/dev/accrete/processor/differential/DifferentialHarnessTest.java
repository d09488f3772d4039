package dev.accrete.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The harness tells the cases apart. */
class DifferentialHarnessTest {

    private static DifferentialHarness harness;

    @BeforeAll
    static void start() throws Exception {
        harness = new DifferentialHarness();
    }

    @AfterAll
    static void stop() throws Exception {
        harness.close();
    }

    private static Comparison compare(String body) throws Exception {
        return harness.compare(
                new ModelSources("model", List.of("package m; import jakarta.persistence.*; " + body)),
                Set.of(Naming.JPA));
    }

    private static List<Verdict> verdicts(Comparison comparison) {
        return comparison.outcomes().stream().map(Comparison.Outcome::verdict).toList();
    }

    @Test
    void sameSchemasAreIdentical() throws Exception {
        assertThat(verdicts(compare("@Entity class A { @Id @GeneratedValue Long id; String name; }")))
                .containsExactly(Verdict.IDENTICAL, Verdict.IDENTICAL);
    }

    @Test
    void aModelThatIsNoJavaIsTold() throws Exception {
        assertThat(verdicts(compare("@Entity class A { @Id Strin id; }")))
                .containsExactly(Verdict.NOT_JAVA, Verdict.NOT_JAVA);
    }

    @Test
    void aRefusalOfHibernateCountsWithTheProcessors() throws Exception {
        assertThat(verdicts(compare("@Entity class A { String name; }")))
                .containsExactly(Verdict.HIBERNATE_REFUSES_TOO, Verdict.HIBERNATE_REFUSES_TOO);
    }

    @Test
    void theDatabasesAreJudgedEachForItself() throws Exception {
        // A word that only one of them reserves.
        assertThat(verdicts(compare("@Entity class A { @Id Long id; @Column(name = \"analyse\") int b; }")))
                .containsExactly(Verdict.IDENTICAL, Verdict.HIBERNATE_REFUSES_TOO);
    }

    @Test
    void aTableOfTheModelBeforeIsGone() throws Exception {
        compare("@Entity class Before { @Id @GeneratedValue Long id; }");
        assertThat(verdicts(compare("@Entity class After { @Id Long id; }")))
                .containsExactly(Verdict.IDENTICAL, Verdict.IDENTICAL);
    }

    @Test
    void optionsInTheModelReachTheProcessor() throws Exception {
        Comparison comparison = harness.compare(
                new ModelSources(
                        "model",
                        List.of("// -Aaccrete.nonsense=1\npackage m; import jakarta.persistence.*;"
                                + " @Entity class A { @Id Long id; }")),
                Set.of(Naming.JPA));
        assertThat(comparison.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(comparison.codes()).containsExactly("ACC-O001");
    }

    @Test
    void settingsInTheModelReachHibernate() throws Exception {
        Comparison comparison = harness.compare(
                new ModelSources(
                        "model",
                        List.of(
                                "// hibernate.type.preferred_uuid_jdbc_type=CHAR\npackage m; import jakarta.persistence.*;"
                                        + " @Entity class A { @Id java.util.UUID id; }")),
                Set.of(Naming.JPA));
        assertThat(comparison.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(comparison.text()).contains("column public.a.id: type: expected character(36), found uuid");
    }
}
