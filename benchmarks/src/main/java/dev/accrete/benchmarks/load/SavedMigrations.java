package dev.accrete.benchmarks.load;

import dev.accrete.cli.project.ProjectFolders;
import dev.accrete.cli.project.Save;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles version after version of some entities and saves each draft, as a developer does. */
final class SavedMigrations {

    private final Path folder;

    SavedMigrations(Path folder) {
        this.folder = folder;
    }

    /** The folder with the catalog and the scripts. */
    Path migrations() {
        return folder.resolve("migrations");
    }

    /** Compiles and saves the next version. */
    void save(Map<String, String> sources, String description) throws IOException {
        Path source = Files.createDirectories(folder.resolve("src/shop"));
        Path output = Files.createDirectories(folder.resolve("classes"));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> entry : sources.entrySet()) {
            files.add(Files.writeString(source.resolve(entry.getKey() + ".java"), entry.getValue()));
        }
        compile(files, output);
        new Save(new ProjectFolders(output, output, migrations()))
                .save(description)
                .orElseThrow(() -> new IllegalStateException(description + ": nothing to save"));
    }

    private void compile(List<Path> sources, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    messages,
                    files,
                    null,
                    List.of(
                            "-d",
                            output.toString(),
                            "-encoding",
                            "UTF-8",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            "-processor",
                            "dev.accrete.processor.AccreteProcessor",
                            "-Aaccrete.naming=snake_case",
                            "-Aaccrete.dialects=postgresql",
                            "-Aaccrete.dir=" + migrations()),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            if (!task.call()) {
                throw new IllegalStateException("the entities do not compile:\n" + messages);
            }
        }
    }
}
