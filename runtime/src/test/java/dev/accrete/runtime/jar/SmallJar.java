package dev.accrete.runtime.jar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs the runtime's jar as small as the format allows, and fails if that is not small enough. Run by the build when the
 * jar is made.
 *
 * <p>Each class keeps its meaning; its constants get an order in which they compress better ({@link CompactClass}). Every
 * class is then loaded and verified from the new jar.
 */
public final class SmallJar {

    private SmallJar() {}

    /** @param arguments the jar, which is replaced, and how many bytes it may have */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        long limit = Long.parseLong(arguments[1]);
        Map<String, byte[]> entries = read(jar);
        byte[] packed = pack(entries);
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

    private static byte[] pack(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                // The same bytes from the same sources, whenever and wherever they are built.
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                byte[] content = isClass(each.getKey()) ? CompactClass.of(each.getValue()) : each.getValue();
                describe(entry, content);
                out.putNextEntry(entry);
                out.write(content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** What is known beforehand needs no descriptor after the entry. */
    private static void describe(ZipEntry entry, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        entry.setSize(content.length);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        entry.setCompressedSize(deflater.deflate(new byte[content.length + 100]));
        deflater.end();
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.equals("module-info.class");
    }

    private static void verify(Path jar, Map<String, byte[]> entries) throws IOException {
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
