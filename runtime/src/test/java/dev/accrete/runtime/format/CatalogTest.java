package dev.accrete.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {

    private static final String HASH = "1:0123456789abcdef0123456789abcdef";

    @Test
    void whatIsWrittenReadsBackAndNamesItsHead() {
        Catalog catalog = Catalog.empty()
                .append("first", Map.of("h2", script("V0001", "first", "create table a (id int)")))
                .append("add_b", Map.of("h2", script("V0002", "add_b", "create table b (id int)")));

        assertThat(Catalog.parse(catalog.text(), "catalog")).isEqualTo(catalog);
        assertThat(Catalog.parse(catalog.text().replace("\n", "\r\n"), "catalog"))
                .isEqualTo(catalog);
        assertThat(catalog.head().orElseThrow().description()).isEqualTo("add_b");
        assertThat(catalog.nextVersion()).hasToString("V0003");
    }

    @Test
    void hashesStayTheSameAcrossReleases() {
        Catalog catalog = Catalog.empty()
                .append("first", Map.of("h2", script("V0001", "first", "create table a (id int)")))
                .append("add_b", Map.of("h2", script("V0002", "add_b", "create table b (id int)")));

        assertThat(catalog.text()).isEqualTo("""
                        V0001 first 1:cb10673222a38853694c13db8b050b4c
                        V0002 add_b 1:76f6fd3a93d6d6317e2d111d70b60e74
                        """);
    }

    @Test
    void emptyLinesAndNotesAreIgnored() {
        assertThat(Catalog.parse("# migrations\n\nV0001 first " + HASH + "\n\n", "catalog")
                        .lines())
                .containsExactly(new CatalogLine(MigrationVersion.FIRST, "first", HASH));
        assertThat(Catalog.parse("", "catalog")).isEqualTo(Catalog.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <<<<<<< HEAD                                  | 2 | ACC-F101
                    =======                                       | 2 | ACC-F101
                    V0002 next 2:00                               | 2 | ACC-F102
                    V0003 next 1:0123456789abcdef0123456789abcdef | 2 | ACC-F103
                    V0001 next 1:0123456789abcdef0123456789abcdef | 2 | ACC-F104
                    V2 next 1:0123456789abcdef0123456789abcdef    | 2 | ACC-F105
                    V0002 next                                    | 2 | ACC-F105
                    V0002 Next 1:0123456789abcdef0123456789abcdef | 2 | ACC-F105
                    V0002 next 1:0123                             | 2 | ACC-F105
                    """)
    void aLineThatCannotBeReadIsNamedWithItsCode(String line, int number, String code) {
        assertThatThrownBy(() -> Catalog.parse("V0001 first " + HASH + "\n" + line + "\n", "db/migration/catalog"))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.code().id()).isEqualTo(code);
                    assertThat(e.line()).isEqualTo(number);
                    assertThat(e.file()).isEqualTo("db/migration/catalog");
                });
    }

    @Test
    void conflictMarkersSayHowToResolveThem() {
        assertThatThrownBy(() -> Catalog.parse("<<<<<<< HEAD\n", "db/migration/catalog"))
                .hasMessage("""
                        db/migration/catalog:1: [ACC-F101] git left conflict markers: two branches have saved a migration
                          fix: keep the lines of both sides, delete the markers, then run `accrete rebase`, which renumbers \
                        the later migration     (docs/codes/ACC-F101.md)""");
    }

    @Test
    void anEditedScriptAltersItsLineAloneAndSealingMendsTheChain() {
        String first = script("V0001", "first", "create table a (id int)");
        String second = script("V0002", "add_b", "create table b (id int)");
        Catalog catalog = Catalog.empty().append("first", Map.of("h2", first)).append("add_b", Map.of("h2", second));
        String edited = first.replace("id int", "id bigint");

        assertThat(catalog.altered(line -> Map.of("h2", line.version().number() == 1 ? first : second)))
                .isEmpty();
        assertThat(catalog.altered(line -> Map.of("h2", line.version().number() == 1 ? edited : second)))
                .extracting(CatalogLine::description)
                .containsExactly("first");

        Catalog sealed = catalog.sealed(line -> Map.of("h2", line.version().number() == 1 ? edited : second));
        assertThat(sealed.altered(line -> Map.of("h2", line.version().number() == 1 ? edited : second)))
                .isEmpty();
        assertThat(sealed.head()).isNotEqualTo(catalog.head());
    }

    @Test
    void aCatalogBeginsWithTheFirstMigrationOrWithASquash() {
        String third = script("V0003", "all", "create table a (id int)");
        String squash = third.replaceFirst("\n", "\n-- accrete:squashes V0001 V0003 " + HASH + "\n");
        String fourth = script("V0004", "next", "create table b (id int)");
        Catalog catalog = Catalog.parse("V0003 all " + HASH + "\n", "catalog").append("next", Map.of("h2", fourth));

        Catalog sealed = catalog.sealed(line -> Map.of("h2", line.version().number() == 3 ? squash : fourth));

        assertThat(sealed.nextVersion()).hasToString("V0005");
        assertThat(sealed.line(new MigrationVersion(4))).isEqualTo(sealed.head());
        assertThat(sealed.line(new MigrationVersion(2))).isEmpty();
        assertThat(sealed.upTo(new MigrationVersion(3)).lines())
                .extracting(CatalogLine::description)
                .containsExactly("all");
        assertThat(sealed.altered(line -> Map.of("h2", line.version().number() == 3 ? squash : fourth)))
                .isEmpty();
        assertThatThrownBy(() ->
                        catalog.sealed(line -> Map.of("h2", line.version().number() == 3 ? third : fourth)))
                .hasMessageContaining("[ACC-F103] expected V0001 or a squash and found V0003");
    }

    @Test
    void theHeadIsReadWithoutTheLinesBeforeIt() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 1000; i++) {
            text.append(new CatalogLine(new MigrationVersion(i), "migration_" + i, HASH).text())
                    .append('\n');
        }
        assertThat(head(text.toString()))
                .isEqualTo(new CatalogLine(new MigrationVersion(1000), "migration_1000", HASH));
        assertThat(head("damaged\nV0002 second " + HASH + "\r\n\r\n# end\r\n").description())
                .isEqualTo("second");
        assertThat(Catalog.readHead(new ByteArrayInputStream(new byte[0]), "catalog"))
                .isEmpty();
    }

    private static CatalogLine head(String text) throws IOException {
        return Catalog.readHead(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "catalog")
                .orElseThrow();
    }

    private static String script(String version, String description, String sql) {
        return "-- accrete:migration " + version + " " + description + " h2\n-- accrete:step 1 autocommit x\n" + sql
                + ";\n";
    }
}
