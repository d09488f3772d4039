package dev.accrete.processor.write;

import dev.accrete.runtime.format.ResourceNames;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The class output as the {@code Filer} shows it: build tools see every file that is read, written or deleted. */
public final class ClassOutput {

    private final Filer filer;
    private final String below;

    /** The whole output. */
    public ClassOutput(Filer filer) {
        this(filer, "");
    }

    private ClassOutput(Filer filer, String below) {
        this.filer = filer;
        this.below = below;
    }

    /**
     * The resources of a stream.
     *
     * @return paths are relative to the stream's folder in this output
     */
    public ClassOutput of(String stream) {
        return new ClassOutput(filer, ResourceNames.folderOf(stream));
    }

    /** The stream's folder in the whole output, with a slash at its end; empty for the main stream. */
    String below() {
        return below;
    }

    /**
     * A resource's text.
     *
     * @param path with {@code /}, without a leading one
     * @return empty if there is no such resource
     */
    public Optional<String> read(String path) throws IOException {
        Optional<FileObject> file = find(path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = file.get().openInputStream()) {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString());
        } catch (NoSuchFileException | FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes resources, all or none; each can be written once in a compile.
     *
     * @throws IOException if one can't be written; none of them is there then
     */
    public void write(Map<String, String> textByPath) throws IOException {
        List<FileObject> written = new ArrayList<>();
        try {
            for (Map.Entry<String, String> entry : textByPath.entrySet()) {
                FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", below + entry.getKey());
                written.add(file);
                try (OutputStream out = file.openOutputStream()) {
                    out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            for (FileObject file : written) {
                try {
                    delete(file);
                } catch (IOException another) {
                    e.addSuppressed(another);
                }
            }
            throw e;
        }
    }

    /** Deletes a resource of an earlier compile, if it is there. */
    public void delete(String path) throws IOException {
        Optional<FileObject> file = find(path);
        if (file.isPresent()) {
            delete(file.get());
        }
    }

    /** Javac's Filer hands out read-only views, whose delete() does nothing and returns false. */
    private static void delete(FileObject file) throws IOException {
        Optional<Path> inFileSystem = file.delete() ? Optional.empty() : path(file);
        if (inFileSystem.isPresent()) {
            Files.deleteIfExists(inFileSystem.get());
        }
    }

    /** The folder, if it lies in the file system. */
    public Optional<Path> folder() throws IOException {
        return new ClassOutput(filer)
                .find(ResourceNames.COMPILED_MODEL)
                .flatMap(ClassOutput::path)
                .map(path -> path.getParent().getParent().getParent());
    }

    private static Optional<Path> path(FileObject file) {
        try {
            return Optional.of(Path.of(file.toUri()));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // An output in memory: there is no project around it.
            return Optional.empty();
        }
    }

    /** The compiler may say at once that a resource does not exist (ECJ), or only when it is opened (javac). */
    private Optional<FileObject> find(String path) throws IOException {
        try {
            return Optional.of(filer.getResource(StandardLocation.CLASS_OUTPUT, "", below + path));
        } catch (NoSuchFileException | FileNotFoundException e) {
            return Optional.empty();
        }
    }
}
