package dev.accrete.benchmarks;

import dev.accrete.cli.project.ProjectFolders;
import dev.accrete.cli.project.Save;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints, for several sizes, the CPU time of a compile with Accrete's processor over that of the same compile with {@link
 * LookingProcessor}. Both are measured in turn, in the same run, so that the machine's mood is the same for both.
 */
public final class ProcessorBenchmark {

    private static final String ACCRETE = "dev.accrete.processor.AccreteProcessor";
    private static final String LOOKING = LookingProcessor.class.getName();

    private final Path folder;
    private final int rounds;

    private ProcessorBenchmark(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    /**
     * Measures.
     *
     * @param arguments the numbers of entities, separated by commas ({@code 100,1000}); how many rounds ({@code 5})
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String sizes = arguments.length > 0 ? arguments[0] : "100,1000";
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("accrete-benchmark");
        try {
            System.out.println("CPU of javac with Accrete's processor over javac with one that looks at every entity,");
            System.out.println("medians of " + rounds + " rounds");
            System.out.printf("%8s  %-28s %10s %10s %7s%n", "entities", "compile", "accrete", "looking", "ratio");
            for (String size : sizes.split(",")) {
                new ProcessorBenchmark(folder.resolve(size), rounds).measure(Integer.parseInt(size));
            }
        } finally {
            delete(folder);
        }
    }

    private void measure(int count) throws IOException, InterruptedException {
        EntitySources.write(folder.resolve("src"), count);
        print(count, "first draft, new JVM", 1);
        save();
        print(count, "nothing to draft, new JVM", 1);
        print(count, "nothing to draft, warm JVM", 8);
    }

    /** From now on there is nothing to draft. */
    private void save() throws IOException, InterruptedException {
        compile(ACCRETE, "save", 1);
        Path output = folder.resolve("save");
        new Save(new ProjectFolders(output, output, migrations())).save("first");
    }

    private Path migrations() {
        return folder.resolve("migrations");
    }

    private void print(int count, String name, int compiles) throws IOException, InterruptedException {
        List<Long> accrete = new ArrayList<>();
        List<Long> looking = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            accrete.add(compile(ACCRETE, "accrete", compiles));
            looking.add(compile(LOOKING, "looking", compiles));
        }
        double ratio = (double) median(accrete) / median(looking);
        System.out.printf(
                "%8d  %-28s %7d ms %7d ms %7.2f%n",
                count, name, median(accrete) / 1_000_000, median(looking) / 1_000_000, ratio);
    }

    private static long median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** The CPU time of the last of so many compiles in a JVM of its own, into an empty class output. */
    private long compile(String processor, String name, int compiles) throws IOException, InterruptedException {
        Path output = folder.resolve(name);
        delete(output);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                MeasuredCompile.class.getName(),
                folder.resolve("src").toString(),
                output.toString(),
                String.valueOf(compiles),
                "-processor",
                processor,
                "-classpath",
                System.getProperty("java.class.path") + File.pathSeparator + output));
        if (processor.equals(ACCRETE)) {
            command.add("-Aaccrete.dir=" + migrations());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the compile failed: " + printed);
        }
        return Long.parseLong(printed.lines().reduce((first, last) -> last).orElseThrow());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
