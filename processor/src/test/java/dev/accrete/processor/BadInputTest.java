package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import dev.accrete.processor.testing.Saving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a developer may get wrong: each mistake is one diagnostic with a code, the line, what is wrong and what to do, and
 * nothing is written.
 */
class BadInputTest {

    private static final String ITEM = """
            package shop;
            import jakarta.persistence.*;
            @Entity public class Item {
                @Id Long id;
                String title;
            }
            """;

    @TempDir
    Path temp;

    private Path out() {
        return temp.resolve("out");
    }

    private String dir() {
        return "-Aaccrete.dir=" + temp.resolve("migration");
    }

    static Stream<Arguments> mistakesInSources() {
        return Stream.of(
                mistake(
                        "an entity without an identifier",
                        "    @Id Long id;",
                        "",
                        "Item.java:3: error: [ACC-E102] Item: the entity has no identifier",
                        "with @Id, e.g. @Id @GeneratedValue Long id;"),
                mistake(
                        "two fields on one column",
                        "String title;",
                        "String title;\n    @Column(name = \"TITLE\") String name;",
                        "Item.java:6: error: [ACC-E103] Item.name: ",
                        "name another column with @Column(name"),
                mistake(
                        "a table name that no database takes",
                        "@Entity ",
                        "@Entity @Table(name = \"" + "long_".repeat(60) + "\") ",
                        "Item.java:3: error: [ACC-E106] Item: the name " + "long_".repeat(60)
                                + " is longer than the 256",
                        "name it with @Table(name"),
                mistake(
                        "rows without the names of their columns",
                        "@Entity ",
                        "@Entity\n@dev.accrete.annotations.Backfill(\"(id, select id from person\")\n",
                        "Item.java:4: error: [ACC-E126] Item: @Backfill of a table needs the names of its columns",
                        "(id, name) select id, name from ..."),
                mistake(
                        "a reserved word",
                        "@Entity ",
                        "@Entity\n@Table(name = \"user\")\n",
                        "Item.java:4: error: [ACC-E105] Item: the name user is a reserved word",
                        "\"`user`\""),
                mistake(
                        "a class that does not compile",
                        "String title;",
                        "Titel title;",
                        "Item.java:5: error: [ACC-E001] Item.title: Titel can't be resolved",
                        "correct the compiler's own error there"),
                mistake(
                        "a type without a column type",
                        "String title;",
                        "Runnable title;",
                        "Item.java:5: error: [ACC-E104] Item.title: ",
                        "@Convert(converter = "),
                mistake(
                        "an entity as a value",
                        "String title;",
                        "Item title;",
                        "Item.java:5: error: [ACC-E104] Item.title: no column type is known for shop.Item here: it is an entity",
                        "@ManyToOne"),
                mistake(
                        "digits after the point of a double",
                        "String title;",
                        "@Column(precision = 8, scale = 2) Double title;",
                        "Item.java:5: error: [ACC-E104] Item.title: a java.lang.Double has no scale, and Hibernate does not start",
                        "make the attribute a java.math.BigDecimal"),
                mistake(
                        "a relation on the getter of a class that is mapped by its fields",
                        "String title;",
                        "Item title;\n    @ManyToOne Item getTitle() { return title; }",
                        "Item.java:5: error: [ACC-E104] Item.title: no column type is known for shop.Item here, and the annotations"
                                + " of getTitle are not read",
                        "move them to the field"),
                mistake(
                        "an array of wrappers",
                        "String title;",
                        "Byte[] title;",
                        "Item.java:5: error: [ACC-E104] Item.title: no column type is known for java.lang.Byte[] here",
                        "make it byte[] or char[]"),
                mistake(
                        "an index on a column that is none",
                        "@Entity ",
                        "@Entity @Table(indexes = @Index(columnList = \"titel\"))\n",
                        "Item.java:3: error: [ACC-E111] Item: no attribute maps the column titel",
                        "title"));
    }

    private static Arguments mistake(String name, String right, String wrong, String message, String fix) {
        return Arguments.of(name, ITEM.replace(right, wrong), message, fix);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakesInSources")
    void aMistakeInASourceIsOneDiagnosticAtItsLine(String name, String source, String message, String fix)
            throws IOException {
        Compile.Result result = Compile.into(out()).sources(source);

        assertOne(result, message, fix);
    }

    @Test
    void whatTwoEntitiesSayOfOneTableMustAgree() throws IOException {
        Compile.Result result = Compile.into(out()).sources(ITEM, """
                package shop;
                import jakarta.persistence.*;
                @Entity
                @Table(name = "ITEM")
                public class Other {
                    @Id int id;
                    @Column(length = 40)
                    String title;
                }
                """);

        assertOne(
                result,
                "Other.java:6: error: [ACC-E107] Other: the table ITEM belongs to Item already, and its column id is"
                        + " bigint not null there and integer not null in Other, its column title is varchar(255) there and"
                        + " varchar(40) in Other",
                "map it in both alike, or name another table with @Table(name");
    }

    @Test
    void referencesToAnyEntityStateOneKeyOfKnownType() throws IOException {
        String any = """
                package shop;
                import jakarta.persistence.*;
                import org.hibernate.annotations.*;
                @Entity public class Note {
                    @Id Long id;
                    @Any @AnyDiscriminatorValue(discriminator = "i", entity = Item.class) %s Object about;
                }
                """;
        String key = "@AnyKeyJavaClass(Long.class)";
        String column = "@JoinColumn(name = \"about_id\")";

        assertOne(
                Compile.into(out()).sources(ITEM, any.formatted(column)),
                "Note.java:6: error: [ACC-E104] Note.about: the type of the key is not known",
                "state the class of their identifiers with @AnyKeyJavaClass(Long.class)");
        assertOne(
                Compile.into(out()).sources(ITEM, any.formatted(key)),
                "Note.java:6: error: [ACC-E113] Note.about: no column is stated for the key",
                "state one with " + column);
        assertOne(
                Compile.into(out()).sources(ITEM, any.formatted(key + column + "@JoinColumn(name = \"about_no\")")),
                "Note.java:6: error: [ACC-E113] Note.about: the key has one column, and 2 are stated",
                "state one @JoinColumn, and refer in this way");
    }

    @Test
    void tablesThatOneDatabaseFoldsToOneNameAreRefused() throws IOException {
        Compile.Result result = Compile.into(out()).sources(ITEM, """
                package shop;
                import jakarta.persistence.*;
                @Entity
                @Table(name = "`item`")
                public class Other {
                    @Id Long id;
                }
                """);

        assertOne(
                result,
                "Item.java:3: error: [ACC-E140] Item: the table Item has the same name as the table \"item\" on postgresql",
                "give the table Item another name");
    }

    @Test
    void indexesOfOneNameAreRefused() throws IOException {
        String indexed = "@Entity @Table(indexes = @Index(name = \"ix_title\", columnList = \"title\"))";
        Compile.Result result = Compile.into(out())
                .sources(
                        ITEM.replace("@Entity", indexed),
                        ITEM.replace("@Entity", indexed).replace("Item", "Offer"));

        assertOne(
                result,
                "Offer.java:3: error: [ACC-E140] Offer: the index ix_title of Offer has the same name as the index"
                        + " ix_title of Item on h2",
                "give the index ix_title of Offer another name");
    }

    @Test
    void foreignKeysOfOneNameAreRefusedWhereH2IsADialect() throws IOException {
        String key =
                "%n    @ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = \"fk_item\")) Item item;".formatted();
        String[] sources = {
            ITEM,
            ITEM.replace("Item", "Offer").replace("String title;", key),
            ITEM.replace("Item", "Order1").replace("String title;", key)
        };

        assertOne(
                Compile.into(out()).sources(sources),
                "Order1.java:3: error: [ACC-E140] Order1: the foreign key fk_item of Order1 ",
                "give the foreign key fk_item of Order1 another name");
        assertThat(Compile.into(temp.resolve("postgresql"))
                        .with("-Aaccrete.dialects=postgresql")
                        .sources(sources)
                        .messages())
                .isEmpty();
    }

    @Test
    void aMistakeInARecordIsNamedAtItsComponent() throws IOException {
        Compile.Result result = Compile.into(out()).sources("""
                package shop;
                import dev.accrete.annotations.Managed;
                import jakarta.persistence.*;
                @Managed
                public record Line(
                        @Id long id,
                        Runnable run) {}
                """);

        assertOne(result, "Line.java:7: error: [ACC-E104] Line.run: ", "@Column(columnDefinition = ");
    }

    @Test
    void anEnumThatWouldHaveItsLabelsInTwoOrdersIsNamedWithWhatToDo() throws IOException {
        Compile.Result result = Compile.into(out())
                .with("-Aaccrete.native_enums=true", "-Aaccrete.dialects=postgresql")
                .sources("""
                package shop;
                import jakarta.persistence.*;
                @Entity
                public class Item {
                    public enum Size { SMALL, LARGE }
                    @Id Long id;
                    Size size;
                    @Enumerated(EnumType.STRING) Size packed;
                }
                """);

        assertOne(
                result, "Item.java:8: error: [ACC-E104] Item.packed: ", "state the same @Enumerated or @JdbcTypeCode");
    }

    static Stream<Arguments> damagedFiles() {
        return Stream.of(
                damage("catalog", "V0001", "<<<<<<< HEAD\nV0001", "catalog:1: ", "ACC-F101", "accrete rebase"),
                damage("catalog", " 1:", " 2:", "catalog:1: ", "ACC-F102", "use "),
                damage("catalog", "V0001", "V0002", "catalog:1: ", "ACC-F103", "restore"),
                damage("catalog", "V0001 first", "first", "catalog:1: ", "ACC-F105", "restore"),
                damage(
                        "schema.json",
                        "{\"table\"",
                        "<<<<<<< HEAD\n{\"table\"",
                        "schema.json",
                        "ACC-F001",
                        "accrete rebase"),
                damage("schema.json", "{\"table\"", "{\"tabel\"", "schema.json:6: ", "ACC-F004", ""),
                damage("schema.json", "\"format\":1", "\"format\":2", "schema.json:1: ", "ACC-F003", ""),
                damage("schema.json", "{}]}", "", "schema.json:11: ", "ACC-F002", ""));
    }

    private static Arguments damage(String file, String right, String wrong, String place, String code, String fix) {
        return Arguments.of(file, right, wrong, place, code, fix);
    }

    @ParameterizedTest(name = "{4}: {0} with {2} instead of {1}")
    @MethodSource("damagedFiles")
    void aDamagedFileOfTheMigrationFolderIsOneDiagnosticAndStays(
            String file, String right, String wrong, String place, String code, String fix) throws IOException {
        Compile.into(out()).sources(ITEM);
        Path folder = Saving.save(out(), temp.resolve("migration"), "first");
        String text = Files.readString(folder.resolve(file)).replaceFirst(Pattern.quote(right), wrong);
        Files.writeString(folder.resolve(file), text);

        Compile.Result result = Compile.into(temp.resolve("second")).with(dir()).sources(ITEM);

        assertOne(result, "error: [" + code + "] " + folder + "/" + place, fix);
        assertThat(folder.resolve(file)).content().isEqualTo(text);
    }

    @Test
    void anUnknownOptionOrValueIsNamedWithTheNearestOne() throws IOException {
        assertOne(
                Compile.into(out()).with("-Aaccrete.namings=jpa").sources(ITEM),
                "error: [ACC-O001] -Aaccrete.namings: there is no such option",
                "use -Aaccrete.naming, or one of");
        assertOne(
                Compile.into(out()).with("-Aaccrete.dialects=h2,postgres").sources(ITEM),
                "error: [ACC-O002] -Aaccrete.dialects: there is no value postgres",
                "use -Aaccrete.dialects=postgresql; known values: h2, postgresql");
        assertOne(
                Compile.into(out()).with("-Aaccrete.hibernate=6.2").sources(ITEM),
                "error: [ACC-O002] -Aaccrete.hibernate: there is no value 6.2",
                "use -Aaccrete.hibernate=6.6; known values: 6.6, 7.4");
    }

    @Test
    void aFolderThatIsAFileIsOneDiagnostic() throws IOException {
        Files.createFile(temp.resolve("migration"));

        assertOne(
                Compile.into(out()).with(dir()).sources(ITEM),
                "error: [ACC-F401] " + temp.resolve("migration"),
                "name another folder with -Aaccrete.dir");
    }

    @Test
    void anEarlierDraftSurvivesACompileThatFails() throws IOException {
        var before = Compile.into(out()).sources(ITEM).resources();

        Compile.Result result = Compile.into(out()).sources(ITEM.replace("    @Id Long id;\n", ""));

        assertThat(result.success()).isFalse();
        assertThat(result.resources()).isEqualTo(before);
    }

    /** One diagnostic of ours, besides what the compiler itself may say; and no file. */
    private static void assertOne(Compile.Result result, String message, String fix) {
        List<String> ours = result.messages().stream()
                .filter(each -> each.contains("[ACC-"))
                .toList();
        assertThat(ours).singleElement().asString().startsWith(message);
        assertThat(result.success()).isFalse();
        assertThat(result.text())
                .containsPattern("\n +fix: ")
                .contains(fix)
                .contains("(docs/codes/ACC-")
                .doesNotContain("\tat ");
        assertThat(result.resources()).isEmpty();
    }
}
