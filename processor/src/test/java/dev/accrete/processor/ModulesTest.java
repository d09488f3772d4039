package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.processor.testing.Compile;
import dev.accrete.processor.testing.Saving;
import dev.accrete.runtime.Accrete;
import dev.accrete.runtime.DraftPolicy;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.testkit.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiled modules with entities and data migrations, started as an application does: through their generated classes. */
class ModulesTest {

    private static final String PERSON = """
            package people;
            import jakarta.persistence.*;
            @Entity public class Person {
                @Id public Long id;
                public String name;
            }
            """;

    private static final String BILL = """
            package billing;
            import jakarta.persistence.*;
            @Entity public class Bill {
                @Id public Long id;
                @ManyToOne(optional = false) public people.Person person;
            }
            """;

    private static final String FILL = """
            package people;
            import dev.accrete.annotations.DataMigration;
            import dev.accrete.runtime.JavaMigration;
            import java.sql.*;
            @DataMigration(description = "names in capitals", order = 2)
            public class Capitals implements JavaMigration {
                public long migrate(Connection connection, int batch) throws SQLException {
                    try (Statement statement = connection.createStatement()) {
                        return statement.executeUpdate("update Person set name = upper(name) where id in (select id from"
                                + " Person where name <> upper(name) order by id fetch first 2 rows only)");
                    }
                }
            }
            """;

    private static final String DEMO = """
            package people;
            import dev.accrete.annotations.DataMigration;
            import dev.accrete.runtime.JavaMigration;
            import java.sql.*;
            public class Demo {
                @DataMigration(environments = {"dev", "test"}, order = 1)
                public static class Rows implements JavaMigration {
                    public long migrate(Connection connection, int batch) throws SQLException {
                        if (batch > 0) {
                            return 0;
                        }
                        try (Statement statement = connection.createStatement()) {
                            return statement.executeUpdate("insert into Person (id, name) values (10, 'Demo')");
                        }
                    }
                }
            }
            """;

    @TempDir
    Path temp;

    /** Compiles a module and saves what it drafts, into the output itself. */
    private Path module(String name, String migration, String... sources) throws IOException {
        Path out = temp.resolve(name);
        Compile.Result result = compile(name, sources);
        assertThat(result.messages()).isEmpty();
        Path stream = out.resolve("accrete").resolve(name);
        Saving.save(stream, stream.resolve("db/migration"), migration);
        assertThat(compile(name, sources).resources().keySet())
                .noneMatch(path -> path.contains("db/draft/"))
                .contains("accrete/" + name + "/META-INF/accrete/model");
        return out;
    }

    private Compile.Result compile(String name, String... sources) throws IOException {
        Path out = temp.resolve(name);
        return Compile.into(out)
                .with(
                        "-Aaccrete.stream=" + name,
                        "-classpath",
                        out
                                + File.pathSeparator
                                + temp.resolve("people")
                                + File.pathSeparator
                                + System.getProperty("java.class.path"))
                .sources(sources);
    }

    private Path jar(Path out) {
        Path jar = out.resolveSibling(out.getFileName() + ".jar");
        assertThat(ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", out.toString(), "."))
                .isZero();
        return jar;
    }

    private static Accrete accrete(TestDatabase database, URLClassLoader loader, String environment) {
        Accrete.Builder builder =
                Accrete.builder().dataSource(database.dataSource()).environment(environment);
        ServiceLoader.load(MigrationSource.class, loader).forEach(builder::source);
        return builder.build();
    }

    private static URLClassLoader loader(Path... places) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path place : places) {
            urls.add(place.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ModulesTest.class.getClassLoader());
    }

    private static List<String> applied(MigrationReport report) {
        return report.applied().stream()
                .map(each -> each.stream() + " " + each.version() + " " + each.description())
                .toList();
    }

    /** The foreign key of one module's table points to the other module's, which comes later in the alphabet. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void eachJarHasItsCatalogAndTheirForeignKeysSayWhichComesFirst(String dialect) throws Exception {
        Path people = jar(module("people", "first", PERSON));
        Path billing = jar(module("billing", "bills", BILL));

        try (TestDatabase database = TestDatabase.create(dialect);
                URLClassLoader loader = loader(billing, people)) {
            assertThat(applied(accrete(database, loader, "dev").migrate()))
                    .containsExactly("people V0001 first", "billing V0001 bills");
            assertThat(accrete(database, loader, "dev").migrate().applied()).isEmpty();
            assertThat(accrete(database, loader, "dev").status())
                    .extracting(status -> status.stream())
                    .containsExactly("billing", "people");
        }
        assertThat(compile("billing", BILL)
                        .resources()
                        .get("META-INF/native-image/dev.accrete/billing/reachability-metadata.json"))
                .contains("\"accrete/billing/db/migration/**\"", "\"accrete/billing/META-INF/accrete/model\"");
    }

    @Test
    void aStreamNeedsAName() throws IOException {
        assertThat(Compile.into(temp.resolve("x"))
                        .with("-Aaccrete.stream=Two Words")
                        .sources(PERSON)
                        .messages())
                .anyMatch(message -> message.contains("[ACC-O002]"));
    }

    /** Drafted as a migration of its own, applied as a draft, saved, and in order with the scripts. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void dataMigrationsAreSavedAndRunInOrderWithTheScripts(String dialect) throws Exception {
        Path out = module("people", "first", PERSON);
        try (TestDatabase database = TestDatabase.create(dialect)) {
            try (URLClassLoader loader = loader(out)) {
                accrete(database, loader, "prod").migrate();
            }
            database.execute("insert into Person (id, name) values (1, 'a'), (2, 'b'), (3, 'c'), (4, 'D')");

            Compile.Result draft = compile("people", PERSON, FILL, DEMO);
            assertThat(draft.messages()).isEmpty();
            String script = draft.resources().get("accrete/people/db/draft/" + dialect + "/V0002__draft.sql");
            assertThat(script)
                    .contains("--   Demo$Rows   change rows in Java   people.Demo$Rows\n")
                    .contains("\n-- accrete:step 1 java class=people.Demo$Rows environments=dev,test\n")
                    .contains("\n-- accrete:step 2 java class=people.Capitals names in capitals\n");
            assertThat(draft.resources().get("META-INF/native-image/dev.accrete/people/reachability-metadata.json"))
                    .contains("{\"type\": \"people.Capitals\", \"methods\"", "\"people.Demo$Rows\"");
            try (URLClassLoader loader = loader(out)) {
                assertThatThrownBy(() -> accrete(database, loader, "prod").migrate())
                        .hasMessageContaining("[ACC-R012]");
            }
            Path stream = out.resolve("accrete/people");
            Saving.save(stream, stream.resolve("db/migration"), "capitals");
            assertThat(compile("people", PERSON).resources().keySet())
                    .as("what is not among the sources of a compile is still there")
                    .noneMatch(path -> path.contains("db/draft/"));

            List<String> heard = new ArrayList<>();
            try (URLClassLoader loader = loader(out)) {
                Accrete.Builder builder =
                        Accrete.builder().dataSource(database.dataSource()).environment("prod");
                ServiceLoader.load(MigrationSource.class, loader).forEach(builder::source);
                builder.listener(event -> heard.add(event.text()));
                assertThat(applied(builder.build().migrate())).containsExactly("people V0002 capitals");
            }
            assertThat(heard)
                    .contains("people.Capitals: 2 rows", "people.Capitals: 3 rows")
                    .noneMatch(text -> text.contains("Demo"));
            assertThat(names(database)).containsExactly("A", "B", "C", "D");
        }
        try (TestDatabase fresh = TestDatabase.create(dialect);
                URLClassLoader loader = loader(out)) {
            MigrationSource source = ServiceLoader.load(MigrationSource.class, loader)
                    .findFirst()
                    .orElseThrow();
            Set<String> asked = new TreeSet<>();
            Accrete accrete = Accrete.builder()
                    .dataSource(fresh.dataSource())
                    .environment("test")
                    .source(listening(source, asked))
                    .build();
            assertThat(applied(accrete.migrate())).containsExactly("people V0001 first", "people V0002 capitals");
            assertThat(names(fresh)).containsExactly("DEMO");
            accrete.seed();
            assertThat(asked).hasSizeGreaterThan(4).anyMatch(path -> path.startsWith("accrete/people/db/seed/"));
            String metadata = Files.readString(
                    out.resolve("META-INF/native-image/dev.accrete/people/reachability-metadata.json"));
            List<PathMatcher> globs = Pattern.compile("\"glob\": \"([^\"]+)\"")
                    .matcher(metadata)
                    .results()
                    .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob.group(1)))
                    .toList();
            assertThat(asked)
                    .as("what a native image must have")
                    .allMatch(path -> globs.stream().anyMatch(glob -> glob.matches(Path.of(path))));
        }
    }

    private static MigrationSource listening(MigrationSource source, Set<String> asked) {
        return new MigrationSource() {
            @Override
            public String name() {
                return source.name();
            }

            @Override
            public InputStream open(String resource) throws IOException {
                asked.add("accrete/people/" + resource);
                return source.open(resource);
            }

            @Override
            public ClassLoader classLoader() {
                return source.classLoader();
            }
        };
    }

    /** With a new column in the same migration, and as a draft that is taken back. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDataMigrationComesAfterTheSchemaChangeOfItsMigration(String dialect) throws Exception {
        Path out = module("people", "first", PERSON);
        String changed = PERSON.replace("public String name;", "public String name; public String city;");
        String fill = FILL.replace("set name = upper(name)", "set name = upper(name), city = 'Rome'");
        assertThat(compile("people", changed, fill).messages()).isEmpty();
        try (TestDatabase database = TestDatabase.create(dialect)) {
            try (URLClassLoader loader = loader(out)) {
                Accrete.Builder builder =
                        Accrete.builder().dataSource(database.dataSource()).drafts(DraftPolicy.APPLY);
                ServiceLoader.load(MigrationSource.class, loader).forEach(builder::source);
                assertThat(applied(builder.build().migrate()))
                        .containsExactly("people V0001 first", "people V0002 draft");
            }
            Path stream = out.resolve("accrete/people");
            Saving.save(stream, stream.resolve("db/migration"), "city");
            compile("people", changed, fill);
            database.execute("insert into Person (id, name) values (1, 'a')");
            try (URLClassLoader loader = loader(out)) {
                assertThat(applied(accrete(database, loader, "dev").migrate()))
                        .as("the draft's record becomes the migration's, nothing runs again")
                        .isEmpty();
            }
            assertThat(names(database)).containsExactly("a");
        }
    }

    @Test
    void classesThatTheRuntimeCannotUseAreRefused() throws IOException {
        assertRefused(FILL.replace("implements JavaMigration", ""), "does not implement");
        assertRefused(FILL.replace("public class", "class"), "can't be instantiated");
        assertRefused(
                FILL.replace(
                        "Capitals implements JavaMigration {", "Capitals implements JavaMigration { Capitals() {}"),
                "can't be instantiated");
        assertRefused(DEMO.replace("public static class", "public class"), "can't be instantiated");
        assertRefused(DEMO.replace("\"dev\"", "\"d ev\""), "is no environment");
    }

    private void assertRefused(String source, String message) throws IOException {
        assertThat(Compile.into(temp.resolve("refused"))
                        .with("-proc:only")
                        .sources(PERSON, source)
                        .messages())
                .anyMatch(text -> text.contains("[ACC-E002]") && text.contains(message));
    }

    private static List<String> names(TestDatabase database) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select name from Person order by id")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
