package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CompiledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveCommandTest {

    @TempDir
    Path folder;

    @Test
    void theDraftBecomesTheFirstMigrationOfTheSourceTree() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");

        CommandRun run = project.run("save", "Add the users!");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                        saved V0001 add_the_users in src/main/resources/db/migration
                          h2/V0001__add_the_users.sql
                          h2/U0001__add_the_users.sql
                          postgresql/V0001__add_the_users.sql
                          postgresql/U0001__add_the_users.sql
                          schema.json
                          catalog
                        """);
        assertThat(run.status()).isZero();
        assertThat(ProjectFixture.tree(project.migrations()).keySet())
                .containsExactly(
                        "catalog",
                        "h2/U0001__add_the_users.sql",
                        "h2/V0001__add_the_users.sql",
                        "postgresql/U0001__add_the_users.sql",
                        "postgresql/V0001__add_the_users.sql",
                        "schema.json");
        assertThat(project.saved("schema.json")).contains("\n{\"table\":\"users\"},\n");
        assertThat(project.saved("h2/V0001__add_the_users.sql"))
                .startsWith("-- accrete:migration V0001 add_the_users h2\n-- accrete:model")
                .endsWith("CREATE TABLE users (id bigint);\n");
        assertThat(project.saved("postgresql/U0001__add_the_users.sql"))
                .startsWith("-- accrete:undo V0001 add_the_users postgresql\n");
    }

    @Test
    void theCatalogsHashIsThatOfTheSavedScripts() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        project.run("save", "first");

        Catalog catalog = project.catalog();

        assertThat(catalog.lines()).hasSize(1);
        assertThat(catalog.altered(line -> Map.of(
                        "h2", project.saved("h2/V0001__first.sql"),
                        "postgresql", project.saved("postgresql/V0001__first.sql"))))
                .isEmpty();
    }

    @Test
    void theClassOutputHasTheMigrationAndNoDraftAfterwards() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        CompiledModel before = project.model();

        project.run("save", "first");

        assertThat(ProjectFixture.tree(project.classes().resolve("db/migration")))
                .isEqualTo(ProjectFixture.tree(project.migrations()));
        assertThat(ProjectFixture.tree(project.classes().resolve("db/draft"))).isEmpty();
        CompiledModel after = project.model();
        assertThat(after.draft()).isEmpty();
        assertThat(after.head()).isEqualTo(project.catalog().head().map(CompiledModel.Head::of));
        assertThat(after.modelHash()).isEqualTo(before.modelHash());
        assertThat(after.tables()).isEqualTo(before.tables());
        assertThat(after.classes()).isEqualTo(before.classes());
    }

    @Test
    void theNextDraftIsAppendedAndCommentsInTheCatalogStay() throws IOException {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        project.run("save", "first");
        Path catalog = project.migrations().resolve("catalog");
        Files.writeString(
                catalog,
                "# one line per migration\n" + Files.readString(catalog).strip());

        CommandRun run = project.draft("orders").run("save", "orders");

        assertThat(run.status()).isZero();
        assertThat(project.saved("catalog")).startsWith("# one line per migration\nV0001 first 1:");
        assertThat(project.catalog().lines()).extracting("description").containsExactly("first", "orders");
        assertThat(project.saved("schema.json")).contains("\n{\"table\":\"orders\"},\n");
    }

    @Test
    void aConfForFlywayIsSavedBesideItsScript() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        ProjectFixture.write(
                project.classes().resolve("db/draft/postgresql/V0001__draft.sql.conf"), "executeInTransaction=false\n");

        project.run("save", "first");

        assertThat(project.saved("postgresql/V0001__first.sql.conf")).isEqualTo("executeInTransaction=false\n");
        assertThat(project.migrations().resolve("h2/V0001__first.sql.conf")).doesNotExist();
        assertThat(ProjectFixture.tree(project.classes().resolve("db/draft"))).isEmpty();
    }

    @Test
    void aGradleProjectGetsItsCopyWhereResourcesAre() {
        ProjectFixture project = ProjectFixture.gradle(folder).draft("users");

        assertThat(project.run("save", "first").status()).isZero();

        assertThat(ProjectFixture.tree(folder.resolve("build/resources/main/db/migration")))
                .isEqualTo(ProjectFixture.tree(project.migrations()))
                .isNotEmpty();
        assertThat(project.classes().resolve("db/migration")).doesNotExist();
    }

    @Test
    void bothPlacesCanBeNamed() {
        ProjectFixture elsewhere = new ProjectFixture(folder, folder.resolve("OUT"), folder.resolve("DIR"));
        elsewhere.draft("users");

        CommandRun run = elsewhere.run("save", "first", "--classes", "OUT", "--dir", "DIR");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(elsewhere.catalog().lines()).hasSize(1);
    }

    @Test
    void theModuleWithEntitiesIsFoundFromTheParentAndFromWithin() {
        ProjectFixture.write(folder.resolve("pom.xml"), "<project/>\n");
        ProjectFixture.write(folder.resolve("web/pom.xml"), "<project/>\n");
        ProjectFixture module = ProjectFixture.maven(folder.resolve("domain")).draft("users");

        assertThat(CommandRun.in(folder, "save", "first").out())
                .startsWith("saved V0001 first in domain/src/main/resources/db/migration\n");
        module.draft("orders");
        assertThat(CommandRun.in(folder.resolve("domain/src/main"), "save", "second")
                        .out())
                .startsWith("saved V0002 second in ");
    }

    @Test
    void severalModulesWithEntitiesAreNotGuessedAmong() {
        ProjectFixture.write(folder.resolve("pom.xml"), "<project/>\n");
        ProjectFixture.maven(folder.resolve("billing")).draft("bills");
        ProjectFixture.maven(folder.resolve("domain")).draft("users");

        CommandRun run = CommandRun.in(folder, "save", "first");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err())
                .startsWith("$DIR: [ACC-C001] several modules have entities: billing/target/classes,"
                        + " domain/target/classes\n  fix: ");
    }

    @Test
    void withoutADraftThereIsNothingToSave() {
        ProjectFixture project = ProjectFixture.maven(folder).noDraft();

        CommandRun run = project.run("save", "first");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("nothing to save: the model is that of the last saved migration\n");
        assertThat(project.migrations()).doesNotExist();
    }

    @Test
    void openDecisionsAreListedAndNothingIsSaved() {
        ProjectFixture project =
                ProjectFixture.maven(folder).draft("users", "User.java:12 [ACC-D003] users.name: renamed or dropped?");

        CommandRun run = project.run("save", "first");

        assertRefused(project, run, "ACC-C003");
        assertThat(run.err()).contains("    User.java:12 [ACC-D003] users.name: renamed or dropped?\n  fix: ");
    }

    @Test
    void aDraftThatFollowsAnotherMigrationIsRefused() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        project.run("save", "first");
        var stale = ProjectFixture.tree(project.classes());
        project.draft("orders").run("save", "orders");
        project.draft("stale");
        String model = project.model().text().replaceFirst("head .*", "head V0001 " + ProjectFixture.HASH);
        ProjectFixture.write(project.classes().resolve("META-INF/accrete/model"), model);
        var before = ProjectFixture.tree(project.migrations());

        CommandRun run = project.run("save", "stale");

        assertThat(stale).isNotEmpty();
        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).contains("[ACC-C004] the draft was made after V0001, and the catalog ends with V0002");
        assertThat(ProjectFixture.tree(project.migrations())).isEqualTo(before);
    }

    @Test
    void anEditedScriptStopsASave() throws IOException {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        project.run("save", "first");
        project.draft("orders");
        Files.writeString(
                project.migrations().resolve("h2/V0001__first.sql"),
                project.saved("h2/V0001__first.sql").replace("bigint", "integer"));

        CommandRun run = project.run("save", "orders");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).contains("[ACC-C005] the scripts of V0001 first are not those that were saved");
        assertThat(project.catalog().lines()).hasSize(1);
    }

    @Test
    void aMissingScriptStopsASave() throws IOException {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        project.run("save", "first");
        project.draft("orders");
        Files.delete(project.migrations().resolve("h2/V0001__first.sql"));
        Files.delete(project.migrations().resolve("postgresql/V0001__first.sql"));

        CommandRun run = project.run("save", "orders");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).contains("[ACC-C006] the catalog lists V0001 first");
    }

    @Test
    void aDamagedCatalogHasTheCodeOfItsFormat() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        ProjectFixture.write(project.migrations().resolve("catalog"), "<<<<<<< HEAD\n");

        CommandRun run = project.run("save", "first");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).startsWith("$DIR/src/main/resources/db/migration/catalog:1: [ACC-F101] ");
    }

    @Test
    void aDescriptionThatMakesNoFileNameIsRefused() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");

        assertRefused(project, project.run("save", "…!"), "ACC-F106");
    }

    @Test
    void aFileOfSomebodyElseIsNotOverwritten() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        Path foreign = project.migrations().resolve("h2/V0001__by_hand.sql");
        ProjectFixture.write(foreign, "-- accrete:migration V0001 by_hand h2\nSELECT 1;\n");

        CommandRun run = project.run("save", "first");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).contains("h2/V0001__by_hand.sql: [ACC-C007]");
        assertThat(ProjectFixture.tree(project.migrations()).keySet()).containsExactly("h2/V0001__by_hand.sql");
    }

    @Test
    void scriptsOfASaveWhoseCatalogLineIsGoneGiveWayToTheSameDraft() throws IOException {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        project.run("save", "wrong name");
        Files.delete(project.migrations().resolve("catalog"));
        project.draft("users");

        CommandRun run = project.run("save", "right name");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(ProjectFixture.tree(project.migrations()).keySet())
                .noneMatch(name -> name.contains("wrong"))
                .contains("h2/U0001__right_name.sql");
    }

    @Test
    void aMissingDraftFileIsNamed() throws IOException {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        Files.delete(project.classes().resolve("db/draft/h2/V0001__draft.sql"));

        CommandRun run = project.run("save", "first");

        assertRefused(project, run, "ACC-C008");
        assertThat(run.err()).startsWith("$DIR/target/classes/db/draft/h2/V0001__draft.sql: ");
    }

    @Test
    void anInterruptedSaveIsFinishedByTheNextOne() throws IOException {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        project.run("save", "first");
        Path pending = project.migrations().resolve(".accrete-pending");
        String catalog = project.saved("catalog");
        String snapshot = project.saved("schema.json");
        Files.delete(project.migrations().resolve("catalog"));
        ProjectFixture.write(project.migrations().resolve("schema.json"), "old\n");
        ProjectFixture.write(pending.resolve("4"), snapshot);
        ProjectFixture.write(pending.resolve("5"), catalog);
        ProjectFixture.write(pending.resolve("moves"), """
                put h2/V0001__first.sql
                put h2/U0001__first.sql
                put postgresql/V0001__first.sql
                put postgresql/U0001__first.sql
                put schema.json
                put catalog
                """);

        CommandRun run = project.run("save", "first");

        assertThat(run.err())
                .startsWith("an interrupted change of src/main/resources/db/migration has been finished\n");
        assertThat(run.status()).isZero();
        assertThat(project.saved("catalog")).isEqualTo(catalog);
        assertThat(project.saved("schema.json")).isEqualTo(snapshot);
        assertThat(pending).doesNotExist();
    }

    @Test
    void aSaveThatWasInterruptedBeforeTheClassOutputChangedIsFinished() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        Map<String, String> drafted = ProjectFixture.tree(project.classes());
        project.run("save", "first");
        Map<String, String> classes = ProjectFixture.tree(project.classes());
        Map<String, String> migrations = ProjectFixture.tree(project.migrations());
        drafted.forEach((file, text) -> ProjectFixture.write(project.classes().resolve(file), text));

        CommandRun run = project.run("save", "another name");

        assertThat(run.err()).isEqualTo("V0001 has this draft already, from a save that was interrupted\n");
        assertThat(run.out()).startsWith("saved V0001 first in src/main/resources/db/migration\n");
        assertThat(run.status()).isZero();
        assertThat(ProjectFixture.tree(project.migrations())).isEqualTo(migrations);
        assertThat(ProjectFixture.tree(project.classes())).isEqualTo(classes);
    }

    @Test
    void aSaveThatHadNotDecidedYetLeavesTheOldState() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");
        ProjectFixture.write(project.migrations().resolve(".accrete-pending/0"), "half");
        ProjectFixture.write(project.migrations().resolve(".accrete-pending/moves.tmp"), "put catal");

        CommandRun run = project.run("save", "first");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(ProjectFixture.tree(project.migrations()).keySet()).noneMatch(name -> name.startsWith(".accrete"));
    }

    @Test
    void whatIsNotCompiledIsSaidSo() {
        ProjectFixture.maven(folder);

        CommandRun run = CommandRun.in(folder, "save", "first");
        CommandRun named = CommandRun.in(folder, "save", "first", "--classes", "target/classes");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).startsWith("$DIR: [ACC-C001] no class output of this project holds a compiled model\n");
        assertThat(named.err()).startsWith("$DIR/target/classes: [ACC-C002] ");
    }

    @Test
    void machinesGetJson() {
        ProjectFixture project = ProjectFixture.maven(folder).draft("users");

        CommandRun run = project.run("save", "first", "--json");
        CommandRun refused =
                project.draft("orders", "User.java:12 [ACC-D003] open").run("save", "second", "--json");

        assertThat(run.out())
                .matches(
                        "\\{\"saved\":\\[\\{\"version\":\"V0001\",\"description\":\"first\",\"hash\":\"1:[0-9a-f]{32}\"}],"
                                + "\"folder\":\"[^\"]+\",\"files\":\\[\"h2/V0001__first.sql\",.*\"catalog\"]}\n");
        assertThat(refused.out()).startsWith("{\"problems\":[{\"code\":\"ACC-C003\",\"place\":");
        assertThat(refused.err()).isEmpty();
    }

    @Test
    void aWrongCommandLineIsAUsageError() {
        assertThat(CommandRun.in(folder, "save").status()).isEqualTo(ExitCode.USAGE.number());
        assertThat(CommandRun.in(folder, "save", "x", "--unknown").status()).isEqualTo(ExitCode.USAGE.number());
        assertThat(CommandRun.in(folder).status()).isEqualTo(ExitCode.USAGE.number());
    }

    private static void assertRefused(ProjectFixture project, CommandRun run, String code) {
        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).contains("[" + code + "]").contains("(docs/codes/" + code + ".md)");
        assertThat(Optional.of(ProjectFixture.tree(project.migrations())).get()).isEmpty();
    }
}
