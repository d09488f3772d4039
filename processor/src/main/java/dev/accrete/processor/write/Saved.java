package dev.accrete.processor.write;

import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import dev.accrete.processor.source.Place;
import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.FormatException;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.format.Script;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotException;
import dev.accrete.schema.snapshot.SnapshotReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known before a compile starts: the saved migrations, and what the compile before wrote.
 *
 * @param previous the compiled model in the class output; empty in a clean one
 */
public record Saved(MigrationFolder folder, Catalog catalog, Snapshot snapshot, Optional<CompiledModel> previous) {

    private static final String CATALOG = "catalog";
    private static final String SNAPSHOT = "schema.json";

    /**
     * Reads catalog and snapshot.
     *
     * @param problems receives one problem for each file that can't be read
     * @return empty if there was one
     */
    public static Optional<Saved> read(MigrationFolder folder, ClassOutput output, Problems problems) {
        Optional<String> catalogText = text(folder, CATALOG, problems);
        // A folder that can't be read is one problem, not one for each file in it.
        Optional<String> snapshotText = problems.hasErrors() ? Optional.empty() : text(folder, SNAPSHOT, problems);
        Catalog catalog = Catalog.empty();
        Snapshot snapshot = Snapshot.empty();
        try {
            catalog = catalogText
                    .map(text -> Catalog.parse(text, folder.location() + "/" + CATALOG))
                    .orElse(catalog);
        } catch (FormatException e) {
            problems.add(e);
        }
        try {
            snapshot = snapshotText
                    .map(text -> SnapshotReader.read(text, folder.location() + "/" + SNAPSHOT))
                    .orElse(snapshot);
        } catch (SnapshotException e) {
            problems.add(e.finding(), Place.NOWHERE);
        }
        if (!problems.hasErrors()) {
            checkFirst(folder, catalog, problems);
            checkBothThere(folder, catalog, snapshotText.isPresent(), problems);
        }
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new Saved(folder, catalog, snapshot, previous(output)));
    }

    /** A catalog begins with V0001, or with a squash; whether it does, its scripts say. */
    private static void checkFirst(MigrationFolder folder, Catalog catalog, Problems problems) {
        if (catalog.lines().isEmpty() || catalog.lines().get(0).version().equals(MigrationVersion.FIRST)) {
            return;
        }
        CatalogLine first = catalog.lines().get(0);
        try {
            boolean squash = ResourceNames.DIALECTS.stream()
                    .map(dialect -> path(dialect, first))
                    .flatMap(path ->
                            text(folder, path, problems)
                                    .map(text -> Script.parse(text, folder.location() + "/" + path))
                                    .stream())
                    .anyMatch(script -> script.squashes().isPresent());
            Catalog.checkFirst(first.version(), squash, folder.location() + "/" + CATALOG);
        } catch (FormatException e) {
            problems.add(e);
        }
    }

    private static String path(String dialect, CatalogLine line) {
        return dialect + "/" + ResourceNames.scriptFile(line.version(), line.description());
    }

    /** Drafting against half of the truth would create every table anew, or number the next migration wrongly. */
    private static void checkBothThere(MigrationFolder folder, Catalog catalog, boolean snapshot, Problems problems) {
        if (catalog.lines().isEmpty() == snapshot) {
            problems.add(
                    ProcessorCode.SNAPSHOT_MISSING,
                    Place.NOWHERE,
                    folder.location() + "/" + (snapshot ? CATALOG : SNAPSHOT),
                    "is missing or empty while " + (snapshot ? SNAPSHOT : CATALOG) + " beside it is not",
                    "restore it from version control; both are committed together");
        }
    }

    private static Optional<String> text(MigrationFolder folder, String path, Problems problems) {
        try {
            return folder.read(path);
        } catch (IOException e) {
            boolean encoding = e instanceof CharacterCodingException;
            problems.add(
                    ProcessorCode.UNREADABLE,
                    Place.NOWHERE,
                    folder.location() + "/" + path,
                    encoding ? "is not UTF-8" : "can't be read: " + e,
                    encoding
                            ? "restore it from version control"
                            : "make it readable, or name another folder with -Aaccrete.dir");
            return Optional.empty();
        }
    }

    /** An unreadable one is as good as none: this compile writes it anew. */
    private static Optional<CompiledModel> previous(ClassOutput output) {
        try {
            return output.read(ResourceNames.COMPILED_MODEL)
                    .map(text -> CompiledModel.parse(text, ResourceNames.COMPILED_MODEL));
        } catch (IOException | FormatException e) {
            return Optional.empty();
        }
    }

    /** The classes that were managed when the last migration was saved, and in the compile before. */
    public SortedSet<String> knownClasses() {
        SortedSet<String> known = new TreeSet<>(snapshot.classes());
        previous.ifPresent(model -> known.addAll(model.classes()));
        return known;
    }

    /**
     * The migrations whose scripts are no longer what the catalog says.
     *
     * @throws FormatException if a script can't be read
     * @throws IOException if a file can't be read
     */
    public List<CatalogLine> altered() throws IOException {
        Map<CatalogLine, Map<String, String>> scripts = new HashMap<>();
        for (CatalogLine line : catalog.lines()) {
            Map<String, String> byDialect = new TreeMap<>();
            for (String dialect : ResourceNames.DIALECTS) {
                folder.read(path(dialect, line)).ifPresent(text -> byDialect.put(dialect, text));
            }
            scripts.put(line, byDialect);
        }
        return catalog.altered(scripts::get);
    }
}
