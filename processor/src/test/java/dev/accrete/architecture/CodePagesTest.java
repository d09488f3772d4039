package dev.accrete.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that a module can say has a page, and every page is of a code. */
class CodePagesTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern DECLARED = Pattern.compile("\"(ACC-[A-Z]\\d{3})\"");

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        assertThat(pages()).isEqualTo(codes());
    }

    private static SortedSet<String> codes() throws IOException {
        SortedSet<String> codes = new TreeSet<>();
        for (String module : new String[] {"schema", "processor", "runtime", "cli"}) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> collect(file, codes));
            }
        }
        return codes;
    }

    private static void collect(Path file, SortedSet<String> codes) {
        try {
            Matcher declared = DECLARED.matcher(Files.readString(file));
            while (declared.find()) {
                codes.add(declared.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedSet<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve("docs/codes"))) {
            SortedSet<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString().replace(".md", "")).forEach(names::add);
            return names;
        }
    }
}
