package dev.accrete.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import dev.accrete.processor.check.Contributors;
import dev.accrete.processor.check.MappingFiles;
import dev.accrete.processor.check.PersistenceVersion;
import dev.accrete.processor.check.SettingFiles;
import dev.accrete.processor.evaluate.Evaluator;
import dev.accrete.processor.map.intent.DataMigrations;
import dev.accrete.processor.read.CompiledClasses;
import dev.accrete.processor.read.ElementReader;
import dev.accrete.processor.read.MemberOrder;
import dev.accrete.processor.report.MessagerReporter;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import dev.accrete.processor.report.SourcePositions;
import dev.accrete.processor.round.ManagedClasses;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.Place;
import dev.accrete.processor.write.ClassOutput;
import dev.accrete.processor.write.DraftFiles;
import dev.accrete.processor.write.MigrationFolders;
import dev.accrete.processor.write.ModelClassWriter;
import dev.accrete.processor.write.NativeImage;
import dev.accrete.processor.write.Saved;
import dev.accrete.processor.write.ServiceFile;
import dev.accrete.runtime.format.ResourceNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * Answers the compiler: collects the managed classes in the rounds, and in the last one drafts and writes.
 *
 * <p>Claims no annotation, so that other processors see them too, and never throws: a failure of its own is one
 * diagnostic.
 */
@AutoService(Processor.class)
public final class AccreteProcessor extends AbstractProcessor {

    private final ManagedClasses managed = new ManagedClasses();
    private final Problems problems = new Problems();
    private Optional<Options> options = Optional.empty();
    private Optional<Saved> saved = Optional.empty();
    private Optional<ClassName> modelClass = Optional.empty();
    private boolean stopped;

    /** Called by the compiler. */
    public AccreteProcessor() {}

    /**
     * Every compile: one whose sources have no managed class any more must see that too, and one that is shown an enum
     * alone changes the columns of the entities that use it.
     */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> names = new TreeSet<>(Options.NAMES);
        if (isInitialized()) {
            // One that does not exist gets a diagnostic of ours; the compiler's warning would be a second one.
            processingEnv.getOptions().keySet().stream()
                    .filter(name -> name.startsWith(Options.PREFIX))
                    .forEach(names::add);
        }
        return names;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (stopped) {
            return false;
        }
        try {
            advance(round);
        } catch (IOException e) {
            problems.add(
                    ProcessorCode.UNWRITABLE,
                    Place.NOWHERE,
                    "class output",
                    "can't be read or written: " + e,
                    "see that the folder of the compiler's -d can be written and the disk is not full");
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            addFailure(e);
        }
        if (problems.hasErrors() || round.processingOver()) {
            stopped = true;
            report();
        }
        return false;
    }

    private void advance(RoundEnvironment round) throws IOException {
        if (options.isEmpty()) {
            start();
        }
        if (problems.hasErrors() || options.get().mode() == Options.Mode.OFF) {
            return;
        }
        if (!round.processingOver()) {
            managed.collect(round);
            if (modelClass.isEmpty() && !managed.names().isEmpty()) {
                writeModelClass();
            }
        } else if (!round.errorRaised()) {
            finish();
        }
    }

    private void start() throws IOException {
        Options read = Options.read(processingEnv.getOptions(), problems);
        options = Optional.of(read);
        if (problems.hasErrors() || read.mode() == Options.Mode.OFF) {
            return;
        }
        ClassOutput output = new ClassOutput(processingEnv.getFiler()).of(read.stream());
        try {
            saved = Saved.read(MigrationFolders.find(read.dir(), output), output, problems);
        } catch (InvalidPathException e) {
            problems.add(
                    ProcessorCode.UNKNOWN_VALUE,
                    Place.NOWHERE,
                    "-A" + Options.DIR,
                    "this is no path: " + e.getMessage(),
                    "name a folder, e.g. -A" + Options.DIR + "=src/main/resources/db/migration");
        }
    }

    /** In the first round with a managed class: one that is born in the last round would make javac warn. */
    private void writeModelClass() throws IOException {
        Elements elements = processingEnv.getElementUtils();
        SortedSet<String> packages = new TreeSet<>();
        Optional<ModuleElement> module = Optional.empty();
        SortedSet<String> names = new TreeSet<>(managed.names());
        names.addAll(saved.get().knownClasses());
        for (String name : names) {
            TypeElement type = elements.getTypeElement(name);
            if (type != null) {
                packages.add(elements.getPackageOf(type).getQualifiedName().toString());
                if (module.isEmpty() && managed.names().contains(name)) {
                    module = Optional.ofNullable(elements.getModuleOf(type));
                }
            }
        }
        if (packages.isEmpty() || !hasRuntime(elements, module)) {
            return;
        }
        boolean named = module.isPresent() && !module.get().isUnnamed();
        ClassName name = ModelClassWriter.name(packages, named);
        JavaFile file = ModelClassWriter.file(name, options.get().stream());
        try {
            file.writeTo(processingEnv.getFiler());
        } catch (FilerException e) {
            // A build that passes generated sources of the last compile as sources: the class is there already.
        }
        modelClass = Optional.of(name);
    }

    /** Whether the generated class would compile: the runtime may be on the run-time class path alone. */
    private static boolean hasRuntime(Elements elements, Optional<ModuleElement> module) {
        return module.map(from -> elements.getTypeElement(from, ModelClassWriter.SERVICE))
                .or(() -> Optional.ofNullable(elements.getTypeElement(ModelClassWriter.SERVICE)))
                .isPresent();
    }

    private void finish() throws IOException {
        Elements elements = processingEnv.getElementUtils();
        if (!isAboutManagedClasses(elements)) {
            return;
        }
        ElementReader reader = new ElementReader(
                elements,
                processingEnv.getTypeUtils(),
                MemberOrder.of(processingEnv, managed.names()),
                CompiledClasses.of(processingEnv));
        List<ClassDetails> classes = managed.read(saved.get().knownClasses(), reader);
        ClassOutput output = new ClassOutput(processingEnv.getFiler());
        MappingFiles.check(output, problems);
        SettingFiles.check(output, options.get().effective(), problems);
        PersistenceVersion.check(
                name -> elements.getTypeElement(name) != null, options.get().hibernate(), problems);
        Contributors.check(
                processingEnv.getFiler(),
                name -> elements.getTypeElement(name) != null,
                options.get().hibernateSettings().contributors(),
                problems);
        Drafting drafting = new Drafting(
                options.get(),
                saved.get(),
                reader,
                Evaluator.of(processingEnv, managed.names(), output.folder()),
                SourcePositions.of(processingEnv),
                problems);
        SortedMap<String, String> files = drafting.files(classes);
        if (problems.hasErrors()) {
            return;
        }
        ClassOutput ofStream = output.of(options.get().stream());
        for (String path : DraftFiles.stale(saved.get(), files)) {
            ofStream.delete(path);
        }
        SortedMap<String, String> all = new TreeMap<>();
        files.forEach((path, text) -> all.put(ResourceNames.folderOf(options.get().stream()) + path, text));
        ServiceFile.text(output, modelClass, name -> elements.getTypeElement(name) != null)
                .ifPresent(text -> all.put(ServiceFile.PATH, text));
        modelClass.ifPresent(name -> all.putAll(NativeImage.files(
                name,
                options.get().stream(),
                classes.stream()
                        .filter(DataMigrations::isOne)
                        .map(ClassDetails::binaryName)
                        .toList())));
        output.write(all);
    }

    /**
     * Whether this compile has to do with the model: it shows managed classes, or its output had some, or those that the
     * snapshot knows are gone. A module that only has them on its class path (tests, for one) is not.
     */
    private boolean isAboutManagedClasses(Elements elements) {
        Set<String> known = saved.get().snapshot().classes();
        return !managed.names().isEmpty()
                || saved.get().previous().isPresent()
                || !known.isEmpty() && known.stream().allMatch(name -> elements.getTypeElement(name) == null);
    }

    private void report() {
        boolean check = options.map(it -> it.mode() == Options.Mode.CHECK).orElse(false);
        new MessagerReporter(processingEnv.getMessager())
                .report(problems.all(), check ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING);
    }

    private void addFailure(Throwable failure) {
        // Javac's own way to say that a class file on the class path refers to one that is missing.
        if (failure.getClass().getSimpleName().equals("CompletionFailure")) {
            problems.add(
                    ProcessorCode.NOT_COMPILABLE,
                    Place.NOWHERE,
                    "class path",
                    String.valueOf(failure.getMessage()),
                    "add the library that holds the missing class to the compile class path");
            return;
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        problems.add(
                ProcessorCode.INTERNAL,
                Place.NOWHERE,
                "Accrete " + version(),
                "the processor failed; this is an error in Accrete, not in the sources\n" + trace,
                "report it with this text; -Aaccrete.mode=off compiles without Accrete meanwhile");
    }

    private static String version() {
        return Optional.ofNullable(AccreteProcessor.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged)");
    }
}
