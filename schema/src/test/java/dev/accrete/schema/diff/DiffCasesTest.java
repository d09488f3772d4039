package dev.accrete.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotReader;
import dev.accrete.schema.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One folder per case in {@code src/test/resources/diff}: {@code before.json}, {@code after.json} and, where something is
 * stated, {@code intents.txt} go in; {@code changes.txt}, {@code findings.txt} and {@code kept.txt} come out. {@code mvn
 * test -Dgolden.refresh=true} writes what comes out; read the difference before you commit it.
 */
class DiffCasesTest {

    private static final Path CASES = Path.of("src/test/resources/diff");
    private static final Set<String> FILES =
            Set.of("before.json", "after.json", "intents.txt", "changes.txt", "findings.txt", "kept.txt");

    @TestFactory
    Stream<DynamicTest> theDiffOf() throws IOException {
        List<Path> cases;
        try (Stream<Path> folders = Files.list(CASES)) {
            cases = folders.sorted().toList();
        }
        assertThat(cases).isNotEmpty();
        return cases.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder)));
    }

    private static void run(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(FILES);
        }
        Snapshot before = snapshot(folder.resolve("before.json"));
        Schema after = snapshot(folder.resolve("after.json")).model();
        Path intentsFile = folder.resolve("intents.txt");
        Intents intents = CaseIntents.parse(Files.exists(intentsFile) ? Files.readAllLines(intentsFile) : List.of());
        Origins origins = CaseIntents.origins(after);

        DiffResult result = SchemaDiff.between(before.model(), before.kept(), after, intents, origins);

        compare(folder.resolve("changes.txt"), result.changes().stream().map(DiffCasesTest::text));
        compare(folder.resolve("findings.txt"), result.findings().stream().map(DiffCasesTest::text));
        compare(folder.resolve("kept.txt"), keptFacts(result));
        assertThat(SchemaDiff.between(after, result.kept(), after, intents, origins)
                        .changes())
                .as("a second diff")
                .isEmpty();
        assertThat(SchemaDiff.between(
                                Mirrored.schema(before.model()),
                                before.kept(),
                                Mirrored.schema(after),
                                Mirrored.intents(intents),
                                origins)
                        .changes()
                        .stream()
                        .map(DiffCasesTest::text))
                .as("the diff of the same input in opposite order")
                .isEqualTo(result.changes().stream().map(DiffCasesTest::text).toList());
    }

    private static Snapshot snapshot(Path file) throws IOException {
        return SnapshotReader.read(Files.readString(file), file.toString());
    }

    private static String text(Change change) {
        return ChangeText.subject(change) + ": " + ChangeText.of(change);
    }

    private static String text(Finding finding) {
        return finding.code().severity() + " " + finding.text();
    }

    private static Stream<String> keptFacts(DiffResult result) {
        String text = SnapshotWriter.write(Snapshot.of(Schema.empty(), result.kept(), Map.of(), Set.of()));
        return text.lines().filter(line -> line.endsWith("},"));
    }

    private static void compare(Path golden, Stream<String> lines) throws IOException {
        String text = lines.map(line -> line + "\n").collect(Collectors.joining());
        if (Boolean.getBoolean("golden.refresh")) {
            Files.writeString(golden, text);
        } else if (!Files.exists(golden)) {
            fail("there is no " + golden.toAbsolutePath() + "; it would hold:\n" + text);
        }
        assertThat(text).as(golden.toString()).isEqualTo(Files.readString(golden));
    }
}
