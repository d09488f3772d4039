package dev.accrete.processor.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The entity models in a jar of compiled classes, such as any application's from Maven Central.
 *
 * <p>Classes that mention each other belong together: each connected group of managed classes is a model.
 */
final class JarModels {

    private static final List<String> MANAGED = List.of(
            "Ljakarta/persistence/Entity;",
            "Ljakarta/persistence/MappedSuperclass;",
            "Ljakarta/persistence/Embeddable;",
            "Ljakarta/persistence/Converter;");

    private JarModels() {}

    static List<ModelSources> in(Path jar) {
        Map<String, String> managed = managed(jar);
        Map<String, Set<String>> neighbours = new TreeMap<>();
        managed.keySet().forEach(name -> neighbours.put(name, new TreeSet<>()));
        managed.forEach((name, bytes) -> managed.keySet().stream()
                .filter(other -> bytes.contains(other.replace('.', '/')))
                .forEach(other -> {
                    neighbours.get(name).add(other);
                    neighbours.get(other).add(name);
                }));
        List<ModelSources> models = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (String name : managed.keySet()) {
            if (!seen.contains(name)) {
                Set<String> group = group(name, neighbours);
                seen.addAll(group);
                models.add(ModelSources.ofClasses(jar.getFileName() + "/" + name, jar, List.copyOf(group)));
            }
        }
        return models;
    }

    private static Set<String> group(String start, Map<String, Set<String>> neighbours) {
        Set<String> group = new TreeSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(group);
        while (!open.isEmpty()) {
            for (String next : neighbours.get(open.pop())) {
                if (group.add(next)) {
                    open.push(next);
                }
            }
        }
        return group;
    }

    /** Canonical names cannot be told from binary ones here; the compiler takes both. */
    private static Map<String, String> managed(Path jar) {
        Map<String, String> managed = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(each -> each.getName().endsWith(".class"))
                    .toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                    String name = entry.getName().replaceFirst("\\.class$", "").replace('/', '.');
                    if (MANAGED.stream().anyMatch(bytes::contains)) {
                        managed.put(name, bytes);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return managed;
    }
}
