package dev.accrete.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessorCodeTest {

    @Test
    void everyCodeIsUniqueAndHasItsPage() {
        assertThat(Stream.of(ProcessorCode.values()).map(ProcessorCode::id)).doesNotHaveDuplicates();
        assertThat(ProcessorCode.values())
                .allSatisfy(code -> assertThat(Path.of("../docs/codes/" + code.id() + ".md"))
                        .content()
                        .startsWith("# " + code.id() + ": ")
                        .contains("[" + code.id() + "]"));
    }
}
