package dev.accrete.processor.differential;

import dev.accrete.processor.differential.Comparison.Outcome;
import dev.accrete.processor.differential.ModelCompiler.Compiled;
import dev.accrete.schema.inspect.ComparisonOptions;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalSchemaComparison;
import dev.accrete.schema.inspect.SchemaDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compiles a model with the processor, runs its script and Hibernate's own schema creation on each database, and compares
 * what is there afterwards. For one thread.
 */
public final class DifferentialHarness implements AutoCloseable {

    static final List<String> DIALECTS = List.of("h2", "postgresql");

    private static final ComparisonOptions OPTIONS =
            ComparisonOptions.definitions().withNames(ComparisonOptions.Names.EXPLICIT);

    private final Path folder;
    private final Oracle oracle;
    private final ModelCompiler compiler;
    private final Map<String, ScratchDatabase> databases = new LinkedHashMap<>();
    private int compiles;

    /** Starts the databases; Hibernate is the newest one. */
    public DifferentialHarness() throws IOException, SQLException {
        this(Oracle.newest());
    }

    /** Starts the databases. */
    public DifferentialHarness(Oracle oracle) throws IOException, SQLException {
        this.oracle = oracle;
        compiler = new ModelCompiler(oracle.jars());
        folder = Files.createTempDirectory("models");
        for (String dialect : DIALECTS) {
            databases.put(dialect, new ScratchDatabase(dialect));
        }
    }

    /** Compares a model with both naming strategies on both databases. */
    public Comparison compare(ModelSources model) throws IOException, SQLException {
        return compare(model, Set.of(Naming.values()));
    }

    /** Compares a model on both databases. */
    public Comparison compare(ModelSources model, Set<Naming> namings) throws IOException, SQLException {
        List<Outcome> outcomes = new ArrayList<>();
        Path classes = nextFolder();
        try {
            Compiled bare = compiler.compile(model, classes);
            if (!bare.success()) {
                return new Comparison(model.name(), all(namings, Verdict.NOT_JAVA, bare.errors()));
            }
            try (Oracle.Model hibernate = oracle.open(classes, model.jars(), model.settings())) {
                for (Naming naming : new TreeSet<>(namings)) {
                    outcomes.addAll(compare(model, hibernate, naming));
                }
            } catch (ClassNotFoundException | LinkageError e) {
                return new Comparison(model.name(), all(namings, Verdict.NOT_JAVA, List.of(e.toString())));
            }
        } finally {
            delete(classes);
        }
        return new Comparison(model.name(), outcomes);
    }

    private static List<Outcome> all(Set<Naming> namings, Verdict verdict, List<String> details) {
        return namings.stream()
                .sorted()
                .flatMap(naming -> DIALECTS.stream()
                        .map(dialect -> new Outcome(naming, dialect, verdict, new TreeSet<>(), details)))
                .toList();
    }

    /**
     * Compiles for both dialects at once. If that is refused and Hibernate fails on one of them, the reason may lie there
     * alone, so the other one gets a compile of its own.
     */
    private List<Outcome> compare(ModelSources model, Oracle.Model hibernate, Naming naming)
            throws IOException, SQLException {
        Compiled both = process(model, naming, String.join(",", DIALECTS));
        List<Outcome> outcomes = new ArrayList<>();
        for (String dialect : DIALECTS) {
            outcomes.add(compare(hibernate, naming, dialect, both));
        }
        boolean oneFails = outcomes.stream().anyMatch(outcome -> outcome.verdict() == Verdict.HIBERNATE_REFUSES_TOO);
        for (int i = 0; oneFails && i < outcomes.size(); i++) {
            if (outcomes.get(i).verdict() == Verdict.REFUSED) {
                String dialect = DIALECTS.get(i);
                outcomes.set(i, compare(hibernate, naming, dialect, process(model, naming, dialect)));
            }
        }
        return outcomes;
    }

    private Compiled process(ModelSources model, Naming naming, String dialects) throws IOException {
        Path output = nextFolder();
        try {
            return compiler.process(
                    model,
                    output,
                    "-Aaccrete.naming=" + naming.option(),
                    "-Aaccrete.dialects=" + dialects,
                    "-Aaccrete.hibernate=" + oracle.version());
        } finally {
            delete(output);
        }
    }

    private Outcome compare(Oracle.Model model, Naming naming, String dialect, Compiled compiled) throws SQLException {
        ScratchDatabase database = databases.get(dialect);
        List<String> details = new ArrayList<>();
        Verdict verdict;
        try {
            Verdict[] result = new Verdict[1];
            model.create(database.dataSource(), naming, validation -> {
                result[0] = judge(database, compiled, validation, details);
            });
            verdict = result[0];
        } catch (SQLException e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError e) {
            details.add("Hibernate: " + rootMessage(e));
            verdict = compiled.success() ? Verdict.HIBERNATE_REFUSES_ALONE : Verdict.HIBERNATE_REFUSES_TOO;
            if (compiled.crashed()) {
                verdict = Verdict.CRASHED;
            }
            details.addAll(compiled.errors());
        } finally {
            database.empty();
        }
        SortedSet<String> codes = verdict == Verdict.REFUSED ? compiled.codes() : new TreeSet<>();
        return new Outcome(naming, dialect, verdict, codes, details);
    }

    /** The database holds Hibernate's schema. */
    private static Verdict judge(ScratchDatabase database, Compiled compiled, Runnable validation, List<String> details)
            throws SQLException {
        if (!compiled.success()) {
            details.addAll(compiled.errors());
            return compiled.crashed() ? Verdict.CRASHED : Verdict.REFUSED;
        }
        PhysicalSchema expected = CheckTerms.sorted(database.inspect());
        // Some schemas fail Hibernate's validation though they are Hibernate's own.
        boolean valid = validates(validation, new ArrayList<>());
        Set<String> schemas = database.schemas();
        database.empty();
        for (String schema : schemas) {
            database.execute("create schema \"" + schema.replace("\"", "\"\"") + "\"");
        }
        try {
            // No script: there is nothing to create.
            String dialect = database.dialect();
            if (compiled.scripts().containsKey(dialect)) {
                database.run(compiled.scripts().get(dialect));
            }
        } catch (SQLException e) {
            details.add(e.getMessage());
            return Verdict.SQL_FAILS;
        }
        PhysicalSchemaComparison.differences(expected, CheckTerms.sorted(database.inspect()), OPTIONS).stream()
                .map(SchemaDifference::toString)
                .forEach(details::add);
        return details.isEmpty() && validates(validation, details) == valid ? Verdict.IDENTICAL : Verdict.DIFFERENT;
    }

    private static boolean validates(Runnable validation, List<String> details) {
        try {
            validation.run();
            return true;
        } catch (RuntimeException e) {
            details.add("Hibernate's validation: " + e.getMessage());
            return false;
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return root.getClass().getSimpleName() + ": " + message;
    }

    private Path nextFolder() {
        return folder.resolve("c" + compiles++);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        for (ScratchDatabase database : databases.values()) {
            database.close();
        }
        compiler.close();
        delete(folder);
    }
}
