package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users and orders, a phone, a rename and a column less: three migrations that become one. */
class SquashCommandTest {

    private static final String USER = CompiledProject.USER;

    @TempDir
    Path folder;

    private CompiledProject project;
    private GitRepository git;

    @BeforeEach
    void threeMigrations() throws Exception {
        project = CompiledProject.shop(folder);
        git = GitRepository.init(folder);
        git.commit();
        save("add phone", "    String phone;\n    String fax;\n");
        git.commit();
        save(
                "rename phone",
                "    @dev.accrete.annotations.RenamedFrom(\"phone\") @Column(unique = true) String telephone;\n");
        git.commit();
    }

    private void save(String description, String attributes) {
        project.compile(USER.formatted(attributes), CompiledProject.ORDER);
        CommandRun run = project.run("save", description);
        assertThat(run.status()).as(run.err()).isZero();
    }

    @Test
    void anInterruptedSquashIsFinishedByTheNextOne() {
        Path first = project.migrations().resolve("h2/V0001__first.sql");
        String script = ProjectFixture.read(first);
        project.run("squash", "--to", "V0003", "all");
        Map<String, String> done = ProjectFixture.tree(project.migrations());
        ProjectFixture.write(first, script);
        ProjectFixture.write(project.migrations().resolve(".accrete-pending/moves"), "delete h2/V0001__first.sql\n");

        CommandRun again = project.run("squash", "--to", "V0003", "all");

        assertThat(again.status()).isZero();
        assertThat(again.err())
                .isEqualTo("an interrupted change of src/main/resources/db/migration has been finished\n"
                        + "nothing is left to squash: V0003 is the first migration\n");
        assertThat(ProjectFixture.tree(project.migrations())).isEqualTo(done);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aNewDatabaseIsTheOneThatRanAll(String dialect) throws Exception {
        try (TestDatabase old = project.migrated(dialect);
                TestDatabase fresh = TestDatabase.create(dialect)) {
            CommandRun run = project.run("squash", "--to", "V0003", "All so far");

            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .isEqualTo("squashed 3 migrations, V0001 to V0003, into V0003 all_so_far\n"
                            + "next: start a new database with it, then `git add -A"
                            + " src/main/resources/db/migration`\n");
            assertThat(files())
                    .contains("catalog", "schema.json", "h2/V0003__all_so_far.sql", "postgresql/U0003__all_so_far.sql")
                    .noneMatch(file -> file.contains("0001") || file.contains("0002"));
            assertThat(project.run("check").out()).isEqualTo("all in order; last migration: V0003 all_so_far\n");

            assertThat(project.run(fresh, "migrate", "--yes").out()).isEqualTo("applied V0003 all_so_far\n");
            assertThat(project.run(fresh, "verify").status()).isZero();
            for (TestDatabase database : List.of(old, fresh)) {
                CommandRun status = project.run(database, "status");
                assertThat(status.status()).as(status.out() + status.err()).isZero();
            }
            assertThat(project.run(old, "migrate", "--yes").status()).isZero();
            assertThat(project.run(old, "verify").status()).isZero();

            save("add city", "    @Column(unique = true) String telephone;\n    String city;\n");
            for (TestDatabase database : List.of(old, fresh)) {
                assertThat(project.run(database, "migrate", "--yes").out()).isEqualTo("applied V0004 add_city\n");
                assertThat(project.run(database, "verify").status()).isZero();
                assertThat(project.run(database, "rollback", "prev", "--yes").out())
                        .isEqualTo("taken back: V0004 add_city\n");
            }
            assertThat(project.run(fresh, "rollback", "prev", "--yes").out())
                    .isEqualTo("taken back: V0003 all_so_far\n");
            CommandRun part = project.run(old, "rollback", "prev", "--yes");
            assertThat(part.status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(part.err()).contains("[ACC-R024] V0002 is in the squash V0003");
            assertThat(project.run(old, "rollback", "none", "--yes").status()).isZero();
            assertThat(project.run(old, "migrate", "--yes").out()).startsWith("applied V0003 all_so_far\n");
        }
    }

    /** The snapshot of a migration that is not the last one is in git's history; the one behind it gets a new hash. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void upToAnEarlierVersion(String dialect) throws Exception {
        try (TestDatabase old = project.migrated(dialect);
                TestDatabase part = TestDatabase.create(dialect);
                TestDatabase fresh = TestDatabase.create(dialect)) {
            assertThat(project.run(part, "migrate", "--to", "V0001").status()).isZero();

            CommandRun run = project.run("squash", "--to", "V0002", "--json");

            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.out())
                    .matches("\\{\"squashed\":\\[\\{\"version\":\"V0002\",\"description\":\"squash\".*"
                            + "\"replaced\":\\[\\{\"version\":\"V0001\".*\"chained\":\\[\\{\"version\":\"V0003\".*"
                            + "\"leftOut\":\\[]}\n");
            assertThat(project.run(fresh, "migrate", "--yes").out())
                    .isEqualTo("applied V0002 squash\napplied V0003 rename_phone\n");
            assertThat(project.run(fresh, "verify").status()).isZero();
            assertThat(project.run(old, "migrate", "--yes").err()).doesNotContain("ACC-");
            assertThat(project.run(old, "status").status()).isZero();

            CommandRun refused = project.run(part, "migrate", "--yes");
            assertThat(refused.status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(refused.err())
                    .contains("[ACC-R027] V0002 squash stands for all migrations up to it, and this database has only"
                            + " those up to V0001 first (applied)");
            git.run("checkout", "-q", "HEAD", "--", ".");
            git.run("clean", "-q", "-f", "-d");
            assertThat(project.run(part, "migrate", "--yes").status())
                    .as("with what was before")
                    .isZero();
        }
    }

    @Test
    void squashingAgainTakesTheSquashIn() throws Exception {
        try (TestDatabase once = TestDatabase.create("h2");
                TestDatabase fresh = TestDatabase.create("h2")) {
            assertThat(project.run("squash", "--to", "V0002").status()).isZero();
            assertThat(project.run(once, "migrate", "--yes").status()).isZero();
            git.commit();

            CommandRun run = project.run("squash", "--to", "V0003", "again");

            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.out()).startsWith("squashed 2 migrations, V0002 to V0003, into V0003 again\n");
            assertThat(project.run(once, "status").status()).isZero();
            assertThat(project.run(fresh, "migrate", "--yes").out()).isEqualTo("applied V0003 again\n");
        }
    }

    /** All that somebody may write by hand, at a place that the message names. */
    @Test
    void whatTheModelDoesNotSayIsNamedAndNotLostInSilence() throws Exception {
        Path script = project.migrations().resolve("h2/V0002__add_phone.sql");
        String text = ProjectFixture.read(script);
        int line = (int) text.lines().count();
        int step = text.split("-- accrete:step ", -1).length;
        ProjectFixture.write(script, text + """
                        INSERT INTO users (id, email) VALUES (1, 'root');
                        UPDATE users SET name = 'Root';
                        CREATE VIEW IF NOT EXISTS names AS SELECT name FROM users;
                        CREATE VIEW IF NOT EXISTS gone AS SELECT name FROM users;
                        DROP VIEW gone;
                        CREATE INDEX IF NOT EXISTS users_lower ON users (name);
                        ALTER TABLE users ADD CONSTRAINT users_root CHECK (id > 0);
                        CALL 1;
                        -- accrete:step %d java class=com.acme.Fill
                        """.formatted(step));
        CommandRun seal = project.run("seal");
        assertThat(seal.status()).as(seal.err()).isZero();
        var before = ProjectFixture.tree(folder.resolve("src"));

        CommandRun refused = project.run("squash", "--to", "V0003");

        assertThat(refused.status()).isEqualTo(ExitCode.REFUSED.number());
        String at = "    db/migration/h2/V0002__add_phone.sql:";
        assertThat(refused.err())
                .contains("[ACC-C040] new databases would not get what the model does not say:\n"
                        + at + (line + 1) + ": insert into users ( id , email ) values ( 1 , 'root' )\n"
                        + at + (line + 3) + ": create view if not exists names as select name from users\n"
                        + at + (line + 6) + ": create index if not exists users_lower on users ( name )\n"
                        + at + (line + 7) + ": alter table users add constraint users_root check ( id > 0 )\n"
                        + at + (line + 8) + ": call 1\n"
                        + at + (line + 9) + ": Java step, class com.acme.Fill\n  fix: ");
        assertThat(ProjectFixture.tree(folder.resolve("src"))).isEqualTo(before);

        CommandRun forced = project.run("squash", "--to", "V0003", "--leave-out");
        assertThat(forced.status()).isZero();
        assertThat(forced.err())
                .startsWith("warning: new databases do not get this; copy what they need into the script of V0003")
                .contains("Java step, class com.acme.Fill");
    }

    @Test
    void whatCannotBeSquashedIsRefused() throws Exception {
        assertRefused("[ACC-C040] there is nothing to squash: V0001 is the first migration", "--to", "V0001");
        assertRefused("[ACC-C020] ", "--to", "V0009");
        assertRefused("[ACC-F106] ", "--to", "V0003", "!");
        ProjectFixture.write(
                project.migrations().resolve("h2/V0001__first.sql"),
                ProjectFixture.read(project.migrations().resolve("h2/V0001__first.sql"))
                        .replace("bigint", "integer"));
        assertRefused("[ACC-C005] ", "--to", "V0003");
        git.run("checkout", "-q", "HEAD", "--", ".");
        git.run("update-ref", "-d", "HEAD");
        assertRefused("[ACC-C040] no snapshot (schema.json) of V0002 add_phone is in git's history", "--to", "V0002");
        assertThat(project.run("squash").status()).isEqualTo(ExitCode.USAGE.number());
    }

    private void assertRefused(String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of("squash"));
        all.addAll(List.of(arguments));
        Map<String, String> before = new TreeMap<>(ProjectFixture.tree(folder.resolve("src")));
        CommandRun run = project.run(all.toArray(String[]::new));
        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).contains(message);
        assertThat(ProjectFixture.tree(folder.resolve("src"))).isEqualTo(before);
    }

    private Iterable<String> files() {
        return ProjectFixture.tree(project.migrations()).keySet();
    }
}
