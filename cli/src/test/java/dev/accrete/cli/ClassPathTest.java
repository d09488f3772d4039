package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.cli.database.ClassPath;
import dev.accrete.cli.project.CommandException;
import dev.accrete.testkit.TestDatabase;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations and drivers from jars. */
class ClassPathTest {

    private static final String DRIVER = """
            package com.acme;

            public class AcmeDriver extends org.h2.Driver {
                @Override
                public boolean acceptsURL(String url) {
                    return url.startsWith("jdbc:acme:");
                }

                @Override
                public java.sql.Connection connect(String url, java.util.Properties info) throws java.sql.SQLException {
                    return super.connect(url.replace("jdbc:acme:", "jdbc:h2:file:"), info);
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void anApplicationsJarBringsItsMigrations() throws Exception {
        Path jar = shopJar("shop.jar");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        try (TestDatabase database = TestDatabase.create("h2")) {
            String[] where = {"--url", database.url(), "--user", "sa", "--classpath", jar.toString()};

            assertThat(CommandRun.in(elsewhere, and("migrate", where)).out()).isEqualTo("applied V0001 first\n");
            assertThat(CommandRun.in(elsewhere, and("verify", where)).status()).isZero();
        }
    }

    @Test
    void aDriverOfTheClassPathIsUsed() throws Exception {
        String h2 = Path.of(org.h2.Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        Path classes = Files.createDirectories(folder.resolve("driver"));
        Path source = classes.resolve("com/acme/AcmeDriver.java");
        ProjectFixture.write(source, DRIVER);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-cp", h2, "-d", classes.toString(), source.toString()))
                .isZero();
        ProjectFixture.write(classes.resolve("META-INF/services/java.sql.Driver"), "com.acme.AcmeDriver\n");
        CompiledProject project = CompiledProject.shop(folder.resolve("shop"));

        String url = "jdbc:acme:" + folder.resolve("app");
        CommandRun with =
                project.run("migrate", "--url", url, "--user", "sa", "--classpath", classes + File.pathSeparator + h2);
        CommandRun without = project.run("status", "--url", url, "--user", "sa");

        assertThat(with.out()).as(with.err()).isEqualTo("applied V0001 first\n");
        assertThat(without.status()).isEqualTo(ExitCode.DATABASE.number());
        assertThat(without.err()).contains("[ACC-R001]").contains("No suitable driver");
    }

    @Test
    void entriesThatAreMissingOrAmbiguousAreRefused() throws Exception {
        shopJar("one.jar");
        Files.copy(folder.resolve("one.jar"), folder.resolve("two.jar"));

        CommandRun missing = CommandRun.in(folder, "status", "--url", "jdbc:h2:mem:x", "--classpath", "none.jar");
        assertThat(missing.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(missing.err()).startsWith("--classpath none.jar: [ACC-C023] there is no such jar or folder");
        Assertions.assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> ClassPath.open(folder, "one.jar" + File.pathSeparator + "two.jar")
                        .migrations("main"))
                .withMessageContaining("[ACC-C023] several entries have migrations: ");
    }

    @Test
    void secretsInUrlsAreRefusedWhateverTheyAreCalled() {
        ProjectFixture.maven(folder).draft("users").run("save", "users");
        for (String key : List.of("password", "sslpassword", "pwd", "passwd", "accessToken", "clientSecret")) {
            CommandRun run = CommandRun.in(
                    folder, Map.of(), "status", "--url", "jdbc:postgresql://db/shop?x=1&" + key + "=correct-horse");
            assertThat(run.err()).as(key).contains("[ACC-C017]").doesNotContain("correct-horse");
        }
    }

    private Path shopJar(String name) throws Exception {
        CompiledProject project = CompiledProject.shop(Files.createDirectories(folder.resolve("build-" + name)));
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Map.Entry<String, String> file :
                    ProjectFixture.tree(project.migrations()).entrySet()) {
                entries.putNextEntry(new JarEntry("db/migration/" + file.getKey()));
                entries.write(file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                entries.closeEntry();
            }
        }
        return jar;
    }

    private static String[] and(String first, String... more) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }
}
