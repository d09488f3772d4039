package dev.accrete.processor.testing;

import dev.accrete.processor.read.CompiledClasses;
import dev.accrete.processor.read.ElementReader;
import dev.accrete.processor.read.MemberOrder;
import dev.accrete.processor.report.MessagerReporter;
import dev.accrete.processor.report.Problem;
import dev.accrete.processor.source.ClassSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Messager;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Java sources for a test, from text blocks or files, and what a compiler says about them.
 *
 * <p>{@code Sources.of("package shop; @Entity class Order {}").read(classes -> ...)} hands out the sources as the
 * mapping sees them.
 */
public final class Sources {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern MODULE = Pattern.compile("(?m)^(?:open\\s+)?module\\s");
    private static final String KINDS =
            "(?:(?:final|abstract|sealed|non-sealed|strictfp|static)\\s+)*(?:class|record|interface|enum|@interface)\\s+(\\w+)";
    private static final Pattern PUBLIC_TYPE = Pattern.compile("(?m)^(?:.*\\s)?public\\s+" + KINDS);
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:@.*\\s)?" + KINDS);

    private final List<JavaFileObject> files;

    private Sources(List<JavaFileObject> files) {
        this.files = List.copyOf(files);
    }

    /** One file per text; its name comes from the public type in it, else from the first one. */
    public static Sources of(String... texts) {
        return new Sources(Stream.of(texts).map(Sources::file).toList());
    }

    /** All {@code .java} files under a folder, in the order of their paths. */
    public static Sources in(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<JavaFileObject> files = new ArrayList<>();
            for (Path path : paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                files.add(file(Files.readString(path)));
            }
            return new Sources(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<JavaFileObject> files() {
        return files;
    }

    /**
     * Compiles the declarations and hands them out in the last round. The compiler's own errors are no reason to fail
     * here: a test may look at what does not resolve.
     */
    public void read(Consumer<ClassSource> reader) {
        readElements(reader::accept);
    }

    /** What the compiler prints, in the order of printing, when the given problems are reported in the last round. */
    public List<Diagnostic<? extends JavaFileObject>> print(Function<ClassSource, List<Problem>> problems) {
        return inLastRound((reader, messager) ->
                new MessagerReporter(messager).report(problems.apply(reader), Diagnostic.Kind.WARNING));
    }

    /** Like {@link #read}, for tests of the reader itself. */
    public void readElements(Consumer<ElementReader> reader) {
        inLastRound((elements, messager) -> reader.accept(elements));
    }

    private List<Diagnostic<? extends JavaFileObject>> inLastRound(BiConsumer<ElementReader, Messager> action) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = compiler.getTask(
                null,
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, null),
                diagnostics,
                List.of("-proc:only", "-classpath", System.getProperty("java.class.path")),
                null,
                files);
        LastRound lastRound = new LastRound(action);
        task.setProcessors(List.of(lastRound));
        task.call();
        if (lastRound.failure != null) {
            throw new AssertionError("while reading: " + lastRound.failure, lastRound.failure);
        }
        if (!lastRound.called) {
            throw new AssertionError(
                    "the sources can't be parsed: " + errors(diagnostics).toList());
        }
        return diagnostics.getDiagnostics();
    }

    private static Stream<Diagnostic<? extends JavaFileObject>> errors(DiagnosticCollector<JavaFileObject> all) {
        return all.getDiagnostics().stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR);
    }

    private static JavaFileObject file(String text) {
        Matcher inPackage = PACKAGE.matcher(text);
        String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
        String name = typeName(PUBLIC_TYPE, text)
                .or(() -> typeName(TYPE, text))
                .orElse(MODULE.matcher(text).find() ? "module-info" : "package-info");
        return new TextFile(folder + name + ".java", text);
    }

    private static Optional<String> typeName(Pattern pattern, String text) {
        Matcher type = pattern.matcher(text);
        return type.find() ? Optional.of(type.group(1)) : Optional.empty();
    }

    private static final class TextFile extends SimpleJavaFileObject {

        private final String text;

        TextFile(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    @SupportedAnnotationTypes("*")
    private static final class LastRound extends AbstractProcessor {

        private final BiConsumer<ElementReader, Messager> action;
        private boolean called;
        private Throwable failure;

        LastRound(BiConsumer<ElementReader, Messager> action) {
            this.action = action;
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (round.processingOver()) {
                called = true;
                try {
                    action.accept(
                            new ElementReader(
                                    processingEnv.getElementUtils(),
                                    processingEnv.getTypeUtils(),
                                    MemberOrder.asGiven(),
                                    CompiledClasses.none()),
                            processingEnv.getMessager());
                } catch (Exception | AssertionError e) {
                    // Assertions of the test: rethrown outside the compiler, which would print them as a crash.
                    failure = e;
                }
            }
            return false;
        }
    }
}
