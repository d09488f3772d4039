package dev.accrete.processor.testing;

import dev.accrete.processor.AccreteProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** One run of a compiler with the processor, into a folder. */
public final class Compile {

    private final Path output;
    private final List<String> options = new ArrayList<>();
    private final List<Processor> processors = new ArrayList<>(List.of(new AccreteProcessor()));
    private JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    private Compile(Path output) {
        this.output = output;
    }

    public static Compile into(Path output) {
        return new Compile(output);
    }

    public Compile with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    public Compile with(Processor other) {
        processors.add(other);
        return this;
    }

    /** Another processor in place of Accrete's. */
    public Compile instead(Processor other) {
        processors.set(0, other);
        return this;
    }

    public Compile using(JavaCompiler other) {
        compiler = other;
        return this;
    }

    public Result sources(String... texts) throws IOException {
        Files.createDirectories(output);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter printed = new StringWriter();
        boolean success;
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
            files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(output.toFile()));
            List<String> all = new ArrayList<>(List.of("--release", "17"));
            if (!options.contains("-classpath")) {
                all.addAll(List.of("-classpath", output + File.pathSeparator + System.getProperty("java.class.path")));
            }
            all.addAll(options);
            JavaCompiler.CompilationTask task =
                    compiler.getTask(printed, files, diagnostics, all, null, files.getJavaFileObjects(written(texts)));
            task.setProcessors(processors);
            success = task.call();
        }
        return new Result(output, success, diagnostics.getDiagnostics(), printed.toString());
    }

    /** In the file system: ECJ takes nothing else. */
    private File[] written(String... texts) throws IOException {
        Path folder = output.resolveSibling(output.getFileName() + "-sources");
        List<File> written = new ArrayList<>();
        for (JavaFileObject source : Sources.of(texts).files()) {
            Path file = folder.resolve(source.getName().substring(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getCharContent(true));
            written.add(file.toFile());
        }
        return written.toArray(File[]::new);
    }

    /** What a compile yielded. */
    public record Result(
            Path output, boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, String printed) {

        /** {@code Order.java:3: error: text}, without the texts' later lines. */
        public List<String> messages() {
            return diagnostics.stream().map(Result::message).toList();
        }

        /** As {@link #messages}, with the texts' later lines. */
        public List<String> fullMessages() {
            return diagnostics.stream()
                    .map(each -> message(each)
                            + each.getMessage(Locale.ROOT)
                                    .lines()
                                    .skip(1)
                                    .map(line -> "\n    " + line.strip())
                                    .collect(Collectors.joining()))
                    .toList();
        }

        private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
            JavaFileObject source = diagnostic.getSource();
            String name = source == null ? "" : source.getName();
            String place = source == null
                    ? ""
                    : name.substring(name.lastIndexOf('/') + 1) + ":" + diagnostic.getLineNumber() + ": ";
            String text = diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
            return place + diagnostic.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + text;
        }

        /** Everything that was said, in full. */
        public String text() {
            return diagnostics.stream()
                    .map(each -> each.getMessage(Locale.ROOT))
                    .collect(Collectors.joining("\n"));
        }

        /** The files in the output except classes and sources, by path. */
        public SortedMap<String, String> resources() {
            try (Stream<Path> all = Files.walk(output)) {
                SortedMap<String, String> byPath = new TreeMap<>();
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    String path = output.relativize(file).toString().replace('\\', '/');
                    if (!path.endsWith(".class") && !path.endsWith(".java")) {
                        byPath.put(path, Files.readString(file));
                    }
                }
                return byPath;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
