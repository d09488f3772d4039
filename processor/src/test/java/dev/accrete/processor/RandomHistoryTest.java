package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.differential.UnrelatedModels;
import dev.accrete.processor.map.SchemaMapper;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.testing.Compile;
import dev.accrete.processor.testing.Saving;
import dev.accrete.processor.testing.Sources;
import dev.accrete.schema.MigratingDatabase;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotReader;
import dev.accrete.testkit.ChoiceTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
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
 * -Devolutions=unrelated} those of models that have nothing to do with each other.
 */
class RandomHistoryTest {

    private static final Path TEMPLATES = Path.of("src/test/resources/evolutions");
    private static final String CHOSEN = System.getProperty("evolutions", "");
    private static final int FROM = Integer.getInteger("evolutions.from", 1);
    private static final int SEEDS = Integer.getInteger("evolutions.seeds", 1);
    private static final int MOST_FIXES = 60;
    private static final String UNRELATED = "unrelated";
    private static final int UNRELATED_RELEASES = 4;

    private static int unrelatedReleases;
    private static int unrelatedMigrations;

    @TempDir
    Path temp;

    private final Map<String, MigratingDatabase> databases = new HashMap<>();

    static Stream<String> applications() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt") && name.contains(CHOSEN))
                    .sorted()
                    .flatMap(name -> IntStream.range(FROM, FROM + SEEDS).mapToObj(seed -> name + " " + seed))
                    .toList()
                    .stream();
        }
    }

    static LongStream unrelated() {
        return LongStream.range(FROM, FROM + SEEDS).filter(seed -> UNRELATED.contains(CHOSEN));
    }

    private int migrations;

    /** What the releases that can't be mapped are refused for. */
    private final List<String> refused = new ArrayList<>();

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("applications")
    void anApplicationChangesAsTheMessagesSay(String name) throws Exception {
        String template = Files.readString(TEMPLATES.resolve(name.split(" ")[0]));
        long seed = Long.parseLong(name.split(" ")[1]);
        release(HistoryTest.releases(new ChoiceTemplate(template).history(seed)), new Random(seed));
    }

    /** Everything changes at once. Where rows of the last one stop the next and its header finds them, there is no way on. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("unrelated")
    void aModelBecomesAnotherThatSharesNothingButNames(long seed) throws Exception {
        List<HistoryTest.Release> releases = LongStream.range(0, UNRELATED_RELEASES)
                .mapToObj(i -> UnrelatedModels.sources(seed * UNRELATED_RELEASES + i))
                .map(sources -> new HistoryTest.Release(List.of(), sources, List.of(), List.of()))
                .toList();
        unrelatedReleases += releases.size();
        try {
            release(releases, new Random(seed));
        } catch (MigratingDatabase.RowsStop e) {
            assertThat(e.queries()).isNotEmpty();
        } finally {
            unrelatedMigrations += migrations;
        }
    }

    @AfterAll
    static void modelsThatShareNothingWentThereAndBack() {
        assertThat(unrelatedMigrations)
                .as("migrations of %s unrelated models", unrelatedReleases)
                .isGreaterThanOrEqualTo(Integer.signum(unrelatedReleases));
    }

    private void release(List<HistoryTest.Release> releases, Random random) throws Exception {
        StringBuilder history = new StringBuilder();
        try {
            for (HistoryTest.Release release : releases) {
                Map<String, String> sources = new LinkedHashMap<>(release.sources());
                OfferedFixes fixes = new OfferedFixes(sources, random);
                Optional<Compile.Result> decided = decide(release.options(), sources, fixes);
                history.append("== next\n-- options.txt\n").append(String.join("\n", release.options()));
                sources.forEach((file, text) ->
                        history.append("\n-- ").append(file).append('\n').append(text.strip()));
                history.append('\n');
                if (decided.isPresent() && Files.exists(decided.get().output().resolve("db/draft/schema.json"))) {
                    migrate(decided.get().output(), release.options(), sources);
                }
            }
            assertThat(databases)
                    .as(() -> "databases of a history that can be mapped:\n" + String.join("\n", refused))
                    .hasSameSizeAs(Dialects.ALL);
        } catch (MigratingDatabase.RowsStop e) {
            throw e;
        } catch (AssertionError | SQLException e) {
            throw new AssertionError(e.getMessage() + "\nin the history\n" + history, e);
        } finally {
            for (MigratingDatabase database : databases.values()) {
                database.close();
            }
        }
    }

    /** Compiles until nothing is open; empty for a release that can't be mapped, which is left out. */
    private Optional<Compile.Result> decide(List<String> options, Map<String, String> sources, OfferedFixes fixes)
            throws IOException {
        for (int i = 0; i < MOST_FIXES; i++) {
            Compile.Result result = compile(options, sources);
            if (!result.success()) {
                assertThat(fixes.any())
                        .as(() -> result.text() + "\nwith " + fixes)
                        .isFalse();
                refused.add(result.text());
                return Optional.empty();
            }
            Optional<String> open = result.diagnostics().stream()
                    .map(each -> each.getMessage(Locale.ROOT))
                    .filter(message -> message.contains("[ACC-D00"))
                    .findFirst();
            if (open.isEmpty()) {
                return Optional.of(result);
            }
            fixes.paste(open.get());
        }
        throw new AssertionError("still something to decide after " + fixes);
    }

    private Compile.Result compile(List<String> options, Map<String, String> sources) throws IOException {
        return Compile.into(Files.createTempDirectory(temp, "out"))
                .with("-Aaccrete.dir=" + temp.resolve("db/migration"), "-proc:only")
                .with(options.toArray(String[]::new))
                .sources(texts(sources));
    }

    private static String[] texts(Map<String, String> sources) {
        return sources.values().toArray(String[]::new);
    }

    private void migrate(Path output, List<String> options, Map<String, String> sources)
            throws IOException, SQLException {
        Path folder = Saving.save(output, temp.resolve("db/migration"), "next");
        Snapshot after = SnapshotReader.read(Files.readString(folder.resolve("schema.json")), "schema.json");
        Intents intents = intents(after, options, sources);
        for (Dialect dialect : Dialects.ALL) {
            MigratingDatabase database = databases.get(dialect.name());
            if (database == null) {
                databases.put(dialect.name(), MigratingDatabase.at(dialect, after));
            } else {
                database.insertRowsWhereNone();
                database.migrate(after.model(), intents);
                migrations++;
            }
        }
    }

    private static Intents intents(Snapshot after, List<String> options, Map<String, String> sources) {
        Map<String, String> given = new HashMap<>();
        for (String option : options) {
            String[] parts = option.substring("-A".length()).split("=");
            given.put(parts[0], parts[1]);
        }
        AtomicReference<Intents> intents = new AtomicReference<>();
        Sources.of(texts(sources)).read(found -> {
            List<ClassDetails> managed = new ArrayList<>();
            after.classes().forEach(name -> managed.add(found.find(name).orElseThrow()));
            Problems problems = new Problems();
            intents.set(SchemaMapper.map(
                            managed,
                            found,
                            Evaluation.none(),
                            Options.read(given, problems).mapping(),
                            problems)
                    .intents());
        });
        return intents.get();
    }
}
