package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.evolution.Release;
import dev.accrete.processor.testing.Compile;
import dev.accrete.processor.testing.Saving;
import dev.accrete.schema.DraftScript;
import dev.accrete.schema.MigrationPipeline;
import dev.accrete.schema.SquashRequest;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalTable;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotReader;
import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications as they grow, release by release, with rows in their tables; {@code resources/histories/README.md}. */
class HistoryTest {

    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    /** A part of the names of those to run. */
    private static final String CHOSEN = System.getProperty("histories", "");

    @TempDir
    Path temp;

    static Stream<Arguments> histories() throws IOException {
        try (Stream<Path> files = Files.list(HISTORIES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt") && name.contains(CHOSEN))
                    .sorted()
                    .flatMap(name -> Stream.of(Arguments.of(name, "h2"), Arguments.of(name, "postgresql")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("histories")
    void anApplicationGrowsAndNothingIsLost(String name, String dialect) throws Exception {
        List<Release> releases = Release.in(Files.readString(HISTORIES.resolve(name)));
        Path migrations = temp.resolve("db/migration");
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < releases.size(); i++) {
            save(releases.get(i), i + 1, migrations);
            snapshots.add(SnapshotReader.read(Files.readString(migrations.resolve("schema.json")), "schema.json"));
        }
        try (TestDatabase database = TestDatabase.create(dialect)) {
            List<String> checks = new ArrayList<>();
            for (int version = 1; version <= releases.size(); version++) {
                Release release = releases.get(version - 1);
                var before = GoldenTest.inspect(database);
                Map<String, Long> counted = rowCounts(database, before);
                createSchemas(database, snapshots.get(version - 1));
                GoldenTest.run(database, script(migrations, dialect, "V", version));
                var after = GoldenTest.inspect(database);
                GoldenTest.assertSame(
                        fresh(snapshots.get(version - 1), version, dialect), after, "release " + version + " and new");
                rowCounts(database, after)
                        .forEach((table, rows) -> assertThat(rows)
                                .as("rows of " + table)
                                .isGreaterThanOrEqualTo(counted.getOrDefault(table, 0L)));
                GoldenTest.run(database, script(migrations, dialect, "U", version));
                GoldenTest.assertSame(before, GoldenTest.inspect(database), "back from release " + version);
                assertThat(rowCounts(database, before))
                        .as("rows, back from release " + version)
                        .isEqualTo(counted);
                check(database, checks, version - 1);
                GoldenTest.run(database, script(migrations, dialect, "V", version));
                GoldenTest.assertSame(after, GoldenTest.inspect(database), "again to release " + version);
                database.execute(release.rows().toArray(String[]::new));
                // A check speaks of the model of its release; what a later one renames it states again.
                checks = release.checks();
                check(database, checks, version);
            }
            var last = GoldenTest.inspect(database);
            for (int version = releases.size(); version > 1; version--) {
                GoldenTest.run(database, script(migrations, dialect, "U", version));
            }
            check(database, releases.get(0).checks(), 1);
            for (int version = 2; version <= releases.size(); version++) {
                GoldenTest.run(database, script(migrations, dialect, "V", version));
            }
            GoldenTest.assertSame(last, GoldenTest.inspect(database), "all again");
        }
    }

    /** A new database at a release, with what is kept without a mapping. */
    private PhysicalSchema fresh(Snapshot snapshot, int version, String dialect) throws Exception {
        Dialect chosen = Dialects.named(dialect).orElseThrow();
        DraftScript squash = MigrationPipeline.squash(new SquashRequest(
                        snapshot, Origins.none(), List.of(chosen), 1, version, "1:" + "0".repeat(32), "all"))
                .get(dialect);
        Path file = temp.resolve(dialect + version + ".sql");
        Files.writeString(file, squash.script());
        try (TestDatabase database = TestDatabase.create(dialect)) {
            createSchemas(database, snapshot);
            GoldenTest.run(database, file);
            return GoldenTest.inspect(database);
        }
    }

    /** No script creates them. */
    private static void createSchemas(TestDatabase database, Snapshot snapshot) throws SQLException {
        for (Table table : snapshot.model().tables()) {
            if (table.name().schema().isPresent()) {
                database.execute(
                        "create schema if not exists " + table.name().schema().get());
            }
        }
    }

    private static Map<String, Long> rowCounts(TestDatabase database, PhysicalSchema schema) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (PhysicalTable table : schema.tables()) {
                String name = "\"" + table.schema() + "\".\"" + table.name() + "\"";
                try (ResultSet result = statement.executeQuery("select count(*) from " + name)) {
                    result.next();
                    counts.put(name, result.getLong(1));
                }
            }
        }
        return counts;
    }

    private void save(Release release, int version, Path migrations) throws IOException {
        Compile.Result result = Compile.into(temp.resolve("out" + version))
                .with("-Aaccrete.dir=" + migrations)
                .with(release.options().toArray(String[]::new))
                .sources(release.sources().values().toArray(String[]::new));
        assertThat(result.success()).as(result.text()).isTrue();
        assertThat(result.fullMessages().stream().filter(message -> message.contains("[ACC-D00")))
                .as("decisions of release " + version)
                .isEmpty();
        Saving.save(result.output(), migrations, "v" + version);
    }

    private static Path script(Path migrations, String dialect, String kind, int version) {
        return migrations.resolve("%s/%s%04d__v%d.sql".formatted(dialect, kind, version, version));
    }

    private static void check(TestDatabase database, List<String> checks, int version) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String check : checks) {
                String[] parts = check.split(" => ");
                try (ResultSet result = statement.executeQuery(parts[0])) {
                    assertThat(result.next()).as(check).isTrue();
                    assertThat(result.getString(1))
                            .as(check + " at release " + version)
                            .isEqualTo(parts[1]);
                }
            }
        }
    }
}
