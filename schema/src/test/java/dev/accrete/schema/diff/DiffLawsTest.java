package dev.accrete.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.SchemaApplier;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.ModelHash;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotReader;
import dev.accrete.schema.snapshot.SnapshotWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every diff, over chains of random schemas with random intents. */
class DiffLawsTest {

    private static final int STEPS = 4;

    /** The same seeds in every run; {@code -Dlaws.seeds=20000} looks further. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("laws.seeds", 400));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyStepOfAChainEndsInItsModelAndASecondDiffIsEmpty(long seed) {
        RandomSchemas random = new RandomSchemas(seed);
        Schema model = Schema.empty();
        Kept kept = Kept.nothing();
        for (int step = 0; step < STEPS; step++) {
            Schema next = random.schema();
            Intents intents = random.intents(next);

            // That the changes lead to the model is proved by the diff itself: it fails otherwise.
            DiffResult result = SchemaDiff.between(model, kept, next, intents, Origins.none());

            assertThat(SchemaApplier.apply(model, kept, result.changes()).kept())
                    .isEqualTo(result.kept());
            assertThat(SchemaDiff.between(next, result.kept(), next, intents, Origins.none())
                            .changes())
                    .isEmpty();
            assertThat(SchemaDiff.between(
                                    Mirrored.schema(model),
                                    kept,
                                    Mirrored.schema(next),
                                    Mirrored.intents(intents),
                                    Origins.none())
                            .changes())
                    .extracting(DiffLawsTest::text)
                    .isEqualTo(result.changes().stream().map(DiffLawsTest::text).toList());
            Snapshot snapshot = Snapshot.of(next, result.kept(), Map.of("step", "x"), Set.of("A"));
            assertThat(SnapshotReader.read(SnapshotWriter.write(snapshot), "schema.json"))
                    .isEqualTo(snapshot);
            assertThat(ModelHash.of(Mirrored.schema(next))).isEqualTo(ModelHash.of(next));
            model = next;
            kept = result.kept();
        }
    }

    @Test
    void theRandomSchemasReachEveryKindOfChange() {
        Set<Class<?>> reached = new HashSet<>();
        for (int seed = 0; seed < 400; seed++) {
            RandomSchemas random = new RandomSchemas(seed);
            Schema model = Schema.empty();
            Kept kept = Kept.nothing();
            for (int step = 0; step < STEPS; step++) {
                Schema next = random.schema();
                DiffResult result = SchemaDiff.between(model, kept, next, random.intents(next), Origins.none());
                result.changes().forEach(change -> reached.add(change.getClass()));
                model = next;
                kept = result.kept();
            }
        }

        Set<Class<?>> missed = kinds(Change.class).collect(Collectors.toSet());
        missed.removeAll(reached);

        assertThat(missed)
                .as("kinds of change that no random pair has")
                .containsExactlyInAnyOrder(
                        RowChange.DeleteRow.class,
                        RowChange.FollowKeys.class,
                        RowChange.MendReferences.class,
                        RowChange.TakeOutRows.class,
                        RowChange.FillTable.class,
                        RowChange.FillColumn.class,
                        RowChange.NumberRows.class);
    }

    private static Stream<Class<?>> kinds(Class<?> group) {
        return group.isSealed()
                ? Stream.of(group.getPermittedSubclasses()).flatMap(DiffLawsTest::kinds)
                : Stream.of(group);
    }

    private static String text(Change change) {
        return ChangeText.subject(change) + ": " + ChangeText.of(change);
    }
}
