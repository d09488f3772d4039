package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiler, command and database together, without a build tool. */
class EndToEndTest {

    private static final String USER = """
            package com.acme;

            import jakarta.persistence.Column;
            import jakarta.persistence.Entity;
            import jakarta.persistence.GeneratedValue;
            import jakarta.persistence.Id;
            import jakarta.persistence.Table;

            @Entity
            @Table(name = "users")
            public class User {
                @Id
                @GeneratedValue
                Long id;

                @Column(nullable = false, unique = true)
                String email;
            %s}
            """;

    @TempDir
    Path folder;

    @Test
    void compileSaveCompileChangeSave() throws Exception {
        compile(USER.formatted(""));
        assertThat(out("db/draft/h2/V0001__draft.sql")).exists();

        CommandRun first = run("save", "first", "--classes", "OUT", "--dir", "DIR");

        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(ProjectFixture.tree(folder.resolve("DIR")).keySet())
                .contains(
                        "catalog",
                        "schema.json",
                        "h2/V0001__first.sql",
                        "h2/U0001__first.sql",
                        "postgresql/V0001__first.sql",
                        "postgresql/U0001__first.sql");

        var afterSave = ProjectFixture.read(out("META-INF/accrete/model"));
        compile(USER.formatted(""));
        assertThat(out("db/draft/h2/V0002__draft.sql")).doesNotExist();
        assertThat(ProjectFixture.read(out("META-INF/accrete/model")))
                .as("a compile that changes nothing writes what the save wrote")
                .isEqualTo(afterSave);
        assertThat(run("check", "--classes", "OUT", "--dir", "DIR").out())
                .isEqualTo("all in order; last migration: V0001 first\n");
        assertThat(run("save", "nothing", "--classes", "OUT", "--dir", "DIR").status())
                .isEqualTo(ExitCode.NOTHING_TO_SAVE.number());

        compile(USER.formatted("    String avatarUrl;\n"));
        assertThat(ProjectFixture.read(out("db/draft/postgresql/V0002__draft.sql")))
                .contains("avatarUrl")
                .doesNotContain("CREATE TABLE");
        assertThat(run("check", "--classes", "OUT", "--dir", "DIR").status()).isEqualTo(ExitCode.FOUND.number());

        compile(USER.formatted(""));
        assertThat(run("check", "--classes", "OUT", "--dir", "DIR").status())
                .as("taken back")
                .isZero();

        compile(USER.formatted("    String avatarUrl;\n"));
        assertThat(run("save", "Add avatar", "--classes", "OUT", "--dir", "DIR").out())
                .startsWith("saved V0002 add_avatar in DIR\n");
        for (String dialect : List.of("h2", "postgresql")) {
            try (TestDatabase database = TestDatabase.create(dialect)) {
                String[] where = {"--url", database.url(), "--user", database.user(), "--dir", "DIR"};
                assertThat(run(database, "migrate", where).out())
                        .isEqualTo("applied V0001 first\napplied V0002 add_avatar\n");
                database.execute("INSERT INTO users (id, email, avatarUrl) VALUES (1, 'a@b', 'x')");
                assertThat(run(database, "status", where).status()).isZero();
                database.execute("CREATE TABLE \"Foreign \"\"one\"\"\" (id integer)");
                assertThat(run(database, "tables", where).out().toLowerCase(Locale.ROOT))
                        .containsPattern(
                                "(?m)^covered           1 +[0-9.]+ k?b  users\nforeign           0 +[0-9.]+ k?b  foreign"
                                        + " \"one\"\n")
                        .containsPattern("(?m)^accrete           2 +[0-9.]+ k?b  schema_migrations\n");
            }
        }
    }

    private Path out(String path) {
        return folder.resolve("OUT").resolve(path);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(folder, arguments);
    }

    private CommandRun run(TestDatabase database, String command, String... where) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(where));
        return CommandRun.in(folder, Map.of("ACCRETE_PASSWORD", database.password()), arguments.toArray(String[]::new));
    }

    private void compile(String source) throws IOException {
        assertThat(ProcessorRun.compile(folder, Map.of("com/acme/User.java", source)))
                .isEmpty();
    }
}
