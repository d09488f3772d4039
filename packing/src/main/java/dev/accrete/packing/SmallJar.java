package dev.accrete.packing;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Packs a jar as small as the format allows, and fails if that is not small enough. Run by the build when the runtime's jar
 * is made.
 *
 * <p>Each class keeps its meaning; its debug information goes, and its constants get an order in which they compress better
 * ({@link CompactClass}). Every entry is then read again, and every class loaded and verified, from the new jar.
 */
public final class SmallJar {

    private SmallJar() {}

    /** @param arguments the jar, which is replaced, and how many bytes it may have */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        long limit = Long.parseLong(arguments[1]);
        Map<String, byte[]> entries = read(jar);
        entries.replaceAll((name, content) -> isClass(name) ? CompactClass.of(content) : content);
        byte[] packed = ZipWriter.zip(entries);
        Files.write(jar, packed);
        verify(jar, entries);
        System.out.println(jar.getFileName() + ": " + packed.length + " bytes of " + limit);
        if (packed.length > limit) {
            throw new IllegalStateException(
                    jar + " has " + packed.length + " bytes and may have " + limit + ": find what can go");
        }
    }

    /** The manifest first, as a jar's readers expect, then by name; without folders. */
    private static Map<String, byte[]> read(Path jar) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>((a, b) -> a.equals(b)
                ? 0
                : a.startsWith("META-INF/MANIFEST") ? -1 : b.startsWith("META-INF/MANIFEST") ? 1 : a.compareTo(b));
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.equals("module-info.class");
    }

    private static void verify(Path jar, Map<String, byte[]> entries) throws IOException {
        Map<String, byte[]> written = read(jar);
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (!Arrays.equals(entry.getValue(), written.remove(entry.getKey()))) {
                throw new IllegalStateException(entry.getKey() + " was not written as it is");
            }
        }
        URL[] urls = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            for (String name : entries.keySet()) {
                if (isClass(name)) {
                    Class.forName(name.substring(0, name.length() - 6).replace('/', '.'), true, loader);
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
