package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Build tools and IDEs compile what changed alone. For each model of the comparison with Hibernate: a compile that is shown
 * one of its files and finds the others as class files writes the same bytes as the compile of all.
 */
class PartialCompileTest {

    private static final Path MODELS = Path.of("src/test/resources/models");

    @TempDir
    Path temp;

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aPartialCompileWritesTheSame(Path model) throws IOException {
        compare(model, ToolProvider.getSystemJavaCompiler());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aPartialCompileOfTheOtherCompilerWritesTheSame(Path model) throws IOException {
        compare(model, new EclipseCompiler());
    }

    private void compare(Path model, JavaCompiler compiler) throws IOException {
        String[] types = types(Files.readAllLines(model));
        Path out = temp.resolve("out");
        Map<String, String> whole =
                Compile.into(out).using(compiler).sources(types).resources();
        assertThat(whole).containsKey("META-INF/accrete/model");

        for (String type : types) {
            assertThat(Compile.into(out).using(compiler).sources(type).resources())
                    .as(type)
                    .isEqualTo(whole);
        }
    }

    /** A file of its own for each top-level type; each ends with a brace in a line that is not indented. */
    private static String[] types(List<String> lines) {
        String header = lines.stream()
                .takeWhile(line -> line.isBlank() || line.startsWith("package ") || line.startsWith("import "))
                .collect(Collectors.joining("\n"));
        List<String> types = new ArrayList<>();
        StringBuilder type = new StringBuilder();
        for (String line : lines.subList((int) header.lines().count(), lines.size())) {
            type.append('\n').append(line);
            if (line.matches("(\\S.*)?}")) {
                types.add(header + type);
                type.setLength(0);
            }
        }
        assertThat(type.toString()).as("what is left").isBlank();
        assertThat(types).hasSizeGreaterThan(1);
        return types.toArray(String[]::new);
    }
}
