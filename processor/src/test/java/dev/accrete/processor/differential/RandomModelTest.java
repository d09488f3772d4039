package dev.accrete.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.sql.SQLException;
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
 * <p>The seeds are fixed, {@code -Dmodels.seeds=N} takes N of them. A failure prints the smallest model that fails alike.
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
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)));
    }

    private static void check(long seed) throws IOException, SQLException {
        GeneratedModel model = ModelGenerator.generate(seed);
        Comparison comparison = harness.compare(model.sources("seed" + seed));
        if (comparison.verdict().isFault()) {
            GeneratedModel smallest = ModelShrinker.shrink(harness, model, comparison.verdict());
            fail("seed " + seed + ":\n"
                    + harness.compare(smallest.sources("seed" + seed)).text() + "\n" + smallest.text());
        }
    }

    @Test
    void aSeedGivesTheSameModelAgain() {
        assertThat(ModelGenerator.generate(7)).isEqualTo(ModelGenerator.generate(7));
        assertThat(ModelGenerator.generate(7)).isNotEqualTo(ModelGenerator.generate(8));
    }
}
