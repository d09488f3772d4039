package dev.accrete.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFilesTest {

    private static final String ITEM =
            "package shop; import jakarta.persistence.*; @Entity public class Item { @Id Long id; }";

    @TempDir
    Path temp;

    private List<String> warnings(String... pathsAndTexts) throws IOException {
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            Path file = temp.resolve("out").resolve(pathsAndTexts[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, pathsAndTexts[i + 1]);
        }
        return Compile.into(temp.resolve("out"))
                .with("-Aaccrete.dir=" + temp.resolve("migration"))
                .sources(ITEM)
                .messages()
                .stream()
                .filter(message -> message.contains("ACC-O010"))
                .toList();
    }

    @Test
    void aMappingFileWithEntitiesIsNamed() throws IOException {
        assertThat(warnings(
                        "META-INF/orm.xml",
                        "<entity-mappings><package>shop</package><entity class='Item'/></entity-mappings>"))
                .singleElement()
                .asString()
                .contains("META-INF/orm.xml: it has <package>, <entity>");
    }

    @Test
    void aMappingFileOfThePersistenceUnitIsNamed() throws IOException {
        assertThat(warnings(
                        "META-INF/persistence.xml",
                        "<persistence><persistence-unit name='a'><mapping-file>shop/more.xml</mapping-file></persistence-unit>"
                                + "</persistence>",
                        "shop/more.xml",
                        "<entity-mappings><embeddable class='Money'/></entity-mappings>"))
                .singleElement()
                .asString()
                .contains("shop/more.xml: it has <embeddable>");
    }

    @Test
    void queriesAloneChangeNothing() throws IOException {
        assertThat(
                        warnings(
                                "META-INF/orm.xml",
                                "<entity-mappings><named-query name='q'><query>from Item</query></named-query></entity-mappings>"))
                .isEmpty();
    }

    @Test
    void brokenXmlIsNamed() throws IOException {
        assertThat(warnings("META-INF/orm.xml", "<entity-mappings><entity"))
                .singleElement()
                .asString()
                .contains("META-INF/orm.xml: it can't be read: ");
    }
}
