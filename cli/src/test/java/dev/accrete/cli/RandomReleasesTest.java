package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.schema.inspect.ComparisonOptions;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalSchemaComparison;
import dev.accrete.testkit.ChoiceTemplate;
import dev.accrete.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random releases of an application, squashed, or saved on two branches that git merges: databases at any of them and new ones
 * end at the same schema. {@code -Dreleases.seeds=50} takes more of them, from {@code -Dreleases.from=100} on.
 */
class RandomReleasesTest {

    private static final int FROM = Integer.getInteger("releases.from", 1);
    private static final int SEEDS = Integer.getInteger("releases.seeds", 1);

    /** What somebody adds to a script, and no model says. */
    private static final String BY_HAND = "CREATE VIEW by_hand_%s AS SELECT 1 AS one;\n";

    @TempDir
    Path folder;

    private final List<TestDatabase> databases = new ArrayList<>();
    private final ChoiceTemplate template = new ChoiceTemplate(resource());
    private CompiledProject project;
    private GitRepository git;
    private Random random;
    private Map<String, Integer> chosen;

    static Stream<String> cases() {
        return IntStream.range(FROM, FROM + SEEDS)
                .boxed()
                .flatMap(seed -> Stream.of("h2 " + seed, "postgresql " + seed));
    }

    private static String resource() {
        return ProjectFixture.read(Path.of("src/test/resources/releases.txt"));
    }

    private void start(String name) {
        random = new Random(Long.parseLong(name.split(" ")[1]));
        project = new CompiledProject(folder);
        ProjectFixture.write(folder.resolve("pom.xml"), "<project/>\n");
        // Sources are merged choice by choice, not line by line.
        ProjectFixture.write(folder.resolve(".gitignore"), "target/\nsrc/main/java/\n");
        git = GitRepository.init(folder);
        chosen = template.first(random);
        compile(chosen);
        assertSaved("r1");
        git.commit();
    }

    @AfterEach
    void closeDatabases() {
        databases.forEach(TestDatabase::close);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSquashIsTheMigrationsThatItStandsFor(String name) throws Exception {
        start(name);
        for (int release = 2; release <= 4; release++) {
            nextRelease("r" + release);
        }
        List<String> versions = versions();
        if (versions.size() < 2) {
            return;
        }
        int end = 1 + random.nextInt(versions.size() - 1);
        int some = random.nextInt(versions.size());
        TestDatabase all = database(name);
        migrated(all);
        TestDatabase part = database(name);
        run(part, "migrate", "--yes", "--to", versions.get(some));

        CommandRun squash = project.run("squash", "--to", versions.get(end), "all so far");
        if (squash.err().contains("[ACC-C040]")) {
            squash = project.run("squash", "--to", versions.get(end), "all so far", "--leave-out");
        }
        assertThat(squash.status()).as(squash.err()).isZero();
        CommandRun behind = project.run(part, "migrate", "--yes");
        if (some < end) {
            assertThat(behind.err()).contains("[ACC-R027]");
            git.run("stash", "-q", "-u");
            run(part, "migrate", "--yes", "--to", versions.get(end));
            git.run("stash", "pop", "-q");
        } else {
            assertThat(behind.status()).as(behind.err()).isZero();
        }
        git.commit();
        nextRelease("r5");

        TestDatabase fresh = database(name);
        Stream.of(fresh, part, all).forEach(this::migrated);
        same(fresh, part);
        same(fresh, all);
        for (TestDatabase each : databases) {
            run(each, "rollback", "none", "--yes");
            assertThat(covered(inspect(each))).as("tables, taken back").isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void twoBranchesThatGitMergesEndAtOneSchema(String name) throws Exception {
        start(name);
        nextRelease("r2");
        TestDatabase atBase = database(name);
        migrated(atBase);
        int common = versions().size();
        Map<String, Integer> base = chosen;

        git.run("checkout", "-q", "-b", "feature");
        String edited = releases("f");
        Map<String, Integer> onFeature = chosen;
        TestDatabase ofFeature = database(name);
        migrated(ofFeature);
        List<String> feature = versions();
        run(ofFeature, "rollback", versions().get(common - 1), "--yes");

        git.run("checkout", "-q", "main");
        chosen = base;
        compile(chosen);
        releases("m");
        Map<String, Integer> onMain = chosen;
        TestDatabase atMain = database(name);
        migrated(atMain);
        List<String> main = versions();

        boolean intoMain = random.nextBoolean();
        git.run("checkout", "-q", intoMain ? "main" : "feature");
        git.attempt("merge", "-q", "--no-edit", intoMain ? "feature" : "main");
        CommandRun rebase = project.run("rebase");
        assertThat(rebase.status()).as(rebase.err()).isZero();
        assertThat(rebase.out().startsWith("nothing to rebase"))
                .isEqualTo(feature.size() == common || main.size() == common);
        if (!edited.isEmpty() && !rebase.out().contains("dropped")) {
            assertThat(project.migrations().resolve(script(edited, name)))
                    .content()
                    .contains("by_hand_");
        }

        chosen = new LinkedHashMap<>(onFeature);
        onMain.forEach((choice, number) -> {
            if (!number.equals(base.get(choice))) {
                chosen.put(choice, number);
            }
        });
        compile(chosen);
        save("merged");
        git.commit();
        TestDatabase fresh = database(name);
        Stream.of(fresh, atBase, ofFeature, atMain).forEach(this::migrated);
        same(fresh, atBase);
        same(fresh, ofFeature);
        same(fresh, atMain);
        for (TestDatabase each : databases) {
            run(each, "rollback", "none", "--yes");
            assertThat(covered(inspect(each))).as("tables, taken back").isEmpty();
        }
    }

    /** One or two releases, the last of them edited by hand now and then. */
    private String releases(String branch) {
        for (int release = 1 + random.nextInt(2); release > 0; release--) {
            nextRelease(branch + release);
        }
        CatalogLine last = catalog().get(catalog().size() - 1);
        if (!last.description().startsWith(branch) || random.nextInt(3) > 0) {
            return "";
        }
        for (String dialect : List.of("h2", "postgresql")) {
            Path script = project.migrations().resolve(script(last.description(), dialect));
            addStep(script, BY_HAND.formatted(branch));
            Path undo = script.resolveSibling(script.getFileName().toString().replaceFirst("V", "U"));
            addStep(undo, "DROP VIEW by_hand_" + branch + ";\n");
        }
        CommandRun seal = project.run("seal");
        assertThat(seal.status()).as(seal.err()).isZero();
        compile(chosen);
        git.commit();
        return last.description();
    }

    private static void addStep(Path script, String statement) {
        String text = ProjectFixture.read(script);
        long steps =
                text.lines().filter(line -> line.startsWith("-- accrete:step ")).count();
        ProjectFixture.write(script, text + "\n-- accrete:step " + (steps + 1) + " autocommit by hand\n" + statement);
    }

    private String script(String description, String name) {
        String dialect = name.split(" ")[0];
        return catalog().stream()
                .filter(line -> line.description().equals(description))
                .map(line -> dialect + "/" + line.version() + "__" + description + ".sql")
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + description + " in " + catalog()));
    }

    /** Changes some choices and saves; what asks for a decision is not done. */
    private void nextRelease(String description) {
        Map<String, Integer> next = template.changed(chosen, random);
        compile(next);
        if (save(description)) {
            chosen = next;
            git.commit();
        } else {
            compile(chosen);
        }
    }

    private boolean save(String description) {
        CommandRun run = project.run("save", description);
        boolean nothing = (run.out() + run.err()).startsWith("nothing to save");
        if (run.err().contains("[ACC-C003]") || nothing) {
            return nothing;
        }
        assertThat(run.status()).as(run.out() + run.err()).isZero();
        return true;
    }

    private void assertSaved(String description) {
        assertThat(save(description)).isTrue();
    }

    private void compile(Map<String, Integer> choices) {
        List<String> sources = new ArrayList<>();
        for (String file : template.release(choices).split("(?m)^-- \\S+\\.java\n")) {
            if (!file.isBlank()) {
                sources.add(file);
            }
        }
        project.compile(sources.toArray(String[]::new));
    }

    private TestDatabase database(String name) {
        TestDatabase database = TestDatabase.create(name.split(" ")[0]);
        databases.add(database);
        return database;
    }

    private void migrated(TestDatabase database) {
        run(database, "migrate", "--yes");
        CommandRun verify = project.run(database, "verify");
        assertThat(verify.status()).as(verify.out() + verify.err()).isZero();
    }

    private void run(TestDatabase database, String... arguments) {
        CommandRun run = project.run(database, arguments);
        assertThat(run.status())
                .as(() -> String.join(" ", arguments) + "\n" + run.out() + run.err() + history())
                .isZero();
    }

    private String history() {
        return ProjectFixture.tree(project.migrations()).toString();
    }

    private void same(TestDatabase one, TestDatabase other) throws SQLException {
        assertThat(PhysicalSchemaComparison.differences(
                        inspect(one),
                        inspect(other),
                        ComparisonOptions.definitions().withNames(ComparisonOptions.Names.EXACT)))
                .as(this::history)
                .isEmpty();
    }

    private static PhysicalSchema inspect(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return DatabaseInspector.forDialect(database.dialect()).inspect(connection);
        }
    }

    private static List<String> covered(PhysicalSchema schema) {
        return schema.tables().stream()
                .map(table -> table.name())
                .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("schema_migrations"))
                .toList();
    }

    private List<CatalogLine> catalog() {
        return new ProjectFixture(folder, folder.resolve("target/classes"), project.migrations())
                .catalog()
                .lines();
    }

    private List<String> versions() {
        return catalog().stream().map(line -> line.version().toString()).toList();
    }
}
