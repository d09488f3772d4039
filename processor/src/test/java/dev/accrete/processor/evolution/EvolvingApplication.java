package dev.accrete.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.MappedIntents;
import dev.accrete.processor.testing.Compile;
import dev.accrete.processor.testing.Saving;
import dev.accrete.schema.MigratingDatabase;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * An application of which release follows release while somebody pastes what the messages offer: each migration goes
 * there, back and there again on both databases, with rows in every table.
 */
public final class EvolvingApplication implements AutoCloseable {

    private static final int MOST_FIXES = 1000;

    private final Path folder;
    private final Random random;
    private final Map<String, MigratingDatabase> databases = new HashMap<>();
    private final StringBuilder history = new StringBuilder();
    private String refusal = "";

    /** What became of a release. */
    public enum Outcome {
        /** It can't be mapped, and is left out. */
        REFUSED,
        /** Nothing in the schema is new. */
        UNCHANGED,
        /** It is the first one. */
        CREATED,
        MIGRATED
    }

    /**
     * @param folder empty; has the migrations afterwards
     * @param random chooses among what messages offer
     */
    public EvolvingApplication(Path folder, Random random) {
        this.folder = folder;
        this.random = random;
    }

    /** The releases so far with what was pasted, as in {@code resources/histories}. */
    public String history() {
        return history.toString();
    }

    /** What the messages say of the last release that can't be mapped. */
    public String refusal() {
        return refusal;
    }

    /**
     * Migrates to the next release.
     *
     * @throws MigratingDatabase.RowsStop if rows stop a script whose header finds them before
     * @throws AssertionError if anything else is not as it must be; the application is of no use then
     * @throws SQLException if a database refuses a script
     */
    public Outcome release(Release release) throws IOException, SQLException {
        SourceCode sources = new SourceCode(new LinkedHashMap<>(release.sources()));
        Optional<Compile.Result> decided = decide(release.options(), sources);
        history.append("== next\n-- options.txt\n").append(String.join("\n", release.options()));
        sources.files()
                .forEach((file, text) ->
                        history.append("\n-- ").append(file).append('\n').append(text.strip()));
        history.append('\n');
        if (decided.isEmpty()) {
            return Outcome.REFUSED;
        }
        Path output = decided.get().output();
        return Files.exists(output.resolve("db/draft/schema.json"))
                ? migrate(output, release.options(), sources)
                : Outcome.UNCHANGED;
    }

    /** Compiles until nothing is open; empty for a release that can't be mapped. */
    private Optional<Compile.Result> decide(List<String> options, SourceCode sources) throws IOException {
        OfferedFixes fixes = new OfferedFixes(sources, random);
        for (int i = 0; i < MOST_FIXES; i++) {
            Compile.Result result = compile(options, sources);
            if (!result.success()) {
                assertThat(fixes.any())
                        .as(() -> result.text() + "\nwith " + fixes)
                        .isFalse();
                refusal = result.text();
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

    private Compile.Result compile(List<String> options, SourceCode sources) throws IOException {
        return Compile.into(Files.createTempDirectory(folder, "out"))
                .with("-Aaccrete.dir=" + migrations(), "-proc:only")
                .with(options.toArray(String[]::new))
                .sources(texts(sources));
    }

    private Path migrations() {
        return folder.resolve("db/migration");
    }

    private static String[] texts(SourceCode sources) {
        return sources.files().values().toArray(String[]::new);
    }

    private Outcome migrate(Path output, List<String> options, SourceCode sources) throws IOException, SQLException {
        Path saved = Saving.save(output, migrations(), "next");
        Snapshot after = SnapshotReader.read(Files.readString(saved.resolve("schema.json")), "schema.json");
        if (databases.isEmpty()) {
            for (Dialect dialect : Dialects.ALL) {
                databases.put(dialect.name(), MigratingDatabase.at(dialect, after));
            }
            return Outcome.CREATED;
        }
        Intents intents = MappedIntents.of(after.classes(), options, texts(sources));
        for (Dialect dialect : Dialects.ALL) {
            MigratingDatabase database = databases.get(dialect.name());
            database.insertRowsWhereNone();
            database.migrate(after.model(), intents);
        }
        return Outcome.MIGRATED;
    }

    @Override
    public void close() throws SQLException {
        for (MigratingDatabase database : databases.values()) {
            database.close();
        }
    }
}
