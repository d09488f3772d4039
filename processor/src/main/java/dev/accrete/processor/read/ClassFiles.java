package dev.accrete.processor.read;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The class files that a compile reads, as far as the {@code Filer} shows them: none of the module path. */
public final class ClassFiles {

    private static final List<StandardLocation> LOCATIONS =
            List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH);

    private final Elements elements;
    private final Filer filer;

    /** Those of one compile. */
    public ClassFiles(Elements elements, Filer filer) {
        this.elements = elements;
        this.filer = filer;
    }

    /** The file of a class, which can be read. */
    public Optional<FileObject> find(TypeElement type) {
        String packageName = packageName(type);
        String file = binaryName(type).substring(packageName.isEmpty() ? 0 : packageName.length() + 1) + ".class";
        for (StandardLocation location : LOCATIONS) {
            try {
                FileObject found = filer.getResource(location, packageName, file);
                found.openInputStream().close();
                return Optional.of(found);
            } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
                // Not there, or not to be had: the next place may have it.
            }
        }
        return Optional.empty();
    }

    /** The folder or jar that holds the file of a class; empty if that is not in the default file system. */
    public Optional<Path> container(TypeElement type) {
        return find(type).flatMap(file -> container(file.toUri(), binaryName(type)));
    }

    private static Optional<Path> container(URI file, String binaryName) {
        try {
            String text = file.toString();
            if (text.startsWith("jar:") && text.contains("!/")) {
                return Optional.of(Path.of(URI.create(text.substring("jar:".length(), text.indexOf("!/")))));
            }
            Path folder = Path.of(file);
            for (int i = 0; i < binaryName.split("\\.").length; i++) {
                folder = folder.getParent();
            }
            return Optional.of(folder);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    private String packageName(TypeElement type) {
        return elements.getPackageOf(type).getQualifiedName().toString();
    }

    private String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }
}
