package dev.accrete.runtime.apply;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.JavaMigration;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.RuntimeCode;
import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.Checksum;
import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.FormatException;
import dev.accrete.runtime.format.FormatText;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one source; every fault is an {@link AccreteException} that says that nothing was changed. */
final class MigrationFiles {

    private final MigrationSource source;

    MigrationFiles(MigrationSource source) {
        this.source = source;
    }

    String stream() {
        return source.name();
    }

    /** @throws AccreteException [ACC-R026] if there is no such migration in Java */
    JavaMigration java(String className, String place) {
        try {
            return (JavaMigration)
                    source.classLoader().loadClass(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new AccreteException(
                    RuntimeCode.JAVA_MIGRATION,
                    place,
                    className + " can't be used: " + e,
                    "make it a public class on the application's class path that implements JavaMigration and has a public"
                            + " constructor without parameters",
                    e);
        }
    }

    Optional<CatalogLine> head() {
        try (InputStream in = source.open(ResourceNames.CATALOG)) {
            return in == null ? Optional.empty() : Catalog.readHead(in, ResourceNames.CATALOG);
        } catch (IOException | FormatException e) {
            throw unreadable(ResourceNames.CATALOG, e);
        }
    }

    Catalog catalog() {
        String text = text(ResourceNames.CATALOG);
        try {
            return text == null ? Catalog.empty() : Catalog.parse(text, ResourceNames.CATALOG);
        } catch (FormatException e) {
            throw unreadable(ResourceNames.CATALOG, e);
        }
    }

    Optional<CompiledModel> compiledModel() {
        String text = text(ResourceNames.COMPILED_MODEL);
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(CompiledModel.parse(text, ResourceNames.COMPILED_MODEL));
        } catch (FormatException e) {
            throw unreadable(ResourceNames.COMPILED_MODEL, e);
        }
    }

    Optional<Script> script(String dialect, CatalogLine line) {
        return script(ResourceNames.script(dialect, line.version(), line.description()));
    }

    /** Whether a migration is a squash whose last migration had this hash. */
    boolean squashes(Platform platform, CatalogLine line, String hash) {
        Optional<Script> script = script(platform.dialect(), line);
        return script.isPresent() && script.get().squashes().equals(Optional.of(hash));
    }

    Optional<Script> script(String path) {
        String text = text(path);
        return text == null ? Optional.empty() : Optional.of(parse(text, path));
    }

    static Script parse(String text, String path) {
        try {
            return Script.parse(text, path);
        } catch (FormatException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Checksums by dialect, of the scripts that a version has.
     *
     * @param first whether the catalog begins with it
     */
    Map<String, String> checksums(CatalogLine line, boolean first) {
        Map<String, String> checksums = new TreeMap<>();
        for (String dialect : ResourceNames.DIALECTS) {
            Optional<Script> script = script(dialect, line);
            if (script.isPresent()) {
                if (first) {
                    checkFirst(script.get());
                }
                checksums.put(dialect, Checksum.of(script.get()));
            }
        }
        return checksums;
    }

    private static void checkFirst(Script script) {
        try {
            Catalog.checkFirst(script.version(), script.squashes().isPresent(), ResourceNames.CATALOG);
        } catch (FormatException e) {
            throw unreadable(ResourceNames.CATALOG, e);
        }
    }

    /** The text of a file; {@code null} if there is none. */
    String text(String path) {
        try (InputStream in = source.open(path)) {
            return in == null ? null : FormatText.decode(in.readAllBytes(), path);
        } catch (IOException | FormatException e) {
            throw unreadable(path, e);
        }
    }

    private static AccreteException unreadable(String path, Exception e) {
        if (e instanceof FormatException format) {
            return new AccreteException(
                    RuntimeCode.SOURCE,
                    format.line() > 0 ? format.file() + ":" + format.line() : format.file(),
                    "[" + format.code().id() + "] " + format.what() + "; nothing was changed",
                    format.remedy(),
                    e);
        }
        return new AccreteException(
                RuntimeCode.SOURCE,
                path,
                "the file can't be read: " + e.getMessage() + "; nothing was changed",
                "make the file readable, and build the application again if its archive is damaged",
                e);
    }
}
