package dev.accrete.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.decision.DiffCode;
import dev.accrete.schema.finding.Code;
import dev.accrete.schema.snapshot.SnapshotCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodePagesTest {

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasAPageThatShowsItsMessage(Code code) throws Exception {
        String page = Files.readString(Path.of("../docs/codes", code.id() + ".md"));

        assertThat(page).startsWith("# " + code.id() + ": ").contains("[" + code.id() + "]", "## Why", "## What to do");
    }

    static Stream<Code> codes() {
        return Stream.concat(Arrays.stream(DiffCode.values()), Arrays.stream(SnapshotCode.values()));
    }
}
