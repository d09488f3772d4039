package dev.accrete.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each model in {@code resources/models} must yield the schema that Hibernate makes, with both naming strategies and on
 * both databases, or be on one of the lists in its folder ({@link ExpectedVerdicts}).
 *
 * <p>{@code -Dmodels=<part of a name>} selects; {@code -Dmodels.refresh=better} takes those off the lists that are mapped
 * now, {@code all} writes the lists anew.
 */
class HibernateDifferentialTest {

    private static final Path ROOT = Path.of("src/test/resources/models");
    private static final String SELECTED = System.getProperty("models", "");
    private static final String REFRESH = System.getProperty("models.refresh", "");

    private static final Map<String, ExpectedVerdicts> EXPECTED = new TreeMap<>();
    private static HarnessPool harnesses;

    @BeforeAll
    static void start() throws IOException, SQLException {
        harnesses = new HarnessPool(Oracle::newest);
        try (Stream<Path> folders = Files.list(ROOT)) {
            folders.forEach(folder -> EXPECTED.put(folder.getFileName().toString(), ExpectedVerdicts.read(folder)));
        }
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        harnesses.close();
        if (!REFRESH.isEmpty()) {
            for (ExpectedVerdicts expected : EXPECTED.values()) {
                expected.write();
            }
        }
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> aModelYieldsTheSchemaThatHibernateMakes() {
        return ModelSources.below(ROOT).stream()
                .filter(model -> model.name().contains(SELECTED))
                .map(model -> DynamicTest.dynamicTest(model.name(), () -> check(model)));
    }

    private static void check(ModelSources model) throws IOException, SQLException, InterruptedException {
        ExpectedVerdicts expected =
                EXPECTED.get(model.name().substring(0, model.name().indexOf('/')));
        Comparison comparison = harnesses.compare(model);
        if (REFRESH.isEmpty()) {
            expected.fault(comparison).ifPresent(fault -> fail(model.name() + ": " + fault + "\n" + comparison.text()));
        } else {
            expected.refresh(comparison, REFRESH.equals("all"));
        }
    }

    @Test
    void theListsNameModelsThatExist() {
        Map<String, TreeSet<String>> models = ModelSources.below(ROOT).stream()
                .map(model -> model.name().split("/", 2))
                .collect(Collectors.groupingBy(
                        name -> name[0],
                        TreeMap::new,
                        Collectors.mapping(name -> name[1], Collectors.toCollection(TreeSet::new))));
        for (Map.Entry<String, ExpectedVerdicts> folder : EXPECTED.entrySet()) {
            assertThat(models.get(folder.getKey()))
                    .as(folder.getKey())
                    .containsAll(List.copyOf(folder.getValue().models()));
        }
    }
}
