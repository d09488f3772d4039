package dev.accrete.processor.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources of one entity model.
 *
 * <p>A model may state settings in line comments: {@code // -Aaccrete.option=value} for the processor and {@code //
 * hibernate.some.setting=value} for Hibernate.
 *
 * @param name where it comes from
 * @param files the texts of its files
 * @param jar where its classes are, if it is compiled already
 * @param classes the names of its classes, if it is compiled already
 */
public record ModelSources(String name, List<String> files, Optional<Path> jar, List<String> classes) {

    private static final Pattern OPTION = Pattern.compile("(?m)^// (-Aaccrete\\.\\S+)$");
    private static final Pattern SETTING =
            Pattern.compile("(?m)^// ((?:hibernate|jakarta\\.persistence)\\.\\S+)=(.*)$");

    public ModelSources {
        files = List.copyOf(files);
        classes = List.copyOf(classes);
    }

    /** A model in source. */
    public ModelSources(String name, List<String> files) {
        this(name, files, Optional.empty(), List.of());
    }

    /** A model of compiled classes. */
    static ModelSources ofClasses(String name, Path jar, List<String> classes) {
        return new ModelSources(name, List.of(), Optional.of(jar), classes);
    }

    /** One model: a file, or all files under a folder. */
    public static ModelSources at(String name, Path path) {
        try (Stream<Path> paths = Files.walk(path)) {
            List<String> texts = new ArrayList<>();
            for (Path file : paths.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
            return new ModelSources(name, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The models of a folder: each file in it is one, and each folder in it is one of several files. */
    public static List<ModelSources> in(Path folder) {
        String prefix = folder.getFileName() + "/";
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(
                            each -> Files.isDirectory(each) || each.toString().endsWith(".java"))
                    .sorted()
                    .map(each -> at(prefix + each.getFileName().toString().replaceFirst("\\.java$", ""), each))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The models of the folders in a folder. */
    public static List<ModelSources> below(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(folder -> in(folder).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own jar, and those that it needs: all in the folder {@code x.lib} beside {@code x.jar}. */
    List<Path> jars() {
        List<Path> jars = new ArrayList<>(jar.stream().toList());
        for (Path own : List.copyOf(jars)) {
            Path folder = own.resolveSibling(own.getFileName().toString().replaceFirst("\\.jar$", ".lib"));
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(each -> each.toString().endsWith(".jar"))
                            .sorted()
                            .forEach(jars::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return jars;
    }

    List<String> options() {
        return files.stream()
                .flatMap(text -> OPTION.matcher(text).results())
                .map(match -> match.group(1))
                .toList();
    }

    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        for (String text : files) {
            for (Matcher matcher = SETTING.matcher(text); matcher.find(); ) {
                settings.put(matcher.group(1), matcher.group(2));
            }
        }
        return settings;
    }
}
