package dev.accrete.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Models of random features yield the schema that Hibernate makes, or are refused.
 *
 * <p>The seeds are fixed, {@code -Dmodels.seeds=N} takes N of them, half of which are of {@link CombinationGenerator}. A
 * failure prints the smallest model that fails alike.
 */
class RandomModelTest {

    private static final int SEEDS = Integer.getInteger("models.seeds", 30);

    private static DifferentialHarness harness;

    @BeforeAll
    static void start() throws IOException, SQLException {
        harness = new DifferentialHarness();
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        harness.close();
    }

    @TestFactory
    Stream<DynamicTest> aRandomModelYieldsTheSchemaThatHibernateMakes() {
        return Stream.concat(
                tests("random", ModelGenerator::generate, (SEEDS + 1) / 2),
                tests("combined", CombinationGenerator::generate, SEEDS / 2));
    }

    private static Stream<DynamicTest> tests(String kind, LongFunction<GeneratedModel> generator, int seeds) {
        return LongStream.rangeClosed(1, seeds)
                .mapToObj(seed ->
                        DynamicTest.dynamicTest(kind + " " + seed, () -> check(kind + seed, generator.apply(seed))));
    }

    private static void check(String seed, GeneratedModel model) throws IOException, SQLException {
        Comparison comparison = harness.compare(model.sources(seed));
        if (comparison.verdict().isFault()) {
            GeneratedModel smallest = ModelShrinker.shrink(harness, model, comparison.verdict());
            fail(seed + ":\n" + harness.compare(smallest.sources(seed)).text() + "\n" + smallest.text());
        }
    }

    @Test
    void aSeedGivesTheSameModelAgain() {
        assertThat(ModelGenerator.generate(7)).isEqualTo(ModelGenerator.generate(7));
        assertThat(ModelGenerator.generate(7)).isNotEqualTo(ModelGenerator.generate(8));
        assertThat(CombinationGenerator.generate(7)).isEqualTo(CombinationGenerator.generate(7));
    }
}
