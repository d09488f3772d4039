package dev.accrete.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.CaseIntents;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.inspect.ComparisonOptions;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalSchemaComparison;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotReader;
import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One folder per case in {@code src/test/resources/plan}: {@code before.json}, {@code after.json} and, where something is
 * stated, {@code intents.txt} go in; a script and an undo script per dialect come out, and {@code hazards.txt}. Each
 * script then runs with a row in every table: it must lead to the schema of the model made from nothing, and its undo
 * back. {@code mvn test -Dgolden.refresh=true} writes what comes out.
 */
class MigrationCasesTest {

    private static final Path CASES = Path.of("src/test/resources/plan");
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
        List<Path> cases;
        try (Stream<Path> folders = Files.list(CASES)) {
            cases = folders.sorted().toList();
        }
        assertThat(cases).isNotEmpty();
        return cases.stream()
                .flatMap(folder -> Stream.concat(
                        Stream.of(DynamicTest.dynamicTest(
                                folder.getFileName() + ": text", () -> compareWithGoldens(folder))),
                        Dialects.ALL.stream()
                                .map(dialect -> DynamicTest.dynamicTest(
                                        folder.getFileName() + ": runs on " + dialect.name(),
                                        () -> run(folder, dialect)))));
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

    private static void run(Path folder, Dialect dialect) throws Exception {
        Snapshot before = snapshot(folder.resolve("before.json"));
        Schema after = snapshot(folder.resolve("after.json")).model();
        Draft draft = draft(folder, List.of(dialect));
        DraftScript script = draft.scripts().get(dialect.name());
        try (TestDatabase database = TestDatabase.create(dialect.name());
                Connection connection = database.connect()) {
            Scripts.run(connection, fromNothing(before.model(), dialect));
            Scripts.insertARowIntoEachTable(connection, before.model());
            PhysicalSchema start = DatabaseInspector.forDialect(dialect.name()).inspect(connection);

            Scripts.run(connection, script.script());
            PhysicalSchema reached =
                    DatabaseInspector.forDialect(dialect.name()).inspect(connection);
            if (draft.after().kept().isEmpty()) {
                assertThat(differences(fresh(after, dialect), reached))
                        .as(() -> "the schema that this leads to:\n" + script.script())
                        .isEmpty();
            }

            Scripts.run(connection, script.undo());
            assertThat(differences(
                            start, DatabaseInspector.forDialect(dialect.name()).inspect(connection)))
                    .as(() -> "the schema that this leads back to:\n" + script.undo())
                    .isEmpty();
        }
    }

    private static PhysicalSchema fresh(Schema schema, Dialect dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.create(dialect.name());
                Connection connection = database.connect()) {
            Scripts.run(connection, fromNothing(schema, dialect));
            return DatabaseInspector.forDialect(dialect.name()).inspect(connection);
        }
    }

    private static String fromNothing(Schema schema, Dialect dialect) {
        return draft(Snapshot.empty(), schema, Intents.none(), List.of(dialect))
                .wholeSchemas()
                .get(dialect.name());
    }

    private static List<String> differences(PhysicalSchema expected, PhysicalSchema found) {
        return PhysicalSchemaComparison.differences(
                        expected, found, ComparisonOptions.definitions().withNames(ComparisonOptions.Names.EXACT))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static Draft draft(Path folder, List<Dialect> dialects) throws IOException {
        Path intents = folder.resolve("intents.txt");
        return draft(
                snapshot(folder.resolve("before.json")),
                snapshot(folder.resolve("after.json")).model(),
                CaseIntents.parse(Files.exists(intents) ? Files.readAllLines(intents) : List.of()),
                dialects);
    }

    private static Draft draft(Snapshot before, Schema after, Intents intents, List<Dialect> dialects) {
        return MigrationPipeline.draft(new DraftRequest(
                before,
                after,
                new TreeMap<>(),
                new TreeSet<>(),
                CaseIntents.origins(after),
                intents,
                dialects,
                2,
                "case"));
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
