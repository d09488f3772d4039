package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.schema.inspect.ComparisonOptions;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalSchemaComparison;
import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.tool.schema.spi.DelayedDropRegistryNotAvailableImpl;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file in {@code resources/models} is a model: its script and Hibernate's own schema creation, run on two databases,
 * must leave the same schema behind.
 */
class HibernateDifferentialTest {

    private static final Path MODELS = Path.of("src/test/resources/models");

    @TempDir
    Path out;

    static Stream<Arguments> modelsAndDialects() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.sorted().toList().stream()
                    .flatMap(file -> Stream.of("h2", "postgresql")
                            .map(dialect -> Arguments.of(file.getFileName().toString(), dialect)));
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("modelsAndDialects")
    void theScriptMakesTheSchemaThatHibernateMakes(String model, String dialect) throws Exception {
        Compile.Result result = Compile.into(out).sources(Files.readString(MODELS.resolve(model)));
        assertThat(result.messages()).isEmpty();

        try (TestDatabase ours = TestDatabase.create(dialect);
                TestDatabase hibernates = TestDatabase.create(dialect)) {
            String script = "db/draft/" + dialect + "/V0001__draft.sql";
            run(ours, result.resources().get(script));
            createByHibernate(hibernates);

            assertThat(PhysicalSchemaComparison.differences(
                            inspect(hibernates),
                            inspect(ours),
                            ComparisonOptions.definitions().withNames(ComparisonOptions.Names.EXPLICIT)))
                    .isEmpty();
        }
    }

    private static PhysicalSchema inspect(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return DatabaseInspector.forDialect(database.dialect()).inspect(connection, InspectionScope.everything());
        }
    }

    private static void run(TestDatabase database, String text) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (ScriptStep step : Script.parse(text, "draft").steps()) {
                for (ScriptStatement each : step.statements()) {
                    statement.execute(each.sql());
                }
            }
        }
    }

    private void createByHibernate(TestDatabase database) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {out.toUri().toURL()}, getClass().getClassLoader())) {
            StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                            .applyClassLoader(loader)
                            .build())
                    .applySettings(Map.of(
                            "hibernate.connection.url", database.url(),
                            "hibernate.connection.username", database.user(),
                            "hibernate.connection.password", database.password()))
                    .build();
            try {
                MetadataSources sources = new MetadataSources(registry);
                for (String name : classes()) {
                    Class<?> type = Class.forName(name, false, loader);
                    // Hibernate wants the annotated ones alone.
                    if (Stream.of(type.getAnnotations())
                            .anyMatch(each -> each.annotationType().getName().startsWith("jakarta.persistence."))) {
                        sources.addAnnotatedClass(type);
                    }
                }
                SchemaManagementToolCoordinator.process(
                        sources.buildMetadata(),
                        registry,
                        Map.of(
                                "jakarta.persistence.schema-generation.database.action",
                                "create-only",
                                "hibernate.hbm2ddl.halt_on_error",
                                true),
                        DelayedDropRegistryNotAvailableImpl.INSTANCE);
            } finally {
                StandardServiceRegistryBuilder.destroy(registry);
            }
        }
    }

    private List<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.map(file -> out.relativize(file).toString())
                    .filter(file -> file.startsWith("shop/") && file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }
}
