package dev.accrete.processor.differential;

import dev.accrete.processor.AccreteProcessor;
import dev.accrete.processor.testing.Sources;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles models, in this process and with one file manager, so that the class path is opened once. */
final class ModelCompiler implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\\[(ACC-[A-Z]\\d+)]");
    private static final String OWN_FAILURE = "ACC-E000";

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null);

    private final List<File> classPath;

    /** @param replacements jars in place of those of the same artifacts on the class path */
    ModelCompiler(List<Path> replacements) {
        List<String> artifacts =
                replacements.stream().map(ModelCompiler::artifact).toList();
        classPath = Stream.concat(
                        replacements.stream(),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(Path::of)
                                .filter(each -> !artifacts.contains(artifact(each))))
                .map(Path::toFile)
                .toList();
        try {
            setClassPath(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setClassPath(List<Path> jars) throws IOException {
        files.setLocation(
                StandardLocation.CLASS_PATH,
                Stream.concat(jars.stream().map(Path::toFile), classPath.stream())
                        .toList());
    }

    /** The name of a jar without its version. */
    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d.*$", "");
    }

    /**
     * What a compile yielded.
     *
     * @param success whether there was no error
     * @param errors the errors' first lines
     * @param codes the codes in the errors
     * @param scripts the draft of each dialect
     */
    record Compiled(boolean success, List<String> errors, SortedSet<String> codes, Map<String, String> scripts) {

        /** Whether the processor gave up, and not as it should. */
        boolean crashed() {
            return !success && (codes.isEmpty() || codes.contains(OWN_FAILURE));
        }
    }

    /** Compiles classes into a folder, without the processor. */
    Compiled compile(ModelSources model, Path output) {
        if (model.jar().isPresent()) {
            extract(model, output);
            return new Compiled(true, List.of(), new TreeSet<>(), Map.of());
        }
        return run(model, output, List.of(), List.of("-proc:none"));
    }

    /** Runs the processor alone. */
    Compiled process(ModelSources model, Path output, String... options) {
        List<String> all = new ArrayList<>(List.of("-proc:only"));
        all.addAll(model.options());
        all.addAll(List.of(options));
        return run(model, output, List.of(new AccreteProcessor()), all);
    }

    private static void extract(ModelSources model, Path output) {
        try (FileSystem jar = FileSystems.newFileSystem(model.jar().orElseThrow())) {
            for (String name : model.classes()) {
                String file = name.replace('.', '/') + ".class";
                Path target = output.resolve(file);
                Files.createDirectories(target.getParent());
                Files.copy(jar.getPath("/" + file), target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Compiled run(ModelSources model, Path output, List<Processor> processors, List<String> options) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(List.of("-nowarn"));
        all.addAll(options);
        boolean success;
        try {
            Files.createDirectories(output);
            if (model.jar().isPresent()) {
                setClassPath(model.jars());
            }
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
            files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(output.toFile()));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    all,
                    model.classes().isEmpty() ? null : model.classes(),
                    Sources.of(model.files().toArray(String[]::new)).files());
            if (!processors.isEmpty()) {
                task.setProcessors(processors);
            }
            success = task.call();
            List<String> errors = diagnostics.getDiagnostics().stream()
                    .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    .map(each -> each.getMessage(Locale.ROOT))
                    .toList();
            return new Compiled(
                    success,
                    errors.stream().map(ModelCompiler::withoutFix).toList(),
                    codes(errors),
                    success ? scripts(output) : Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message without the lines on what to do; a failure of the processor with its trace. */
    private static String withoutFix(String message) {
        return message.contains(OWN_FAILURE)
                ? message
                : message.lines().findFirst().orElse("");
    }

    private static SortedSet<String> codes(List<String> messages) {
        SortedSet<String> codes = new TreeSet<>();
        for (String message : messages) {
            CODE.matcher(message).results().forEach(match -> codes.add(match.group(1)));
        }
        return codes;
    }

    private static Map<String, String> scripts(Path output) throws IOException {
        Map<String, String> scripts = new TreeMap<>();
        for (String dialect : DifferentialHarness.DIALECTS) {
            Path folder = output.resolve("db/draft/" + dialect);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> drafts = Files.list(folder)) {
                    for (Path draft : drafts.filter(
                                    each -> each.getFileName().toString().matches("V.*\\.sql"))
                            .toList()) {
                        scripts.put(dialect, Files.readString(draft));
                    }
                }
            }
        }
        return scripts;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
