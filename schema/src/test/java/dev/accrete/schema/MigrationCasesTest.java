package dev.accrete.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.CaseIntents;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.finding.Severity;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One folder per case in {@code src/test/resources/plan}: {@code before.json}, {@code after.json} and, where something is
 * stated, {@code intents.txt} go in; a script and an undo script per dialect come out, and {@code hazards.txt}. {@code
 * mvn test -Dgolden.refresh=true} writes what comes out; {@code -Dcases=rename} runs those with that in their name. The scripts of these cases, and of those in {@code
 * src/test/resources/diff}, then run on real databases.
 */
class MigrationCasesTest {

    private static final Path PLAN_CASES = Path.of("src/test/resources/plan");
    private static final Path DIFF_CASES = Path.of("src/test/resources/diff");
    private static final Set<String> FILES = Set.of(
            "before.json",
            "after.json",
            "intents.txt",
            "hazards.txt",
            "h2.sql",
            "h2-undo.sql",
            "postgresql.sql",
            "postgresql-undo.sql");

    @TestFactory
    Stream<DynamicTest> theScriptsOf() throws IOException {
        return cases(PLAN_CASES)
                .map(folder ->
                        DynamicTest.dynamicTest(folder.getFileName().toString(), () -> compareWithGoldens(folder)));
    }

    @TestFactory
    Stream<DynamicTest> aDatabaseGoesThereAndBackAndThereWith() throws IOException {
        return Stream.concat(cases(PLAN_CASES), cases(DIFF_CASES))
                .flatMap(folder -> Dialects.ALL.stream()
                        .map(dialect -> DynamicTest.dynamicTest(
                                folder.getFileName() + " on " + dialect.name(), () -> run(folder, dialect))));
    }

    private static Stream<Path> cases(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            List<Path> cases = folders.sorted().toList();
            assertThat(cases).isNotEmpty();
            return cases.stream()
                    .filter(folder -> folder.getFileName().toString().contains(System.getProperty("cases", "")));
        }
    }

    private static void compareWithGoldens(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(FILES);
        }
        Draft draft = draft(folder, Dialects.ALL);
        compare(
                folder.resolve("hazards.txt"),
                String.join(
                        "",
                        draft.findings().stream()
                                .map(finding -> finding.text() + "\n")
                                .toList()));
        for (Dialect dialect : Dialects.ALL) {
            DraftScript script = draft.scripts().get(dialect.name());
            compare(folder.resolve(dialect.name() + ".sql"), script.script());
            compare(folder.resolve(dialect.name() + "-undo.sql"), script.undo());
        }
    }

    /** A draft with something undecided can't be saved: it says what is missing, and runs where there are no rows. */
    private static void run(Path folder, Dialect dialect) throws Exception {
        try (MigratingDatabase database = MigratingDatabase.at(dialect, snapshot(folder.resolve("before.json")))) {
            boolean decided = draft(folder, List.of(dialect)).findings().stream()
                    .noneMatch(finding -> finding.code().severity() == Severity.UNDECIDED);
            database.haveAlready(
                    intents(folder), snapshot(folder.resolve("after.json")).model());
            if (decided) {
                database.insertRows();
            }
            database.migrate(snapshot(folder.resolve("after.json")).model(), intents(folder));
        }
    }

    private static Draft draft(Path folder, List<Dialect> dialects) throws IOException {
        return MigratingDatabase.draft(
                snapshot(folder.resolve("before.json")),
                snapshot(folder.resolve("after.json")).model(),
                intents(folder),
                dialects);
    }

    private static Intents intents(Path folder) throws IOException {
        Path intents = folder.resolve("intents.txt");
        return CaseIntents.parse(Files.exists(intents) ? Files.readAllLines(intents) : List.of());
    }

    private static Snapshot snapshot(Path file) throws IOException {
        return SnapshotReader.read(Files.readString(file), file.toString());
    }

    private static void compare(Path golden, String text) throws IOException {
        if (Boolean.getBoolean("golden.refresh")) {
            Files.writeString(golden, text);
        } else if (!Files.exists(golden)) {
            fail("there is no " + golden.toAbsolutePath() + "; it would hold:\n" + text);
        }
        assertThat(text).as(golden.toString()).isEqualTo(Files.readString(golden));
    }
}
