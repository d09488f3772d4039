package dev.accrete.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Javac with the processor, without a build tool: from {@code src} to {@code OUT}, with the migrations in {@code DIR}. */
final class ProcessorRun {

    private ProcessorRun() {}

    /**
     * Compiles.
     *
     * @param sources texts by path below {@code src}
     * @return what was said: {@code User.java:3: warning: text}, or the text alone, each in full
     */
    static List<String> compile(Path folder, Map<String, String> sources) throws IOException {
        List<Path> files = new ArrayList<>();
        sources.forEach((path, text) -> {
            files.add(folder.resolve("src").resolve(path));
            ProjectFixture.write(folder.resolve("src").resolve(path), text);
        });
        Files.createDirectories(folder.resolve("OUT"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:only",
                "-processorpath",
                System.getProperty("java.class.path"),
                "-processor",
                "dev.accrete.processor.AccreteProcessor",
                "-Aaccrete.dir=" + folder.resolve("DIR"),
                "-d",
                folder.resolve("OUT").toString());
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            compiler.getTask(null, manager, diagnostics, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return diagnostics.getDiagnostics().stream().map(ProcessorRun::text).toList();
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String name =
                source == null ? "" : Path.of(source.getName()).getFileName() + ":" + diagnostic.getLineNumber() + ": ";
        return name + diagnostic.getKind().name().toLowerCase(Locale.ROOT) + ": " + diagnostic.getMessage(Locale.ROOT);
    }
}
