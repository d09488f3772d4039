package dev.accrete.cli.database;

import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.cli.project.CommandProblem;
import dev.accrete.runtime.FolderSource;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.FormatText;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.runtime.format.Script;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotException;
import dev.accrete.schema.snapshot.SnapshotReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The saved migrations of a folder, or of a class path. */
public final class SavedMigrations {

    private final String place;
    private final MigrationSource source;

    private SavedMigrations(String place, MigrationSource source) {
        this.place = place;
        this.source = source;
    }

    /**
     * As they lie in a source tree.
     *
     * @param stream whose they are; if it isn't said, as the folder's place tells
     */
    public static SavedMigrations in(Path folder, Optional<String> stream) {
        return new SavedMigrations(
                folder.toString(), new FolderSource(stream.orElseGet(() -> streamOf(folder)), folder));
    }

    /**
     * Where a stream's migrations lie.
     *
     * @param main where those of the main stream are: {@code …/db/migration}
     */
    public static Path folderOf(Path main, String stream) {
        return main.resolve("../..").normalize().resolve(ResourceNames.folderOf(stream) + ResourceNames.MIGRATIONS);
    }

    /** A stream other than the main one has a folder of its own: {@code accrete/shop/db/migration}. */
    private static String streamOf(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        int names = absolute.getNameCount();
        String stream = names > 3 ? absolute.getName(names - 3).toString() : "";
        boolean own = !stream.isEmpty() && absolute.endsWith(ResourceNames.folderOf(stream) + ResourceNames.MIGRATIONS);
        return own ? stream : ResourceNames.MAIN_STREAM;
    }

    /**
     * As an application's jar has them.
     *
     * @param place for messages
     */
    public static SavedMigrations in(ClassLoader loader, String place, String stream) {
        return new SavedMigrations(place, new StreamResources(stream, loader));
    }

    /** Resources of a stream, below its folder. */
    private record StreamResources(String name, ClassLoader classLoader) implements MigrationSource {

        @Override
        public InputStream open(String resource) {
            return classLoader.getResourceAsStream(ResourceNames.folderOf(name) + resource);
        }
    }

    /** For the runtime. */
    public MigrationSource source() {
        return source;
    }

    /** @throws CommandException [ACC-C001] if the folder has no catalog */
    public Catalog catalog() {
        String text = text(ResourceNames.CATALOG)
                .orElseThrow(() -> new CommandException(
                        CommandCode.NO_PROJECT,
                        place,
                        "there is no catalog in this folder",
                        "name the folder of the saved migrations with --dir, or save the first migration"));
        return Catalog.parse(text, place + "/catalog");
    }

    /** The names of the tables that a model declares or that a migration created, without schemas. */
    public Set<String> coveredTables() {
        Snapshot snapshot = snapshot();
        return Stream.concat(snapshot.model().tables().stream(), snapshot.kept().tables().stream())
                .map(table -> table.name().name().text())
                .collect(Collectors.toSet());
    }

    /**
     * The model as of the last migration; that of nothing before the first one.
     *
     * @throws CommandException with the code of the snapshot's fault if it can't be read
     */
    public Snapshot snapshot() {
        catalog();
        Optional<String> text = text(ResourceNames.SNAPSHOT);
        if (text.isEmpty()) {
            return Snapshot.empty();
        }
        try {
            return SnapshotReader.read(text.get(), place + "/schema.json");
        } catch (SnapshotException e) {
            Finding finding = e.finding();
            throw new CommandException(
                    new CommandProblem(finding.code().id(), finding.subject(), finding.message(), finding.fix()), e);
        }
    }

    /** @throws CommandException [ACC-C006] if there is no such script */
    public Script script(String dialect, MigrationVersion version, String description) {
        return Script.parse(
                scriptText(dialect, version, description), ResourceNames.script(dialect, version, description));
    }

    /** @throws CommandException [ACC-C006] if there is no such script */
    public String scriptText(String dialect, MigrationVersion version, String description) {
        return text(ResourceNames.script(dialect, version, description))
                .orElseThrow(() -> new CommandException(
                        CommandCode.SCRIPT_MISSING,
                        place,
                        "the catalog lists " + version + " " + description + ", but there is no script for " + dialect,
                        "restore it from version control"));
    }

    /** Empty if there is none. */
    public Optional<String> undoText(String dialect, MigrationVersion version, String description) {
        return text(ResourceNames.undoScript(dialect, version, description));
    }

    private Optional<String> text(String resource) {
        try (InputStream in = source.open(resource)) {
            return in == null ? Optional.empty() : Optional.of(FormatText.decode(in.readAllBytes(), resource));
        } catch (IOException e) {
            throw new CommandException(
                    CommandCode.FILE_ACCESS,
                    place,
                    "can't be read (" + e.getMessage() + ")",
                    "correct permissions, then run the command again");
        }
    }
}
