package dev.accrete.processor.write;

import com.palantir.javapoet.ClassName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code META-INF/services/…}: the generated class has a line beside those of the project's own providers, which its
 * resources may have put there before the compile. A line with the generated class's simple name is of an earlier
 * compile and gives way: the package follows the managed classes.
 */
public final class ServiceFile {

    public static final String PATH = "META-INF/services/" + ModelClassWriter.SERVICE;

    private ServiceFile() {}

    /**
     * What the file should say.
     *
     * @param modelClass the class that this compile generated; empty if it generated none, as a partial compile may
     * @param exists whether there is a class of a canonical name
     * @return empty if the file is right as it is, or absent
     * @throws IOException if it can't be read
     */
    public static Optional<String> text(ClassOutput output, Optional<ClassName> modelClass, Predicate<String> exists)
            throws IOException {
        Optional<String> present = output.read(PATH);
        List<String> lines = new ArrayList<>();
        for (String line : present.orElse("").lines().toList()) {
            // The class of an earlier compile may be there still, or may have gone with the last managed class.
            if (!isGenerated(line) || modelClass.isEmpty() && exists.test(provider(line))) {
                lines.add(line);
            }
        }
        modelClass.map(ClassName::canonicalName).ifPresent(lines::add);
        String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        return Optional.of(text)
                .filter(it -> modelClass.isPresent()
                        || present.isPresent() && !present.get().equals(it));
    }

    private static boolean isGenerated(String line) {
        String name = provider(line);
        return name.substring(name.lastIndexOf('.') + 1).equals(ModelClassWriter.SIMPLE_NAME);
    }

    /** A line's class; the rest of it may be a comment. */
    private static String provider(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }
}
