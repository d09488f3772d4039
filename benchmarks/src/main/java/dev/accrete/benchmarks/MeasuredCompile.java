package dev.accrete.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One or more compiles in this JVM; prints the CPU time of each in nanoseconds, all threads of the JVM included. */
public final class MeasuredCompile {

    private MeasuredCompile() {}

    /**
     * Compiles.
     *
     * @param arguments the folder of the sources, the class output, how often, and the compiler's options
     */
    public static void main(String[] arguments) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        Path output = Files.createDirectories(Path.of(arguments[1]));
        List<String> options = new ArrayList<>(List.of("-d", output.toString(), "-encoding", "UTF-8"));
        Collections.addAll(
                options, List.of(arguments).subList(3, arguments.length).toArray(String[]::new));
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            long before = cpuNanos();
            compile(sources, options);
            System.out.println(cpuNanos() - before);
        }
    }

    private static void compile(List<Path> sources, List<String> options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            boolean compiled = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("the entities do not compile");
            }
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
