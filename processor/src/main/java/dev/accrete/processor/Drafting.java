package dev.accrete.processor;

import dev.accrete.processor.check.LibraryAnnotations;
import dev.accrete.processor.check.NameClashes;
import dev.accrete.processor.map.MappedModel;
import dev.accrete.processor.map.SchemaMapper;
import dev.accrete.processor.map.intent.DataMigrations;
import dev.accrete.processor.read.ElementReader;
import dev.accrete.processor.read.Missing;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import dev.accrete.processor.report.SourcePositions;
import dev.accrete.processor.round.ManagedClasses;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.MemberDetails;
import dev.accrete.processor.source.Place;
import dev.accrete.processor.write.DraftFiles;
import dev.accrete.processor.write.Saved;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.FormatException;
import dev.accrete.schema.Draft;
import dev.accrete.schema.DraftRequest;
import dev.accrete.schema.MigrationPipeline;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.dialect.PlanException;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.finding.Severity;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.script.JavaStep;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The flow of one compile: managed classes → model → checks → draft → files. Each stage's problems stop the next one. */
final class Drafting {

    private final Options options;
    private final Saved saved;
    private final ElementReader reader;
    private final Evaluation evaluation;
    private final SourcePositions positions;
    private final Problems problems;

    Drafting(
            Options options,
            Saved saved,
            ElementReader reader,
            Evaluation evaluation,
            SourcePositions positions,
            Problems problems) {
        this.options = options;
        this.saved = saved;
        this.reader = reader;
        this.evaluation = evaluation;
        this.positions = positions;
        this.problems = problems;
    }

    /**
     * Runs the stages.
     *
     * @param managed sorted by name
     * @return the files to write; empty if a problem is an error
     * @throws IOException if a saved script can't be read
     */
    SortedMap<String, String> files(List<ClassDetails> managed) throws IOException {
        checkCompilable(managed);
        if (problems.hasErrors()) {
            return new TreeMap<>();
        }
        List<ClassDetails> mappedClasses =
                managed.stream().filter(each -> !DataMigrations.isOne(each)).toList();
        List<JavaStep> javaSteps = DataMigrations.steps(
                managed.stream().filter(DataMigrations::isOne).toList(),
                saved.snapshot().classes(),
                reader,
                problems);
        MappedModel mapped = SchemaMapper.map(mappedClasses, reader, evaluation, options.mapping(), problems);
        checkAnnotations(managed);
        NameClashes.find(mapped.schema(), mapped.origins(), options.dialects())
                .forEach(finding -> problems.add(finding, place(finding, mapped)));
        if (problems.hasErrors()) {
            return new TreeMap<>();
        }
        SortedSet<String> classes =
                managed.stream().map(ClassDetails::name).collect(Collectors.toCollection(TreeSet::new));
        Optional<Draft> draft = draft(mapped, classes, javaSteps);
        if (options.mode() == Options.Mode.CHECK) {
            draft.ifPresent(this::checkSaved);
            checkSealed();
        }
        return draft.isEmpty() || problems.hasErrors()
                ? new TreeMap<>()
                : DraftFiles.of(
                        draft.get(), saved.catalog().nextVersion(), compiledModel(draft.get(), mapped, classes));
    }

    /** What the compiler can't resolve would be mapped to something else than what is meant. */
    private void checkCompilable(List<ClassDetails> managed) {
        managed.stream()
                .flatMap(details -> reader.missing(details.name()).stream())
                .filter(missing -> !LibraryAnnotations.isOne(missing))
                .forEach(this::reportMissing);
    }

    /** What the model has from class files: managed classes that are no sources, superclasses and embeddables of libraries. */
    private void checkAnnotations(List<ClassDetails> managed) {
        Set<String> sources = managed.stream().map(ClassDetails::name).collect(Collectors.toSet());
        List<Missing> ofLibraries = reader.known().stream()
                .filter(details -> sources.contains(details.name()) || ManagedClasses.isManaged(details))
                .flatMap(details -> reader.missing(details.name()).stream())
                .filter(missing -> missing.annotation().isPresent())
                .toList();
        ofLibraries.stream()
                .filter(missing -> !LibraryAnnotations.isOne(missing))
                .forEach(this::reportMissing);
        LibraryAnnotations.report(ofLibraries, problems);
    }

    private void reportMissing(Missing missing) {
        problems.add(
                ProcessorCode.NOT_COMPILABLE,
                missing.place(),
                missing.place().text(),
                missing.what() + " can't be resolved, so the class can't be mapped",
                missing.annotation().isPresent()
                        ? "add the library that holds it to the compile class path"
                        : "correct the compiler's own error there; if a processor generates the type, put it on the"
                                + " processor path of this compile");
    }

    private Optional<Draft> draft(MappedModel mapped, SortedSet<String> classes, List<JavaStep> javaSteps) {
        DraftRequest request = new DraftRequest(
                saved.snapshot(),
                mapped.schema(),
                options.settings(),
                classes,
                mapped.origins(),
                mapped.intents(),
                options.dialects().stream()
                        .flatMap(name -> Dialects.named(name).stream())
                        .toList(),
                javaSteps,
                saved.catalog().nextVersion().number(),
                "draft");
        try {
            Draft draft = MigrationPipeline.draft(request);
            draft.findings().forEach(finding -> problems.add(finding, place(finding, mapped)));
            return Optional.of(draft);
        } catch (PlanException e) {
            problems.add(e.finding(), place(e.finding(), mapped));
            return Optional.empty();
        }
    }

    /** The attribute that a finding is about, else its class. */
    private Place place(Finding finding, MappedModel mapped) {
        return finding.origin()
                .flatMap(origin -> mapped.place(origin)
                        .or(() -> reader.find(origin.className()).map(details -> place(details, origin))))
                .orElse(Place.NOWHERE);
    }

    /** Of a class that is no entity, a mapped superclass for one. */
    private static Place place(ClassDetails details, Origin origin) {
        return Stream.of(details.components(), details.fields(), details.getters())
                .flatMap(List::stream)
                .filter(member -> member.name().equals(origin.attribute()))
                .map(MemberDetails::place)
                .findFirst()
                .orElse(details.place());
    }

    private void checkSaved(Draft draft) {
        if (!draft.empty()) {
            String changes = draft.scripts().values().stream()
                    .findFirst()
                    .map(script -> changes(script.script()))
                    .orElse("");
            problems.add(
                    ProcessorCode.NOT_SAVED,
                    Place.NOWHERE,
                    saved.folder().location(),
                    "the model differs from the last saved migration" + changes,
                    "run `accrete save \"what changes\"` and commit the migration that it makes");
        }
    }

    /** The lines under {@code Changes} in a script's header. */
    private static String changes(String script) {
        return script.lines()
                .dropWhile(line -> !line.equals("-- Changes"))
                .skip(1)
                .takeWhile(line -> line.startsWith("--   "))
                .map(line -> "\n" + line.substring(2))
                .collect(Collectors.joining());
    }

    private void checkSealed() throws IOException {
        try {
            for (CatalogLine line : saved.altered()) {
                problems.add(
                        ProcessorCode.NOT_SEALED,
                        Place.NOWHERE,
                        saved.folder().location() + "/catalog",
                        "the scripts of " + line.version() + " " + line.description()
                                + " are not what the catalog says",
                        "run `accrete seal` if they were edited on purpose and were not applied anywhere, else"
                                + " restore them from version control");
            }
        } catch (FormatException e) {
            problems.add(e);
        }
    }

    private CompiledModel compiledModel(Draft draft, MappedModel mapped, SortedSet<String> classes) {
        return new CompiledModel(
                draft.modelHash(),
                saved.catalog().head().map(CompiledModel.Head::of),
                options.dialects(),
                draft.empty() ? Optional.empty() : Optional.of(saved.catalog().nextVersion()),
                mapped.schema().tables().stream()
                        .map(Table::name)
                        .map(Object::toString)
                        .distinct()
                        .sorted()
                        .toList(),
                List.copyOf(classes),
                draft.findings().stream()
                        .filter(finding -> finding.code().severity() == Severity.UNDECIDED)
                        .map(finding -> undecided(finding, mapped))
                        .toList());
    }

    /** {@code User.java:12 [ACC-D001] …}, as it outlives the compile. */
    private String undecided(Finding finding, MappedModel mapped) {
        String text = finding.text().replace('\n', ' ');
        return positions
                .of(place(finding, mapped))
                .map(position -> position + " " + text)
                .orElseGet(() -> saidBefore(text).orElse(text));
    }

    /** A partial compile sees no source of the class, but the compile before may have. */
    private Optional<String> saidBefore(String text) {
        return saved.previous().stream()
                .flatMap(model -> model.undecided().stream())
                .filter(before -> before.endsWith(" " + text))
                .findFirst();
    }
}
