package dev.accrete.cli.database;

import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.format.ResourceNames;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Jars and folders that the user names: with drivers, or with an application's migrations. Stays open until the process
 * ends.
 */
public final class ClassPath {

    private final String text;
    private final URLClassLoader loader;

    private ClassPath(String text, URLClassLoader loader) {
        this.text = text;
        this.loader = loader;
    }

    /**
     * Opens a class path.
     *
     * @param text entries between the platform's path separators, relative to the folder
     * @throws CommandException [ACC-C023] if an entry is not there
     */
    public static ClassPath open(Path folder, String text) {
        List<URL> urls = new ArrayList<>();
        for (String entry : text.split(File.pathSeparator)) {
            Path path = folder.resolve(entry);
            if (entry.isBlank() || !Files.isReadable(path)) {
                throw new CommandException(
                        CommandCode.CLASS_PATH,
                        "--classpath " + entry,
                        "there is no such jar or folder, or it can't be read",
                        "name jars and folders with `" + File.pathSeparator + "` between them");
            }
            try {
                urls.add(path.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException(path + " has no URL", e);
            }
        }
        // Not the command's own classes: an application may bring another version of a driver.
        return new ClassPath(text, new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
    }

    public ClassLoader loader() {
        return loader;
    }

    /**
     * The migrations of the one entry that has some of a stream; empty if none has.
     *
     * @throws CommandException [ACC-C023] if several have
     */
    public Optional<SavedMigrations> migrations(String stream) {
        try {
            List<URL> catalogs =
                    Collections.list(loader.findResources(ResourceNames.folderOf(stream) + ResourceNames.CATALOG));
            if (catalogs.size() > 1) {
                throw new CommandException(
                        CommandCode.CLASS_PATH,
                        "--classpath " + text,
                        "several entries have migrations: " + catalogs,
                        "name one of them, or the folder of the migrations with --dir");
            }
            return catalogs.stream().findFirst().map(url -> SavedMigrations.in(loader, text, stream));
        } catch (IOException e) {
            throw new CommandException(
                    CommandCode.CLASS_PATH,
                    "--classpath " + text,
                    "an entry can't be read (" + e.getMessage() + ")",
                    "name jars and folders that are whole");
        }
    }
}
