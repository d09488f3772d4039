package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Build tools and IDEs compile what changed alone. For each case of {@link GoldenTest}: a compile that is shown one of its
 * files and finds the others as class files writes the same bytes as the compile of all, and so does the other compiler.
 */
class PartialCompileTest {

    @TempDir
    Path temp;

    static List<Path> cases() throws IOException {
        return GoldenTest.folders(GoldenTest.CASES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aPartialCompileWritesTheSame(Path folder) throws IOException {
        String[] sources = GoldenTest.sources(folder.resolve("1"));
        Map<String, String> whole = compare(sources, ToolProvider.getSystemJavaCompiler(), temp.resolve("javac"));
        Map<String, String> ecj = compare(sources, new EclipseCompiler(), temp.resolve("ecj"));

        assertThat(ecj).isEqualTo(whole);
    }

    private static Map<String, String> compare(String[] sources, JavaCompiler compiler, Path out) throws IOException {
        Map<String, String> whole =
                Compile.into(out).using(compiler).sources(sources).resources();
        assertThat(whole).containsKey("META-INF/accrete/model");
        for (String source : sources) {
            assertThat(Compile.into(out).using(compiler).sources(source).resources())
                    .as(source)
                    .isEqualTo(whole);
        }
        return whole;
    }
}
