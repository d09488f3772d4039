package dev.accrete.processor.evaluate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.accrete.processor.read.ClassFiles;
import dev.accrete.processor.read.SourceSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Sources that the compiler does not show, since it compiles other classes only or has no trees. They are looked for in
 * the folders of the sources that are compiled, on the source path, and in the Maven or Gradle project whose output holds
 * the class file; there a source that is newer than what was compiled of it does not count. They are parsed, no more.
 */
final class SourceFiles {

    private final Elements elements;
    private final Filer filer;
    private final ClassFiles classFiles;
    private final Optional<Trees> trees;
    private final Collection<String> compiled;
    private final Optional<Path> classOutput;
    private Optional<Set<Path>> roots = Optional.empty();
    private final Map<Path, Optional<CompilationUnitTree>> parsed = new HashMap<>();

    /**
     * The sources around a compile.
     *
     * @param trees those of the compiler, if it has some
     * @param compiled canonical names of classes whose sources are compiled
     * @param classOutput where it compiles to
     */
    SourceFiles(
            ProcessingEnvironment environment,
            Optional<Trees> trees,
            Collection<String> compiled,
            Optional<Path> classOutput) {
        this.elements = environment.getElementUtils();
        this.filer = environment.getFiler();
        this.classFiles = new ClassFiles(elements, filer);
        this.trees = trees;
        this.compiled = compiled;
        this.classOutput = classOutput;
    }

    /** The folders of the sources that are compiled; most compiles need none to be looked for. */
    private Set<Path> roots() {
        if (roots.isEmpty()) {
            Set<Path> found = new LinkedHashSet<>();
            trees.ifPresent(shown -> compiled.stream()
                    .map(elements::getTypeElement)
                    .flatMap(Stream::ofNullable)
                    .map(shown::getPath)
                    .flatMap(Stream::ofNullable)
                    .map(TreePath::getCompilationUnit)
                    .flatMap(unit -> root(unit).stream())
                    .forEach(found::add));
            classOutput.flatMap(SourceSet::of).map(SourceSet::java).ifPresent(found::add);
            roots = Optional.of(found);
        }
        return roots.get();
    }

    /** The folder in which the packages of a source begin. */
    private static Optional<Path> root(CompilationUnitTree unit) {
        return path(unit.getSourceFile()).map(Path::getParent).flatMap(folder -> {
            Path packages = packageFolder(packageOf(unit));
            if (packages.toString().isEmpty()) {
                return Optional.of(folder);
            }
            return folder.endsWith(packages)
                    ? Optional.ofNullable(folder.getRoot())
                            .map(root ->
                                    root.resolve(folder.subpath(0, folder.getNameCount() - packages.getNameCount())))
                    : Optional.empty();
        });
    }

    private static Path packageFolder(String name) {
        return Path.of(name.replace('.', '/'));
    }

    private static Optional<Path> path(FileObject file) {
        try {
            return Optional.of(Path.of(file.toUri()));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // A source in memory.
            return Optional.empty();
        }
    }

    /** The file that declares a class, which is not nested. */
    Optional<CompilationUnitTree> unit(TypeElement type) {
        Declared declared = new Declared(
                elements.getPackageOf(type).getQualifiedName().toString(),
                type.getSimpleName().toString());
        return roots().stream()
                .flatMap(root -> in(root, declared).stream())
                .findFirst()
                .or(() -> onSourcePath(declared))
                .or(() -> besideClassFile(type, declared));
    }

    /** What a source must declare. */
    private record Declared(String packageName, String name) {

        Path folder() {
            return packageFolder(packageName);
        }

        boolean isIn(CompilationUnitTree unit) {
            return packageName.equals(packageOf(unit))
                    && declaration(unit.getTypeDecls(), name).isPresent();
        }
    }

    private static String packageOf(CompilationUnitTree unit) {
        return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    }

    private Optional<CompilationUnitTree> onSourcePath(Declared declared) {
        try {
            return path(filer.getResource(
                            StandardLocation.SOURCE_PATH, declared.packageName(), declared.name() + ".java"))
                    .filter(Files::isRegularFile)
                    .flatMap(file -> parse(file, declared));
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            // Not there, or the compiler has no such path.
            return Optional.empty();
        }
    }

    private Optional<CompilationUnitTree> besideClassFile(TypeElement type, Declared declared) {
        Optional<Path> container = classFiles.container(type);
        Optional<Path> sources = container.flatMap(SourceSet::of).map(SourceSet::java);
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        Path compiled = Files.isDirectory(container.get())
                ? container.get().resolve(declared.folder()).resolve(declared.name() + ".class")
                : container.get();
        return in(sources.get(), declared)
                .filter(unit -> path(unit.getSourceFile())
                        .map(source -> !isNewer(source, compiled))
                        .orElse(false));
    }

    private static boolean isNewer(Path source, Path compiled) {
        try {
            return Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(compiled)) > 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** The file below a root that declares a class: the one of its name, else another one of the package (JLS 7.6). */
    private Optional<CompilationUnitTree> in(Path root, Declared declared) {
        Path folder = root.resolve(declared.folder());
        Path own = folder.resolve(declared.name() + ".java");
        if (Files.isRegularFile(own)) {
            return parse(own, declared);
        }
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .filter(file -> mentions(file, declared.name()))
                    .flatMap(file -> parse(file, declared).stream())
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static boolean mentions(Path file, String name) {
        try {
            return Files.readString(file).contains(name);
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<CompilationUnitTree> parse(Path file, Declared declared) {
        return parsed.computeIfAbsent(file, SourceFiles::parse).filter(declared::isIn);
    }

    /** @return empty if it can't be read or has errors */
    private static Optional<CompilationUnitTree> parse(Path file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(errors, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, errors, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            CompilationUnitTree unit = task.parse().iterator().next();
            return errors.getDiagnostics().isEmpty() ? Optional.of(unit) : Optional.empty();
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** The class of a name among declarations. */
    static Optional<ClassTree> declaration(List<? extends Tree> declarations, String name) {
        return declarations.stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(each -> each.getSimpleName().contentEquals(name))
                .findFirst();
    }
}
