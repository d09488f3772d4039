package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import dev.accrete.processor.testing.Saving;
import dev.accrete.runtime.Accrete;
import dev.accrete.runtime.FolderSource;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.format.StepMode;
import dev.accrete.schema.inspect.ComparisonOptions;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalSchemaComparison;
import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder in {@code resources/golden} is a case to read: entities, and the scripts that they yield. {@code
 * -Dgolden.refresh=true} writes what comes out. The scripts also run, there and back, on both databases.
 */
class GoldenTest {

    static final Path CASES = Path.of("src/test/resources/golden");
    private static final boolean REFRESH = Boolean.getBoolean("golden.refresh");

    @TempDir
    Path temp;

    static Stream<Arguments> casesAndNamings() throws IOException {
        return folders(CASES).stream()
                .flatMap(folder -> Stream.of("jpa", "snake_case")
                        .map(naming -> Arguments.of(folder.getFileName().toString(), naming)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("casesAndNamings")
    void theEntitiesYieldTheseScripts(String name, String naming) throws Exception {
        Path folder = CASES.resolve(name);
        Path migrations = temp.resolve("db/migration");
        SortedMap<String, String> actual = new TreeMap<>();
        for (Path version : versions(folder)) {
            Compile.Result result = compile(version, naming, migrations);
            assertThat(result.success()).as(result.text()).isTrue();
            actual = scripts(result);
            Saving.save(result.output(), migrations, "v" + version.getFileName());
            assertNothingIsLeft(version, naming, migrations);
        }

        compare(folder.resolve("expected").resolve(naming), actual);
        for (String dialect : List.of("h2", "postgresql")) {
            runThereAndBack(folder, dialect, versions(folder).size());
        }
    }

    private Compile.Result compile(Path version, String naming, Path migrations) throws IOException {
        return Compile.into(temp.resolve("out" + version.getFileName()))
                .with("-Aaccrete.naming=" + naming, "-Aaccrete.dir=" + migrations)
                .sources(sources(version));
    }

    static String[] sources(Path version) throws IOException {
        try (Stream<Path> files = Files.list(version)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                texts.add(Files.readString(file));
            }
            return texts.toArray(String[]::new);
        }
    }

    /** {@code h2/V0001.sql} and the like, and what was said. */
    private static SortedMap<String, String> scripts(Compile.Result result) {
        SortedMap<String, String> scripts = new TreeMap<>();
        result.resources().forEach((path, text) -> {
            if (path.startsWith("db/draft/") && path.endsWith(".sql")) {
                scripts.put(path.substring("db/draft/".length()).replace("__draft", ""), text);
            }
        });
        List<String> messages = result.fullMessages();
        if (!messages.isEmpty()) {
            scripts.put("messages.txt", String.join("\n", messages) + "\n");
        }
        return scripts;
    }

    private void assertNothingIsLeft(Path version, String naming, Path migrations) throws IOException {
        assertThat(compile(version, naming, migrations).resources().keySet())
                .as("after saving")
                .noneMatch(path -> path.startsWith("db/draft/"));
    }

    private static void compare(Path expected, SortedMap<String, String> actual) throws IOException {
        if (REFRESH) {
            refresh(expected, actual);
        }
        SortedMap<String, String> golden = new TreeMap<>();
        if (Files.exists(expected)) {
            try (Stream<Path> files = Files.walk(expected)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    golden.put(expected.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        assertThat(actual.keySet())
                .as("files of " + expected + "; write them with -Dgolden.refresh=true")
                .isEqualTo(golden.keySet());
        actual.forEach((file, text) ->
                assertThat(text).as(expected.resolve(file).toString()).isEqualTo(golden.get(file)));
    }

    private static void refresh(Path expected, SortedMap<String, String> actual) throws IOException {
        if (Files.exists(expected)) {
            try (Stream<Path> files = Files.walk(expected)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (var entry : actual.entrySet()) {
            Path file = expected.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue());
        }
    }

    /** The migrations by the runtime; then each undo script, which must lead to the schema before its migration. */
    private void runThereAndBack(Path folder, String dialect, int count) throws Exception {
        Path migrations = temp.resolve("db/migration");
        try (TestDatabase database = TestDatabase.create(dialect)) {
            if (Files.exists(folder.resolve("before.sql"))) {
                database.execute(Files.readString(folder.resolve("before.sql")));
            }
            Accrete.builder()
                    .dataSource(database.dataSource())
                    .source(new FolderSource("main", migrations))
                    .build()
                    .migrate();
            PhysicalSchema after = inspect(database);
            for (int version = count; version > 0; version--) {
                run(database, migrations.resolve("%s/U%04d__v%d.sql".formatted(dialect, version, version)));
            }
            for (int version = 1; version <= count; version++) {
                PhysicalSchema before = inspect(database);
                run(database, migrations.resolve("%s/V%04d__v%d.sql".formatted(dialect, version, version)));
                PhysicalSchema there = inspect(database);
                run(database, migrations.resolve("%s/U%04d__v%d.sql".formatted(dialect, version, version)));
                assertSame(before, inspect(database), "V%04d and back on %s".formatted(version, dialect));
                run(database, migrations.resolve("%s/V%04d__v%d.sql".formatted(dialect, version, version)));
                assertSame(there, inspect(database), "V%04d again on %s".formatted(version, dialect));
            }
            assertSame(after, inspect(database), "all again on " + dialect);
        }
    }

    static void assertSame(PhysicalSchema expected, PhysicalSchema actual, String name) {
        assertThat(PhysicalSchemaComparison.differences(
                        expected, actual, ComparisonOptions.definitions().withNames(ComparisonOptions.Names.EXACT)))
                .as(name)
                .isEmpty();
    }

    static PhysicalSchema inspect(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return DatabaseInspector.forDialect(database.dialect()).inspect(connection, InspectionScope.everything());
        }
    }

    static void run(TestDatabase database, Path script) throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (ScriptStep step :
                    Script.parse(Files.readString(script), script.toString()).steps()) {
                connection.setAutoCommit(step.mode() == StepMode.AUTOCOMMIT);
                for (ScriptStatement each : step.statements()) {
                    statement.execute(each.sql());
                }
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<Path> versions(Path folder) throws IOException {
        return folders(folder).stream()
                .filter(version -> version.getFileName().toString().matches("\\d"))
                .toList();
    }

    static List<Path> folders(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.filter(Files::isDirectory).sorted().collect(Collectors.toList());
        }
    }
}
