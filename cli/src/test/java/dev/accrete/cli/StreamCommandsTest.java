package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two modules with migrations of their own in one database: each command knows which it is about. */
class StreamCommandsTest {

    private static final String SHOP = "accrete/shop/";

    @TempDir
    Path folder;

    @BeforeEach
    void twoStreams() {
        ProjectFixture.maven(folder).draft("users").run("save", "add users");
        Path classes = folder.resolve("target/classes/" + SHOP);
        Path migrations = folder.resolve("src/main/resources/" + SHOP + "db/migration");
        for (String table : List.of("carts", "items")) {
            CommandRun saved = new ProjectFixture(folder, classes, migrations)
                    .draft(table)
                    .run("save", "add " + table, "--classes", classes.toString(), "--dir", migrations.toString());
            assertThat(saved.status()).as(saved.err()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void theStreamIsNamedOrToldByTheFolder(String dialect) {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            assertThat(run(database, "migrate").out()).isEqualTo("applied V0001 add_users\n");
            assertThat(run(database, "migrate", "--stream", "shop", "--to", "V0001")
                            .out())
                    .isEqualTo("applied V0001 add_carts\n");
            assertThat(run(database, "migrate", "--dir", "src/main/resources/" + SHOP + "db/migration")
                            .out())
                    .isEqualTo("applied V0002 add_items\n");

            assertThat(run(database, "history").out().lines())
                    .hasSize(3)
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("main       V0001  applied"),
                            line -> assertThat(line).startsWith("shop       V0001  applied"),
                            line -> assertThat(line).startsWith("shop       V0002  applied"));
            assertThat(run(database, "history", "--stream", "shop", "--json").out())
                    .contains("\"stream\":\"shop\",\"version\":\"V0002\"")
                    .doesNotContain("add_users");
            CommandRun status = run(database, "status", "--stream", "shop");
            assertThat(status.out()).as(status.err()).contains("\nstream    shop\ncurrent   V0002 add_items\n");
            assertThat(status.status()).isZero();
            assertThat(run(database, "rollback", "none", "--stream", "shop", "--yes")
                            .out())
                    .isEqualTo("taken back: V0002 add_items\ntaken back: V0001 add_carts\n");
            assertThat(run(database, "status").status()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void whatFailedInAStreamIsTakenBackThere(String dialect) {
        Path script =
                folder.resolve("src/main/resources/" + SHOP + "db/migration/" + dialect + "/V0002__add_items.sql");
        ProjectFixture.write(script, ProjectFixture.read(script) + "INSERT INTO missing VALUES (1);\n");
        CommandRun sealed = CommandRun.in(
                folder,
                "seal",
                "--classes",
                "target/classes/" + SHOP,
                "--dir",
                "src/main/resources/" + SHOP + "db/migration");
        assertThat(sealed.status()).as(sealed.err()).isZero();
        try (TestDatabase database = TestDatabase.create(dialect)) {
            run(database, "migrate");
            assertThat(run(database, "migrate", "--stream", "shop").status()).isEqualTo(ExitCode.DATABASE.number());

            assertThat(run(database, "revert", "--stream", "shop", "--yes").out())
                    .isEqualTo("taken back: V0002 add_items\n");
            assertThat(run(database, "history").out().lines()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aJarWithBothStreamsIsAsked(String dialect) throws Exception {
        Path jar = folder.resolve("shop.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> file :
                    ProjectFixture.tree(folder.resolve("src/main/resources")).entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        try (TestDatabase database = TestDatabase.create(dialect)) {
            assertThat(run(database, "migrate", "--classpath", "shop.jar").out())
                    .isEqualTo("applied V0001 add_users\n");
            assertThat(run(database, "migrate", "--classpath", "shop.jar", "--stream", "shop")
                            .out())
                    .isEqualTo("applied V0001 add_carts\napplied V0002 add_items\n");
            assertThat(run(database, "verify", "--classpath", "shop.jar", "--stream", "shop")
                            .status())
                    .isZero();
            if (dialect.equals("h2")) {
                assertThat(run(database, "backup").status()).isZero();
                assertThat(run(database, "backup", "--list", "--json").out()).contains("\"V0001, shop V0002\"");
            }
        }
    }

    private CommandRun run(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", database.url(), "--user", database.user()));
        return CommandRun.in(folder, Map.of("ACCRETE_PASSWORD", database.password()), all.toArray(String[]::new));
    }
}
