package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.evolution.Applications;
import dev.accrete.processor.evolution.EvolvingApplication;
import dev.accrete.processor.evolution.EvolvingApplication.Outcome;
import dev.accrete.processor.evolution.Release;
import dev.accrete.schema.MigratingDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Applications that change at random, release by release, while somebody pastes what the messages offer: each migration
 * goes there, back and there again on both databases, with rows in every table. {@code -Devolutions.seeds=50} takes more
 * of them, from {@code -Devolutions.from=100} on, {@code -Devolutions=keys} those of one template, {@code
 * -Devolutions=unrelated} those of models that have nothing to do with each other, {@code -Devolutions=mutated} those of
 * models in which {@code -Devolutions.edits=3} statements change.
 */
class RandomHistoryTest {

    private static final String CHOSEN = System.getProperty("evolutions", "");
    private static final int FROM = Integer.getInteger("evolutions.from", 1);
    private static final int SEEDS = Integer.getInteger("evolutions.seeds", 1);
    private static final int EDITS = Integer.getInteger("evolutions.edits", 3);
    private static final int MUTATED = 5;

    private static final Map<Outcome, Integer> OUTCOMES_OF_RANDOM_MODELS = new EnumMap<>(Outcome.class);

    @TempDir
    Path temp;

    static Stream<String> applications() {
        return Applications.templates().stream()
                .filter(name -> name.contains(CHOSEN))
                .flatMap(name -> IntStream.range(FROM, FROM + SEEDS).mapToObj(seed -> name + " " + seed));
    }

    static LongStream unrelated() {
        return seeds("unrelated", SEEDS);
    }

    static LongStream mutated() {
        return seeds("mutated", MUTATED * SEEDS);
    }

    private static LongStream seeds(String kind, int count) {
        return LongStream.range(FROM, FROM + count).filter(seed -> kind.contains(CHOSEN));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("applications")
    void anApplicationChangesAsTheMessagesSay(String name) throws Exception {
        long seed = Long.parseLong(name.split(" ")[1]);
        assertThat(release(Applications.template(name.split(" ")[0], seed), seed))
                .as("a release can be mapped")
                .containsKey(Outcome.CREATED);
    }

    /** Everything changes at once. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("unrelated")
    void aModelBecomesAnotherThatSharesNothingButNames(long seed) throws Exception {
        releaseUntilRowsStop(Applications.unrelated(seed), seed);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("mutated")
    void anyStatementOfAModelChanges(long seed) throws Exception {
        releaseUntilRowsStop(Applications.mutated(seed, EDITS), seed);
    }

    /** Where rows of the last one stop the next and its header finds them, there is no way on. */
    private void releaseUntilRowsStop(List<Release> releases, long seed) throws Exception {
        try {
            release(releases, seed)
                    .forEach((outcome, count) -> OUTCOMES_OF_RANDOM_MODELS.merge(outcome, count, Integer::sum));
        } catch (MigratingDatabase.RowsStop e) {
            assertThat(e.queries()).isNotEmpty();
        }
    }

    @AfterAll
    static void randomModelsWentThereAndBack() {
        assertThat(OUTCOMES_OF_RANDOM_MODELS)
                .satisfiesAnyOf(
                        outcomes -> assertThat(outcomes).isEmpty(),
                        outcomes -> assertThat(outcomes).containsKey(Outcome.MIGRATED));
    }

    private Map<Outcome, Integer> release(List<Release> releases, long seed) throws Exception {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        try (EvolvingApplication application = new EvolvingApplication(temp, new Random(seed))) {
            for (Release release : releases) {
                try {
                    outcomes.merge(application.release(release), 1, Integer::sum);
                } catch (MigratingDatabase.RowsStop e) {
                    throw e;
                } catch (AssertionError | SQLException e) {
                    throw new AssertionError(e.getMessage() + "\nin the history\n" + application.history(), e);
                }
            }
        }
        return outcomes;
    }
}
