package dev.accrete.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.runtime.format.FormatCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodePagesTest {

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasAPage(String id) throws IOException {
        Path page = Path.of("..", "docs", "codes", id + ".md");
        assertThat(page).exists();
        assertThat(Files.readString(page)).startsWith("# " + id + ": ").contains("## Why", "## What to do");
    }

    static Stream<String> codes() {
        return Stream.concat(
                Stream.of(FormatCode.values()).map(FormatCode::id),
                Stream.of(RuntimeCode.values()).map(RuntimeCode::id));
    }
}
