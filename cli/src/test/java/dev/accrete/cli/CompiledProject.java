package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A Maven project in a temporary folder whose entities the real processor compiles. */
record CompiledProject(Path root) {

    static final String USER = """
            package com.acme;

            import jakarta.persistence.*;

            @Entity
            @Table(name = "users")
            public class User {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE)
                Long id;

                @Column(nullable = false, unique = true)
                String email;

                String name;
            %s}
            """;

    static final String ORDER = """
            package com.acme;

            import jakarta.persistence.*;

            @Entity
            @Table(name = "orders")
            public class Order {
                @Id
                Long id;

                @ManyToOne(optional = false)
                User user;

                int total;
            }
            """;

    private static Map<String, String> shop = Map.of();

    /** Users and their orders, saved as V0001; compiled once, and then copied. */
    static synchronized CompiledProject shop(Path root) {
        CompiledProject project = new CompiledProject(root);
        if (shop.isEmpty()) {
            ProjectFixture.write(root.resolve("pom.xml"), "<project/>\n");
            project.compile(USER.formatted(""), ORDER);
            assertThat(project.run("save", "first").status()).isZero();
            shop = ProjectFixture.tree(root);
        }
        shop.forEach((file, text) -> ProjectFixture.write(root.resolve(file), text));
        return project;
    }

    Path migrations() {
        return root.resolve("src/main/resources/db/migration");
    }

    /** Compiles these classes alone, each of a public type. */
    void compile(String... sources) {
        Path classes = root.resolve("target/classes");
        try {
            Files.createDirectories(classes);
            List<Path> files = new ArrayList<>();
            for (String source : sources) {
                String name = source.replaceAll("(?s).*?public (?:class|enum) (\\w+).*", "$1");
                Path file = root.resolve("src/main/java/com/acme/" + name + ".java");
                ProjectFixture.write(file, source);
                files.add(file);
            }
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            StringWriter messages = new StringWriter();
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
                boolean compiled = compiler.getTask(
                                messages,
                                manager,
                                null,
                                List.of(
                                        "-proc:only",
                                        "-processorpath",
                                        System.getProperty("java.class.path"),
                                        "-processor",
                                        "dev.accrete.processor.AccreteProcessor",
                                        "-Aaccrete.dir=" + migrations(),
                                        "-d",
                                        classes.toString()),
                                null,
                                manager.getJavaFileObjectsFromPaths(files))
                        .call();
                assertThat(compiled).as(messages.toString()).isTrue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database to which everything saved has been applied. */
    TestDatabase migrated(String dialect) {
        TestDatabase database = TestDatabase.create(dialect);
        CommandRun run = run(database, "migrate", "--yes");
        assertThat(run.status()).as(run.err()).isZero();
        return database;
    }

    CommandRun run(String... arguments) {
        return CommandRun.in(root, arguments);
    }

    CommandRun run(TestDatabase database, String... arguments) {
        return runAs(database, database.user(), database.password(), arguments);
    }

    CommandRun runAs(TestDatabase database, String user, String password, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--url", database.url(), "--user", user));
        return CommandRun.in(root, Map.of("ACCRETE_PASSWORD", password), all.toArray(String[]::new));
    }
}
