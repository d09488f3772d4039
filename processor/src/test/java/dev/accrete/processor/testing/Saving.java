package dev.accrete.processor.testing;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/** Does for tests of the processor what the command {@code accrete save} does, which is in a module after this one. */
public final class Saving {

    private Saving() {}

    /**
     * Moves a draft into a migration folder.
     *
     * @param output the class output with the draft; its scripts stay there, as after a compile in another folder
     * @param name in the plain form that file names have
     * @return the folder
     */
    public static Path save(Path output, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path catalogFile = folder.resolve("catalog");
        Catalog catalog =
                Files.exists(catalogFile) ? Catalog.parse(Files.readString(catalogFile), "catalog") : Catalog.empty();
        MigrationVersion version = catalog.nextVersion();
        Map<String, String> scripts = new TreeMap<>();
        for (String dialect : ResourceNames.DIALECTS) {
            String draft = ResourceNames.draftScript(dialect, version);
            if (Files.exists(output.resolve(draft))) {
                Files.createDirectories(folder.resolve(dialect));
                String script = named(output.resolve(draft), dialect, name);
                scripts.put(dialect, script);
                Files.writeString(folder.resolve(dialect).resolve(ResourceNames.scriptFile(version, name)), script);
                Files.writeString(
                        folder.resolve(dialect).resolve(ResourceNames.undoFile(version, name)),
                        named(output.resolve(ResourceNames.draftUndoScript(dialect, version)), dialect, name));
            }
        }
        Files.writeString(catalogFile, catalog.append(name, scripts).text());
        Files.copy(
                output.resolve(ResourceNames.DRAFT_SNAPSHOT),
                folder.resolve("schema.json"),
                StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    private static String named(Path draft, String dialect, String name) throws IOException {
        return Files.readString(draft).replace(" draft " + dialect, " " + name + " " + dialect);
    }
}
