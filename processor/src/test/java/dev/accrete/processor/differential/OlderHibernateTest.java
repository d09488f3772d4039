package dev.accrete.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * With {@code accrete.hibernate=6.6} a model must yield the schema that Hibernate ORM 6.6 makes, or be on one of the lists in its
 * folder ({@link ExpectedVerdicts}): {@code …-6.6.txt} comes before the lists of the newest version.
 *
 * <p>{@code resources/models-6.6.txt} names the models that show what the versions make otherwise; {@code resources/models-6.6}
 * has those that only 6.6 has annotations for. {@code -Dmodels=<part of a name>} takes others, {@code -Dmodels=/} all of them.
 */
class OlderHibernateTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path ROOT = RESOURCES.resolve("models");
    private static final Path OWN = RESOURCES.resolve("models-6.6");
    private static final Path SELECTION = RESOURCES.resolve("models-6.6.txt");
    private static final String SELECTED = System.getProperty("models", "");

    private static final Map<Path, ExpectedVerdicts> LISTS = new ConcurrentHashMap<>();
    private static final Map<Path, ExpectedVerdicts> NEWER_LISTS = new ConcurrentHashMap<>();
    private static HarnessPool harnesses;

    @BeforeAll
    static void start() throws IOException, SQLException {
        harnesses = new HarnessPool(Oracle::older);
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        harnesses.close();
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> aModelYieldsTheSchemaThatTheOlderHibernateMakes() throws IOException {
        Set<String> selection = selection();
        Stream<DynamicTest> both = ModelSources.below(ROOT).stream()
                .filter(model -> SELECTED.isEmpty()
                        ? selection.contains(model.name())
                        : model.name().contains(SELECTED))
                .map(model -> DynamicTest.dynamicTest(model.name(), () -> check(model, ROOT)));
        Stream<DynamicTest> own = ModelSources.below(OWN).stream()
                .filter(model -> model.name().contains(SELECTED))
                .map(model -> DynamicTest.dynamicTest(model.name(), () -> check(model, OWN)));
        return Stream.concat(both, own);
    }

    /** The lines that are no comments. */
    private static Set<String> selection() throws IOException {
        return Files.readAllLines(SELECTION).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toSet());
    }

    private static void check(ModelSources model, Path root) throws IOException, SQLException, InterruptedException {
        Comparison comparison = harnesses.compare(model);
        Assumptions.assumeFalse(
                comparison.verdict() == Verdict.NOT_JAVA && !SELECTED.isEmpty(),
                "it is not for Jakarta Persistence 3.1");
        String[] name = model.name().split("/", 2);
        Path folder = root.resolve(name[0]);
        ExpectedVerdicts lists = LISTS.computeIfAbsent(folder, each -> ExpectedVerdicts.read(each, "-6.6"));
        ExpectedVerdicts newer = NEWER_LISTS.computeIfAbsent(folder, ExpectedVerdicts::read);
        boolean own = lists.models().contains(name[1]) || comparison.verdict().isWanted();
        Optional<String> fault = (own ? lists : newer).fault(comparison);
        fault.ifPresent(text -> fail(model.name() + ": " + text + "\n" + comparison.text()));
    }

    @Test
    void theListsNameModelsThatExist() throws IOException {
        Set<String> models =
                ModelSources.below(ROOT).stream().map(ModelSources::name).collect(Collectors.toSet());
        assertThat(models).containsAll(selection());
        try (Stream<Path> folders = Files.list(ROOT)) {
            for (Path folder : folders.toList()) {
                List<String> listed = ExpectedVerdicts.read(folder, "-6.6").models().stream()
                        .map(name -> folder.getFileName() + "/" + name)
                        .toList();
                assertThat(models).containsAll(listed);
            }
        }
    }
}
