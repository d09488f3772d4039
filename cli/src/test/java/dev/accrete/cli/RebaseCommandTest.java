package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.runtime.format.Script;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.ModelHash;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotReader;
import dev.accrete.schema.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real merges: git leaves the files behind that the command must put in order. */
class RebaseCommandTest {

    private static final String CATALOG = "src/main/resources/db/migration/catalog";
    private static final String SNAPSHOT = "src/main/resources/db/migration/schema.json";

    @TempDir
    Path folder;

    private ProjectFixture project;
    private GitRepository git;

    @BeforeEach
    void aRepositoryWithOneMigrationOnMain() {
        project = ProjectFixture.maven(folder);
        ProjectFixture.write(folder.resolve(".gitignore"), "target/\n");
        git = GitRepository.init(folder);
        save("first", "accounts varchar(20)", "users varchar(20)", "zones varchar(20)");
        git.commit();
    }

    @Test
    void whatMainHasKeepsItsNumberAndTheBranchComesLast() {
        twoBranches(
                () -> save(
                        "bills", "accounts varchar(20)", "bills varchar(20)", "users varchar(20)", "zones varchar(20)"),
                () -> {
                    save(
                            "yards",
                            "accounts varchar(20)",
                            "users varchar(20)",
                            "yards varchar(20)",
                            "zones varchar(20)");
                    save(
                            "zebras",
                            "accounts varchar(20)",
                            "users varchar(20)",
                            "yards varchar(20)",
                            "zebras varchar(20)",
                            "zones varchar(20)");
                });
        assertThat(git.run("diff", "--name-only", "--diff-filter=U")).isEqualTo(CATALOG + "\n");

        CommandRun run = project.run("rebase");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                        kept V0002 bills
                        renumbered V0002 yards to V0003
                        renumbered V0003 zebras to V0004
                        next: compile, read the draft if there is one, then `git add -A src/main/resources/db/migration`
                        """);
        assertThat(run.status()).isZero();
        assertThat(project.catalog().lines())
                .extracting("description")
                .containsExactly("first", "bills", "yards", "zebras");
        assertThat(project.noDraft().run("check").out())
                .as("hashes and files fit each other")
                .isEqualTo("all in order; last migration: V0004 zebras\n");
        assertThat(project.saved("h2/V0003__yards.sql")).startsWith("-- accrete:migration V0003 yards h2\n");
        assertThat(project.saved("h2/U0004__zebras.sql")).startsWith("-- accrete:undo V0004 zebras h2\n");
        assertThat(script("V0003__yards.sql").modelHash())
                .as("a model that nobody has compiled")
                .isEmpty();
        assertThat(script("V0004__zebras.sql").modelHash()).contains(snapshotHash());
        assertThat(snapshotHash())
                .isEqualTo(ModelHash.of(schema(
                        "accounts varchar(20)",
                        "bills varchar(20)",
                        "users varchar(20)",
                        "yards varchar(20)",
                        "zebras varchar(20)",
                        "zones varchar(20)")));
    }

    @Test
    void mergingTheBranchIntoMainGivesTheSame() {
        twoBranches(this::saveBills, this::saveYards, "main", "feature");

        assertThat(project.run("rebase").out()).startsWith("kept V0002 bills\nrenumbered V0002 yards to V0003\n");
    }

    @Test
    void aCatalogWhoseMarkersWereDeletedByHandIsTheSame() throws IOException {
        twoBranches(this::saveBills, this::saveYards);
        Path catalog = project.migrations().resolve("catalog");
        Files.write(
                catalog,
                Files.readAllLines(catalog).stream()
                        .filter(line -> line.startsWith("V"))
                        .toList());

        assertThat(project.run("rebase").out()).startsWith("kept V0002 bills\nrenumbered V0002 yards to V0003\n");
    }

    @Test
    void whereBothChangedOneLineOfTheSnapshotTheBranchIsMadeAnew() {
        twoBranches(
                () -> save("longer", "accounts varchar(20)", "users varchar(30)", "zones varchar(20)"),
                () -> save("longest", "accounts varchar(20)", "users varchar(40)", "zones varchar(20)"));
        assertThat(git.run("diff", "--name-only", "--diff-filter=U")).isEqualTo(CATALOG + "\n" + SNAPSHOT + "\n");

        CommandRun run = project.run("rebase");

        assertThat(run.out()).isEqualTo("""
                        kept V0002 longer
                        dropped V0002 longest: the snapshot could not be merged; the next save makes it anew (its scripts stay in git)
                        next: compile, read the draft if there is one, then `git add -A src/main/resources/db/migration`
                        """);
        assertThat(snapshotHash())
                .isEqualTo(ModelHash.of(schema("accounts varchar(20)", "users varchar(30)", "zones varchar(20)")));
        assertThat(project.catalog().lines()).extracting("description").containsExactly("first", "longer");
        assertThat(project.noDraft().run("check").status()).isZero();
    }

    @Test
    void aSnapshotThatIsOneSideAloneDoesNotPassForTheSum() {
        twoBranches(this::saveBills, this::saveYards);
        git.run("checkout", "-q", "--ours", "--", CATALOG);
        ProjectFixture.write(
                folder.resolve(CATALOG), git.run("show", ":2:" + CATALOG) + git.run("show", ":3:" + CATALOG));
        ProjectFixture.write(folder.resolve(SNAPSHOT), git.run("show", "feature:" + SNAPSHOT));

        CommandRun run = project.run("rebase");

        assertThat(run.out()).startsWith("kept V0002 bills\ndropped V0002 yards: ");
        assertThat(ProjectFixture.read(folder.resolve(SNAPSHOT))).isEqualTo(git.run("show", "main:" + SNAPSHOT));
    }

    @Test
    void withoutGitTheUserNamesTheOneThatComesLast() throws IOException {
        twoBranches(this::saveBills, this::saveYards);
        Files.move(folder.resolve(".git"), folder.resolve("not-git"));
        var before = ProjectFixture.tree(project.migrations());

        CommandRun undecided = project.run("rebase");
        assertThat(undecided.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(undecided.err())
                .contains("[ACC-C013] git's main line doesn't tell which migration others have already")
                .contains("`accrete rebase --last ");
        assertThat(ProjectFixture.tree(project.migrations())).isEqualTo(before);

        CommandRun unknown = project.run("rebase", "--last", "birds");
        assertThat(unknown.err()).contains("[ACC-C013] no branch has a migration birds");

        CommandRun named = project.run("rebase", "--last", "bills");
        assertThat(named.out()).startsWith("kept V0002 yards\nrenumbered V0002 bills to V0003\n");
    }

    @Test
    void anEditedScriptBelongsToNoChain() {
        twoBranches(this::saveBills, this::saveYards);
        Path script = project.migrations().resolve("h2/V0002__yards.sql");
        ProjectFixture.write(script, ProjectFixture.read(script).replace("SELECT", "VALUES"));

        CommandRun run = project.run("rebase");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).contains("catalog: [ACC-C014] V0002 yards follows no other line: its hash fits none");
    }

    @Test
    void whatABranchSavedBehindWhatMainSquashedFollowsTheSquash() {
        saveBills();
        git.commit();
        twoBranches(() -> squash("V0002"), this::saveYardsToo);

        CommandRun run = project.run("rebase");

        assertThat(run.out()).as(run.err()).isEqualTo("""
                        kept V0003 yards, with the hash that it has behind the squash
                        next: compile, read the draft if there is one, then `git add -A src/main/resources/db/migration`
                        """);
        inOrder("base", "yards");
        assertThat(script("V0003__yards.sql").modelHash()).contains(snapshotHash());
        assertThat(project.run("rebase").out()).startsWith("nothing to rebase");
    }

    @Test
    void whatBothSavedBehindASquashOfOneOfThemIsPutInOneLine() {
        saveBills();
        git.commit();
        twoBranches(
                () -> {
                    squash("V0002");
                    save(
                            "cards",
                            "accounts varchar(20)",
                            "bills varchar(20)",
                            "cards varchar(20)",
                            "users varchar(20)",
                            "zones varchar(20)");
                },
                this::saveYardsToo);

        assertThat(project.run("rebase").out()).startsWith("kept V0003 cards\nrenumbered V0003 yards to V0004\n");
        inOrder("base", "cards", "yards");
    }

    @Test
    void aBranchThatSquashedGivesWayToWhatMainHasBehindIt() {
        saveBills();
        git.commit();
        twoBranches(this::saveYardsToo, () -> squash("V0002"));

        assertThat(project.run("rebase").out())
                .startsWith("kept V0003 yards, with the hash that it has behind the squash\n");
        inOrder("base", "yards");
    }

    @Test
    void aBranchThatPartsFromAMigrationWithinTheSquashComesBehindIt() {
        twoBranches(
                () -> {
                    saveBills();
                    git.commit();
                    squash("V0002");
                },
                this::saveYards);

        assertThat(project.run("rebase").out()).startsWith("renumbered V0002 yards to V0003\n");
        inOrder("base", "yards");
    }

    @Test
    void aSquashOfWhatMainHasNotIsRefused() {
        twoBranches(this::saveBills, () -> {
            saveYards();
            git.commit();
            squash("V0002");
        });
        var before = ProjectFixture.tree(project.migrations());

        CommandRun run = project.run("rebase");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).contains("[ACC-C014] the squash base stands for migrations that the main line has not");
        assertThat(ProjectFixture.tree(project.migrations())).isEqualTo(before);
    }

    private void squash(String last) {
        CommandRun run = project.run("squash", "--to", last, "base", "--leave-out");
        assertThat(run.status()).as(run.err()).isZero();
    }

    private void inOrder(String... descriptions) {
        assertThat(project.catalog().lines()).extracting("description").containsExactly((Object[]) descriptions);
        CommandRun check = project.noDraft().run("check");
        assertThat(check.out()).as(check.err()).startsWith("all in order");
    }

    private void saveYardsToo() {
        save(
                "yards",
                "accounts varchar(20)",
                "bills varchar(20)",
                "users varchar(20)",
                "yards varchar(20)",
                "zones varchar(20)");
    }

    @Test
    void oneLineNeedsNoRebase() {
        String catalog = project.saved("catalog");

        assertThat(project.run("rebase"))
                .isEqualTo(new CommandRun(0, "nothing to rebase: the migrations are in one line\n", ""));
        assertThat(project.run("rebase", "--json").out()).isEqualTo("{\"kept\":[],\"renumbered\":[],\"dropped\":[]}\n");
        assertThat(project.saved("catalog")).isEqualTo(catalog);
    }

    private void saveBills() {
        save("bills", "accounts varchar(20)", "bills varchar(20)", "users varchar(20)", "zones varchar(20)");
    }

    private void saveYards() {
        save("yards", "accounts varchar(20)", "users varchar(20)", "yards varchar(20)", "zones varchar(20)");
    }

    private void twoBranches(Runnable onMain, Runnable onFeature) {
        twoBranches(onMain, onFeature, "feature", "main");
    }

    /** Both branches save, then one is merged into the other, with a conflict at the end of the catalog. */
    private void twoBranches(Runnable onMain, Runnable onFeature, String into, String merged) {
        git.run("checkout", "-q", "-b", "feature");
        onFeature.run();
        git.commit();
        git.run("checkout", "-q", "main");
        onMain.run();
        git.commit();
        git.run("checkout", "-q", into);
        assertThat(git.attempt("merge", "-q", "--no-edit", merged)).isNotZero();
    }

    /** Saves a migration that leads to a model of these tables, each with one column {@code name} of a type. */
    private void save(String description, String... tables) {
        Schema schema = schema(tables);
        String snapshot = SnapshotWriter.write(Snapshot.of(schema, Kept.nothing(), Map.of(), Set.of()));
        project.draft(description);
        ProjectFixture.write(project.classes().resolve("db/draft/schema.json"), snapshot);
        ProjectFixture.tree(project.classes().resolve("db/draft")).forEach((name, text) -> {
            if (name.endsWith(".sql")) {
                ProjectFixture.write(
                        project.classes().resolve("db/draft").resolve(name),
                        text.replace(ProjectFixture.HASH, ModelHash.of(schema)) + "SELECT 1;\n");
            }
        });
        CommandRun run = project.run("save", description);
        assertThat(run.status()).as(run.err()).isZero();
    }

    private static Schema schema(String... tables) {
        return Schema.empty()
                .withTables(Arrays.stream(tables)
                        .map(table -> table.split(" "))
                        .map(words -> Table.of(
                                QualifiedName.of(words[0]),
                                List.of(Column.of(Name.of("name"), ColumnTypes.parse(words[1])))))
                        .toList());
    }

    private String snapshotHash() {
        return ModelHash.of(
                SnapshotReader.read(project.saved("schema.json"), "schema.json").model());
    }

    private Script script(String name) {
        return Script.parse(project.saved("postgresql/" + name), name);
    }
}
