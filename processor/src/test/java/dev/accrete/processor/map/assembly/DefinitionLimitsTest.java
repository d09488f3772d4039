package dev.accrete.processor.map.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of SQL of a column that one of the databases does not know. */
class DefinitionLimitsTest {

    private static final String ITEM = """
            package shop;
            import jakarta.persistence.*;
            import org.hibernate.annotations.*;
            @Entity public class Item { @Id Long id; %s }
            """;

    @TempDir
    Path temp;

    private String said(String attributes, String... options) throws IOException {
        return Compile.into(temp.resolve("out"))
                .with("-Aaccrete.dir=" + temp.resolve("migration"))
                .with(options)
                .sources(ITEM.formatted(attributes))
                .text();
    }

    @Test
    void eachDatabaseThatLacksItIsNamed() throws IOException {
        assertThat(said("@Column(columnDefinition = \"TINYINT(1) default 0\") boolean open;"))
                .contains(
                        "[ACC-E185] Item.open: postgresql has no type tinyint",
                        "fix: write smallint, or leave postgresql out",
                        "[ACC-E185] Item.open: h2 takes no size of tinyint",
                        "fix: leave the size out, or leave h2 out");
    }

    @Test
    void aDatabaseThatIsNotMeantIsNotNamed() throws IOException {
        String json = "@Column(columnDefinition = \"jsonb\") String json;";

        assertThat(said(json)).containsOnlyOnce("[ACC-E185]").contains("[ACC-E185] Item.json: h2 has no type jsonb");
        assertThat(said(json, "-Aaccrete.dialects=postgresql")).doesNotContain("ACC-E185");
        assertThat(said("@SuppressWarnings(\"ACC-E185\") " + json)).doesNotContain("ACC-E185");
    }

    @Test
    void aDefaultIsComparedWithTheTypeOfTheColumn() throws IOException {
        assertThat(said("@ColumnDefault(\"1\") boolean open; @ColumnDefault(\"1\") int rank;"
                        + " @ColumnDefault(\"NEW\") String state; @ColumnDefault(\"'x'\") String known;"
                        + " @ColumnDefault(\"current_timestamp\") java.time.Instant at;"))
                .contains(
                        "[ACC-E185] Item.open: postgresql takes for this type no default 1",
                        "fix: write true or false, state a default for one database alone with @DialectOverride",
                        "[ACC-E185] Item.state: postgresql takes no default new",
                        "[ACC-E185] Item.state: h2 takes no default new",
                        "fix: write a text in single quotes")
                .doesNotContain("Item.rank", "Item.known", "Item.at", "h2 takes for this type");
    }

    @Test
    void aDefaultForOneDatabaseAloneIsComparedWithThatOne() throws IOException {
        assertThat(said("@ColumnDefault(\"gen_random_uuid()\") @DialectOverride.ColumnDefault(dialect ="
                        + " org.hibernate.dialect.H2Dialect.class, override = @ColumnDefault(\"random_uuid()\"))"
                        + " java.util.UUID key;"))
                .doesNotContain("ACC-E185");
    }

    @Test
    void anIdentityColumnIsNoSerial() throws IOException {
        assertThat(said("}\n@Entity class Line { @Id @GeneratedValue(strategy = GenerationType.IDENTITY)"
                        + " @Column(columnDefinition = \"serial\") Integer id;"))
                .contains("[ACC-E185] Line.id: postgresql takes for an identity column no type serial");
    }

    @Test
    void whatRefersToADefinitionSaysNothingAgain() throws IOException {
        assertThat(said("}\n@Entity class Country { @Id @Column(columnDefinition = \"varchar2(2)\") String code; }"
                        + "\n@Entity class City { @Id Long id; @ManyToOne Country country;"))
                .containsOnlyOnce("[ACC-E185]");
    }
}
