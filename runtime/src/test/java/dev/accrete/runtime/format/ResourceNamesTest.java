package dev.accrete.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceNamesTest {

    @ParameterizedTest
    @CsvSource({
        "add user avatar, add_user_avatar",
        "'  Add user''s avatar! ', add_user_s_avatar",
        "Prénom et café, prenom_et_cafe",
        "__a--b__, a_b",
        "ISTANBUL, istanbul"
    })
    void descriptionsBecomeFileNames(String typed, String slug) {
        assertThat(ResourceNames.slug(typed)).isEqualTo(slug);
        assertThat(ResourceNames.isDescription(slug)).isTrue();
    }

    @Test
    void longDescriptionsAreCutAndEmptyOnesRefused() {
        assertThat(ResourceNames.slug("word ".repeat(50))).hasSizeLessThanOrEqualTo(100);
        assertThat(ResourceNames.isDescription(ResourceNames.slug("word ".repeat(50))))
                .isTrue();
        assertThatThrownBy(() -> ResourceNames.slug("--")).hasMessageContaining("ACC-F106");
    }

    @Test
    void pathsFollowTheLayout() {
        MigrationVersion version = new MigrationVersion(12);
        assertThat(ResourceNames.script("h2", version, "x")).isEqualTo("db/migration/h2/V0012__x.sql");
        assertThat(ResourceNames.undoScript("h2", version, "x")).isEqualTo("db/migration/h2/U0012__x.sql");
        assertThat(ResourceNames.draftScript("h2", version)).isEqualTo("db/draft/h2/V0012__draft.sql");
        assertThat(ResourceNames.draftUndoScript("h2", version)).isEqualTo("db/draft/h2/U0012__draft.sql");
        assertThat(new MigrationVersion(12345)).hasToString("V12345");
        assertThat(MigrationVersion.parse("V12345")).contains(new MigrationVersion(12345));
        assertThat(MigrationVersion.parse("V0000")).isEmpty();
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedAndAByteOrderMarkIsDropped() {
        assertThat(FormatText.decode(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a'}, "f"))
                .isEqualTo("a");
        assertThatThrownBy(() -> FormatText.decode(new byte[] {(byte) 0xE9, 'a'}, "f"))
                .hasMessageContaining("ACC-F107");
    }
}
