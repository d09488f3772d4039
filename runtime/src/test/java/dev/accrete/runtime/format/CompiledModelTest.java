package dev.accrete.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CompiledModelTest {

    private static final String TEXT = """
            accrete-model 1
            model 1:0123456789abcdef0123456789abcdef
            head V0002 1:abcdef0123456789abcdef0123456789
            dialects h2,postgresql
            draft V0003
            table users
            table teams
            class com.acme.User
            undecided User.java:12 [ACC-D003] users.name: gone, and users.full_name is new
            """;

    @Test
    void whatIsWrittenReadsBack() {
        CompiledModel model = CompiledModel.parse(TEXT, "model");

        assertThat(model.text()).isEqualTo(TEXT);
        assertThat(CompiledModel.parse(TEXT.replace("\n", "\r\n"), "model")).isEqualTo(model);
        assertThat(model.head().orElseThrow().version()).hasToString("V0002");
        assertThat(model.tables()).containsExactly("users", "teams");
        assertThat(model.undecided()).hasSize(1);
    }

    @Test
    void filesOfANewerAccreteAndDamagedOnesAreRefused() {
        assertRefused("ACC-F301", TEXT.replace("accrete-model 1", "accrete-model 2"));
        assertRefused("ACC-F302", "");
        assertRefused("ACC-F302", TEXT.replace("draft V0003", "draft soon"));
        assertRefused("ACC-F302", "accrete-model 1\n");
        assertRefused("ACC-F302", TEXT + "surprise\n");
    }

    private static void assertRefused(String code, String text) {
        assertThatThrownBy(() -> CompiledModel.parse(text, "model"))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.code().id()).isEqualTo(code));
    }
}
