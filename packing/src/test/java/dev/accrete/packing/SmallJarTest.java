package dev.accrete.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallJarTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatClassesDoAndIsReadByEveryReaderOfZipFiles() throws Exception {
        Path jar = jar(folder.resolve("a.jar"));
        long before = Files.size(jar);

        SmallJar.main(new String[] {jar.toString(), String.valueOf(before)});

        assertThat(Files.size(jar)).isLessThan(before);
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName))
                    .containsExactly("META-INF/MANIFEST.MF", "Greeting.class", "empty", "text");
            assertThat(file.getManifest().getMainAttributes()).isNotEmpty();
        }
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            assertThat(files.getPath("text")).content().hasLineCount(500);
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Object greeting =
                    loader.loadClass("Greeting").getConstructor(String.class).newInstance("Ada");
            assertThat(greeting).hasToString("Greeting[name=Ada]").isNotEqualTo(null);
            assertThat(greeting.getClass().getMethod("text").invoke(greeting)).isEqualTo("Hello Ada, 7000000000");
        }
    }

    @Test
    void writesTheSameBytesAgain() throws Exception {
        Path one = jar(folder.resolve("one.jar"));
        Path two = Files.copy(one, folder.resolve("two.jar"));

        SmallJar.main(new String[] {one.toString(), "100000"});
        SmallJar.main(new String[] {two.toString(), "100000"});

        assertThat(one).hasSameBinaryContentAs(two);
    }

    @Test
    void refusesAJarThatIsTooLarge() throws Exception {
        Path jar = jar(folder.resolve("large.jar"));

        assertThatThrownBy(() -> SmallJar.main(new String[] {jar.toString(), "100"}))
                .hasMessageContaining("may have 100: find what can go");
    }

    private Path jar(Path jar) throws IOException {
        Path source = Files.writeString(folder.resolve("Greeting.java"), """
                        public record Greeting(String name) {
                            public String text() {
                                String separator = ", ";
                                return "Hello " + name + separator + 7_000_000_000L;
                            }
                        }
                        """);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, OutputStream.nullOutputStream(), System.err, "-g", source.toString());
        assertThat(result).isZero();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("text"));
            out.write(String.join("\n", Collections.nCopies(500, "line after line"))
                    .getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("empty"));
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            out.write("Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("Greeting.class"));
            out.write(Files.readAllBytes(folder.resolve("Greeting.class")));
        }
        return Files.write(jar, bytes.toByteArray());
    }
}
